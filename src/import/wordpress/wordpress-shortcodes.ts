import { escapeMarkup, unescapeMarkup } from "../../base/escape.ts";
import { oneLine } from "../../base/one-line.ts";
import { withoutSettings } from "../../content/markup/formulas/wordpress-formula.ts";
import { parseShortcodeArguments, type ShortcodeArguments } from "../../content/markup/shortcodes/tags/shortcode-arguments.ts";
import { codeBlock, languageOfCode, shortcodeHtml } from "../../content/markup/shortcodes/tags/shortcode-html.ts";
import { formulaHtml, formulaNames } from "../../content/markup/shortcodes/verbatim-tags.ts";
import { outsideVerbatim } from "./verbatim-parts.ts";

/** An attachment that posts refer to by number. */
export interface WordpressPicture {
  readonly url: string;
  readonly alt: string;
  /** HTML: the excerpt of the attachment. */
  readonly caption?: string;
}

/** Returns the note about pictures that no file of an import has. */
export function lostPicturesNote(what: string, ids: readonly string[]): string {
  const [attachments, them] = ids.length === 1 ? ["attachment", "it"] : ["attachments", "them"];
  const advice = `export ${them} from WordPress, too, and name all files in one command`;
  return `${what} is missing, since no file has the ${attachments} ${ids.join(", ")}: ${advice}`;
}

type Pictures = ReadonlyMap<string, WordpressPicture>;

// Bounded, so that text with many brackets takes linear time.
const shortcode = /\[(\[?)(\/?)([a-z][\w-]{1,40})((?:[\s=/][^[\]]{0,1000})?)\](\]?)/gi;
const enclosing = new RegExp(`^(?:(?:source)?code|(?:wp_)?caption|embed|youtube|audio|video|${[...formulaNames].join("|")})$`);
const endTag = /\[\/([a-z][\w-]{1,40})\]/gi;
const isEmbed = /^(?:embed|youtube|audio|video)$/;

/**
 * Converts WordPress shortcodes (codex.wordpress.org/Shortcode) to HTML. Text in brackets without attributes and without a
 * closing tag is text: `[sic]`. Of other unknown shortcodes, the tags are removed and the text between them is kept.
 * @param onLeftOut receives the name of each removed shortcode
 * @param onLost receives the number of each unknown picture of a gallery
 */
export function wordpressShortcodes(
  html: string,
  pictures: Pictures,
  onLeftOut: (name: string) => void,
  onLost: (id: string) => void,
): string {
  if (!html.includes("[")) return html;
  const text = enclosed(html);
  const closed = new Set([...text.matchAll(endTag)].map(([, name = ""]) => name.toLowerCase()));
  const replace = (tag: string, begun: string, closing: string, name: string, given: string, end: string) => {
    if (begun !== "" && end !== "") return tag.slice(1, -1);
    const key = name.toLowerCase();
    const known = closing === "" ? htmlOf(key, parseShortcodeArguments(unescapeMarkup(given)), pictures, onLost) : undefined;
    if (known !== undefined) return begun + known + end;
    if (!closed.has(key) && !given.includes("=")) return tag;
    if (closing === "") onLeftOut(key);
    return begun + end;
  };
  return outsideVerbatim(text, (part) => part.replace(shortcode, replace));
}

// Converts shortcodes that enclose content: code, a picture with its caption, an address. A tag that nothing closes, such as
// [youtube URL], must not hide the tags after it.
function enclosed(html: string): string {
  const parts: string[] = [];
  const lastEnds = new Map([...html.matchAll(endTag)].map(({ 1: name = "", index }) => [name.toLowerCase(), index]));
  let done = 0;
  let open: { readonly name: string; readonly given: string; readonly start: number; readonly end: number } | undefined;
  for (const { 0: tag, 1: begun = "", 2: closing, 3: written = "", 4: given = "", index } of html.matchAll(shortcode)) {
    const name = written.toLowerCase();
    if (begun !== "" || !enclosing.test(name)) continue;
    if (closing === "") {
      if ((lastEnds.get(name) ?? -1) < index || (isEmbed.test(name) && addressIn(given) !== undefined)) continue;
      if (open === undefined || (!isCode(open.name) && (isCode(name) || name === open.name)))
        open = { name, given, start: index, end: index + tag.length };
    } else if (open?.name === name) {
      parts.push(html.slice(done, open.start), between(open.name, open.given, html.slice(open.end, index)));
      done = index + tag.length;
      open = undefined;
    }
  }
  return [...parts, html.slice(done)].join("");
}

