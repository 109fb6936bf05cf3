import { slug } from "github-slugger";
import type { Element, Text } from "hast";
import { fileNameOf } from "../../../../base/file-name-of.ts";
import { elementNode, textNode } from "../../../html/hast-nodes.ts";
import { anywhere } from "../../../links/resolve-links.ts";
import { documentEnding } from "../../../plain-html/pictures-of-media.ts";

/** The context of wikilinks: the articles, and how to report a name that no article has. */
export interface WikilinkContext {
  /** Finds an article by its name, and returns its link from the articles folder. */
  readonly locate: (name: string) => string | undefined;
  readonly reportMissing: (place: Place, written: string) => void;
}

/** The place of a wikilink in the article. */
export type Place = Pick<Text, "position">;

const picture = /\.(?:png|jpe?g|gif|webp|avif|svg|bmp)$/i;
const recording = /\.(?:mp3|m4a|ogg|opus|wav|flac|3gp)$/i;
const film = /\.(?:mp4|webm|ogv|mov|mkv)$/i;

function isFile(name: string): boolean {
  return documentEnding.test(name) || /\.txt$/i.test(name);
}

/** Returns whether a wikilink to no known article is one all the same. The syntax has other meanings in prose about programs. */
export function isClearlyLink(bang: string, target: string, words: string | undefined): boolean {
  if (target !== target.trim() || !/^[\p{L}\p{N}]/u.test(target) || /[<>="'`(){},;:$]/.test(target)) return false;
  return bang !== "" || words !== undefined;
}

/** Returns the address of the article or file that a wikilink names, or undefined for an unknown one. */
export function hrefTo(target: string, context: WikilinkContext): string | undefined {
  if (target !== target.trim()) return undefined;
  return isFile(target.split("#", 1)[0] ?? "") ? encodeURI(target) : hrefOf(target, context);
}

function hrefOf(target: string, { locate }: WikilinkContext): string | undefined {
  const [name = "", ...rest] = target.split("#");
  const heading = rest.at(-1)?.trim() ?? "";
  const anchor = heading === "" ? "" : `#${heading.startsWith("^") ? heading : slug(heading)}`; // ^ names a block: see convertBlockIds
  if (name === "") return anchor || undefined;
  const found = spellingsOf(name.trim())
    .map(locate)
    .find((link) => link !== undefined);
  return found === undefined ? undefined : found + anchor;
}

// Some programs write hyphens in file names.
function spellingsOf(name: string): string[] {
  return [...new Set([name, name.replace(/\s+/g, "-")])];
}

/** Returns the words of a wikilink without words. `[[note#heading]]` shows both, as in Obsidian. */
export function labelOf(target: string): string {
  const parts = target.split("#").filter((part) => part !== "");
  const names = parts.filter((part) => !part.startsWith("^"));
  return (names.length === 0 ? parts : names).join(" > ");
}

/** Returns the element of an embedded file: `![[picture.png|300]]`. Returns undefined for an article. */
export function mediaElement(written: string, words: string | undefined): Element | undefined {
  const [name = "", ...rest] = written.split("#");
  // ![[a.pdf#page=3]], ![[a.mp3#t=30]]. Others are of a theme, such as ![[a.png#icon]].
  const [place = ""] = rest.map((part) => /^(?:page=\d{1,5}|t=[\d.,:]{1,30})(?=&|$)/.exec(part)?.[0] ?? "").filter(Boolean);
  const src = encodeURI(name.trim()) + (place === "" ? "" : `#${place}`);
  const properties = { src, [anywhere]: "" };
  if (picture.test(name)) return elementNode("img", { ...properties, ...sizeAndWords(words) });
  if (recording.test(name)) return elementNode("audio", properties);
  if (film.test(name)) return elementNode("video", properties);
  return isFile(name.trim()) ? link(src, words?.trim() || fileNameOf(name.trim())) : undefined;
}

// ![[p.png|300]], ![[p.png|300x200]], ![[p.png|words|300]]
function sizeAndWords(given = ""): { alt: string; width?: number; height?: number } {
  const parts = given.split("|").map((part) => part.trim());
  const size = parts.map((part) => /^(\d{1,5})(?:x(\d{1,5}))?$/.exec(part)).find((match) => match !== null);
  const alt = parts.find((part) => part !== "" && part !== size?.[0]) ?? "";
  return {
    alt,
    ...(size?.[1] !== undefined && { width: Number(size[1]) }),
    ...(size?.[2] !== undefined && { height: Number(size[2]) }),
  };
}

/** Returns a link with plain words. */
export function link(href: string, words: string): Element {
  return elementNode("a", { href }, [textNode(words)]);
}
