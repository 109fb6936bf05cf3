import { escapeMarkup } from "../../base/escape.ts";
import { tagPattern } from "./tag-pattern.ts";

interface Heading {
  readonly id: string;
  /** The start and the end of its content. */
  readonly start: number;
  readonly end: number;
  /** True if its content can be a link: it contains no other link and no player. */
  readonly isPlain: boolean;
}

/**
 * Links each heading with an id to itself. Its text becomes the link, whose name is then that of the heading. Only a heading that
 * contains a link has one after its text. A heading without text has none, since that link would have no name (axe: link-name).
 * @param name the name of a link after a text
 * @param language the attribute with its language, if it is not that of the content
 */
export function linkHeadings(html: string, name: string, language = ""): string {
  let linked = "";
  let position = 0;
  for (const { end, id, isPlain, start } of headingsIn(html)) {
    const text = html.slice(start, end);
    if (isPlain && !hasName(text)) continue;
    const link = `<a class="self" href="#${id}"`;
    linked += html.slice(position, start);
    linked += isPlain ? `${link}>${text}</a>` : `${text} ${link} aria-label="${escapeMarkup(name)}"${language}></a>`;
    position = end;
  }
  return linked + html.slice(position);
}

// Returns whether screen readers can read something: a text, or the alternative text of a picture.
function hasName(html: string): boolean {
  const text = html.replace(tagPattern, (_tag, _slash, _name, attributes: string) => / alt="([^"]*)"/.exec(attributes)?.[1] ?? "");
  return /[^\s\p{Z}\p{C}]/u.test(text.replace(/&nbsp;|&#x?0*(?:a0|160);/gi, " "));
}

const clickable = new Set(["a", "audio", "summary", "video"]);

// Headings inside clickable elements cannot have a link.
function headingsIn(html: string): Heading[] {
  const headings: Heading[] = [];
  let open: Omit<Heading, "end"> | undefined;
  let depth = 0; // of clickable elements
  for (const { 0: tag, 1: slash, 2: name = "", 3: attributes = "", index } of html.matchAll(tagPattern)) {
    if (clickable.has(name)) {
      depth += slash === "" ? 1 : -1;
      if (open !== undefined) open = { ...open, isPlain: false };
    } else if (/^h[1-6]$/.test(name)) {
      const id = / id="([^"]+)"/.exec(attributes)?.[1];
      if (open !== undefined) headings.push({ ...open, end: index });
      open = slash === "" && id !== undefined && depth === 0 ? { id, start: index + tag.length, isPlain: true } : undefined;
    }
  }
  return headings;
}
