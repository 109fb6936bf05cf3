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
 * contains a link has one after its text.
 * @param name the name of that link
 */
export function linkHeadings(html: string, name: string): string {
  let linked = "";
  let position = 0;
  for (const { end, id, isPlain, start } of headingsIn(html)) {
    const text = html.slice(start, end);
    const link = `<a class="self" href="#${id}"`;
    linked += html.slice(position, start);
    linked += isPlain ? `${link}>${text}</a>` : `${text} ${link} aria-label="${escapeMarkup(name)}"></a>`;
    position = end;
  }
  return linked + html.slice(position);
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