function isCode(name: string): boolean {
  return name === "code" || name === "sourcecode" || formulaNames.has(name);
}

function between(name: string, given: string, inner: string): string {
  if (formulaNames.has(name)) return formulaIn(given, unescapeMarkup(inner.replace(/<br\s{0,9}\/?>\n?/gi, "\n")));
  // Code from the visual editor is already escaped HTML.
  if (isCode(name)) return `\n\n${codeBlock(languageOfCode(given), unescapeMarkup(inner))}\n\n`;
  if (name.endsWith("caption")) return captioned(inner, parseShortcodeArguments(given).named["caption"]);
  const player = addressIn(inner) === undefined ? playerOf(name, parseShortcodeArguments(unescapeMarkup(given))) : undefined;
  return player ?? `\n\n${addressIn(inner) ?? addressIn(given) ?? inner}\n\n`;
}

// The player of a file. Other addresses, alone on their lines, become links.
function playerOf(name: string, values: ShortcodeArguments): string | undefined {
  const html = name === "audio" || name === "video" ? shortcodeHtml[name]?.(values, { locate: () => undefined }) : undefined;
  return html === undefined || html.startsWith("<a ") ? undefined : `\n\n${html}\n\n`;
}

// KaTeX and MathJax-LaTeX: [latex display="true"] is a formula of its own.
function formulaIn(given: string, tex: string): string {
  const isDisplay = tex.includes("\n") || parseShortcodeArguments(given).named["display"] === "true";
  const shown = withoutSettings(tex);
  return isDisplay ? `\n\n${codeBlock("", shown)}\n\n` : formulaHtml(shown);
}

// The caption is an attribute, or the text after the picture.
function captioned(inner: string, caption: string | undefined): string {
  const [, picture = inner, words = ""] = /^\s*((?:<a\b[^<>]*>\s*)?<img\b[^<>]*>(?:\s*<\/a>)?)([\s\S]*)$/i.exec(inner) ?? [];
  const text = caption ?? words.trim();
  return `\n\n<figure>${picture.trim()}${text === "" ? "" : `<figcaption>${text}</figcaption>`}</figure>\n\n`;
}

function htmlOf(name: string, values: ShortcodeArguments, pictures: Pictures, onLost: (id: string) => void): string | undefined {
  const address = addressIn(values.text);
  switch (name) {
    case "gallery":
      return gallery((values.named["ids"] ?? values.named["include"] ?? "").split(","), pictures, onLost);
    case "audio":
    case "video":
      return playerOf(name, values) ?? (address && `\n\n${address}\n\n`);
    case "embed":
      return address && `\n\n${address}\n\n`; // an address on its own line becomes a link
    case "youtube":
    case "vimeo":
      return address === undefined ? shortcodeHtml[name]?.(values, { locate: () => undefined }) : `\n\n${address}\n\n`;
    default:
      return undefined;
  }
}

function gallery(ids: readonly string[], pictures: Pictures, onLost: (id: string) => void): string | undefined {
  const numbers = ids.map((id) => id.trim()).filter((id) => id !== "");
  if (numbers.length === 0) return undefined; // it means all attachments of the post, which the export does not list
  for (const id of numbers) if (!pictures.has(id)) onLost(id);
  const shown = numbers.map((id) => pictures.get(id)).filter((picture) => picture !== undefined);
  return `\n\n${shown.map(pictureOf).join("\n")}\n\n`;
}

function pictureOf({ alt, caption = "", url }: WordpressPicture): string {
  const words = oneLine(caption);
  return `<figure><img src="${escapeMarkup(url)}" alt="${escapeMarkup(alt)}">${words && `<figcaption>${words}</figcaption>`}</figure>`;
}

function addressIn(text: string): string | undefined {
  return /https?:\/\/[^\s"'<>[\]]+/.exec(text)?.[0];
}
