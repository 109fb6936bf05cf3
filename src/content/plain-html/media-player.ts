import type { Element, ElementContent } from "hast";
import { elementNode, textNode } from "../html/hast-nodes.ts";

const film = /\.(?:mp4|m4v|webm|ogv|mov|mkv|gifv)$/i;
const recording = /\.(?:mp3|m4a|ogg|oga|opus|wav|flac|aac)$/i;

/**
 * Creates the player of a film or a recording instead of another element, whose size and poster a film gets. Returns undefined for an address with
 * another ending. Readers that remove the player show the link with the title.
 */
export function mediaPlayer(address: string, { position, properties }: Element, title: string | undefined): Element | undefined {
  const [path = ""] = address.split(/[?#]/, 1);
  const isFilm = film.test(path);
  if (!isFilm && !recording.test(path)) return undefined;
  const src = address.replace(/\.gifv(?=$|[?#])/i, ".mp4"); // Imgur has both
  const { height, poster, width } = properties;
  const given = Object.fromEntries(Object.entries({ width, height, poster }).filter(([, value]) => value !== undefined));
  const link: ElementContent[] = title === undefined ? [] : [elementNode("a", { href: src }, [textNode(title)])];
  const player = elementNode(isFilm ? "video" : "audio", { src, controls: true, ...(isFilm && given) }, link);
  return { ...player, ...(position !== undefined && { position }) };
}
