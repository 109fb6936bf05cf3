import { classesOf } from "../html/hast-nodes.ts";
import type { Convert } from "./convert.ts";

// Ghost: the arrow of a toggle, and the buttons, the time 0:00 and the speed 1× that its script puts around a player. `controls` of the element replace them.
const controls = /^kg-(?:audio-player|video-(?:player|overlay|large-play-icon)|audio-thumbnail|toggle-card-icon)$/;

/** Removes the controls that a script of Ghost serves. */
export const removePlayerControls: Convert = (element) => {
  const isControl = classesOf(element).some((name) => controls.test(name));
  return isControl && (element.tagName !== "img" || !element.properties["src"]) ? [] : undefined;
};
