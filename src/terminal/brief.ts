import { cutOff } from "../base/truncate.ts";

/**
 * Shortens foreign text for a line: a run of white space becomes a space, and an ellipsis replaces the rest.
 * @param maxLength UTF-16 units
 */
export function brief(text: string, maxLength = 300): string {
  return cutOff(cutOff(text, maxLength * 4).replace(/\s+/g, " "), maxLength);
}
