import { slug } from "github-slugger";
import type { Element, RootContent, Text } from "hast";
import { elementNode, textNode } from "../../html/hast-nodes.ts";
import { anywhere } from "../../links/resolve-links.ts";
import { replaceMatches } from "./prose.ts";

/** The context of wikilinks: the articles, and how to report a name that no article has. */
export interface WikilinkContext {
  /** Finds an article by its name, and returns its link from the articles folder. */
  readonly locate: (name: string) => string | undefined;
  readonly reportMissing: (node: Text, written: string) => void;
}

const wikilink = /(!?)\[\[([^[\]|\n]{1,300})(?:\|([^[\]\n]{0,300}))?\]\]/g;
const picture = /\.(?:png|jpe?g|gif|webp|avif|svg|bmp)$/i;
const recording = /\.(?:mp3|m4a|ogg|opus|wav|flac|3gp)$/i;
const film = /\.(?:mp4|webm|ogv|mov|mkv)$/i;
const file = /\.(?:pdf|zip|epub|txt|csv)$/i;

/**
 * Converts `[[note]]`, `[[note#heading|words]]` and `![[picture.png|300]]` (Obsidian, Quartz, Foam, Hexo) to links and pictures. Double
 * brackets without an article of that name are text: `[[ -f x ]]`, `a[[0]]`, `[[nodiscard]]`.
 */
export function convertWikilinks(node: Text, context: WikilinkContext): RootContent[] | undefined {
  if (!node.value.includes("[[")) return undefined;
  return replaceMatches(node, wikilink, ({ 0: written, 1: bang = "", 2: target = "", 3: words }) => {
    const name = target.trim();
    if (bang !== "" && !name.startsWith("#")) {
      const media = mediaElement(name, words);
      if (media !== undefined) return media;
    }
    const href = file.test(name) ? encodeURI(name) : hrefOf(name, context);
    if (href !== undefined && target === name) return link(href, words?.trim() || labelOf(name));
    if (!isClearlyLink(bang, target, words)) return undefined;
    context.reportMissing(node, written);
    return textNode(words?.trim() || labelOf(name));
  });
}

// The same syntax has other meanings in prose about programs.
function isClearlyLink(bang: string, target: string, words: string | undefined): boolean {
  if (target !== target.trim() || !/^[\p{L}\p{N}]/u.test(target) || /[<>="'`(){},;:$]/.test(target)) return false;
  return bang !== "" || words !== undefined;
}

function hrefOf(target: string, { locate }: WikilinkContext): string | undefined {
  const [name = "", ...rest] = target.split("#");
  const heading = rest.at(-1)?.trim() ?? "";
  const anchor = heading === "" || heading.startsWith("^") ? "" : `#${slug(heading)}`; // ^ names a block, which has no anchor
  if (name === "") return anchor || undefined;
  const found = spellingsOf(name.trim())
    .map(locate)
    .find((link) => link !== undefined);
  return found === undefined ? undefined : found + anchor;
}

// Obsidian ignores case; other programs write hyphens in file names.
function spellingsOf(name: string): string[] {
  const hyphenated = name.replace(/\s+/g, "-");
  return [...new Set([name, hyphenated, name.toLowerCase(), hyphenated.toLowerCase()])];
}

// [[note#heading]] shows both, as in Obsidian.
function labelOf(target: string): string {
  return target
    .split("#")
    .filter((part) => part !== "" && !part.startsWith("^"))
    .join(" > ");
}

function mediaElement(name: string, words: string | undefined): Element | undefined {
  const src = encodeURI(name);
  const properties = { src, [anywhere]: "" };
  if (picture.test(name)) return elementNode("img", { ...properties, ...sizeAndWords(words) });
  if (recording.test(name)) return elementNode("audio", properties);
  if (film.test(name)) return elementNode("video", properties);
  return file.test(name) ? link(src, words?.trim() || name) : undefined;
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

function link(href: string, words: string): Element {
  return elementNode("a", { href }, [textNode(words)]);
}
