import { escapeMarkup } from "../../../../base/escape.ts";
import { shortAddress } from "../../../../base/short-address.ts";
import { findFormulas } from "../../formulas/find-formulas.ts";

type Values = Readonly<Record<string, string | undefined>>;

/**
 * Returns a picture with its caption. Its arguments are those of Hugo's figure, or of similar tags of themes. In Easy Gallery and Beautiful
 * Hugo, `link` is the picture.
 */
export function figure(values: Values, isMarkdown: boolean): string | undefined {
  const { height, link = "", title, width } = values;
  const given = firstOf(values, ["src", "image_path", "url", "path", "file", "image", "filename"]);
  const src = given ?? (pictureFile.test(link) ? link : undefined);
  if (src === undefined) return undefined;
  const href = firstOf(values, [...(given === undefined ? [] : ["link"]), "href", ...(src === values["url"] ? [] : ["url"])]);
  const caption = captionIn(values);
  const image = picture({ src, alt: altIn(values) ?? withoutMarks(caption ?? title ?? ""), width, height });
  const hasMarks = isMarkdown && mark.test(`${caption ?? ""} ${creditsIn(values).join(" ")}`);
  const write = hasMarks ? asMarkdown : escapeMarkup;
  const name = title && `<strong>${hasMarks ? escapeMarks(title) : escapeMarkup(title)}</strong>`;
  const words = [name, caption && write(caption), creditHtml(values, write)].filter(Boolean).join(" ");
  const linked = href ? `<a href="${escapeMarkup(href)}">${image}</a>` : image;
  const start = hasMarks ? '<figcaption markdown="1">' : "<figcaption>";
  return `<figure>${linked}${words === "" ? "" : `${start}${words}</figcaption>`}</figure>`;
}

/** Returns the caption among the arguments of a tag for pictures. Includes of Jekyll have `description` or `text`. */
export function captionIn(values: Values): string | undefined {
  return firstOf(values, ["caption", "description", "desc", "text", "legend", "subtitle"]);
}

// Those of the picture: the photographer, and the source in words or as an address.
const creditNames = [
  "attr",
  "credit",
  "credits",
  "attribution",
  "photographer",
  "artist",
  "author",
  "by",
  "source",
  "copyright",
  "license",
];
const creditLinks = [
  "attrlink",
  "attr_link",
  "attrurl",
  "creditlink",
  "credit_link",
  "credit_url",
  "sourcelink",
  "source_link",
  "source_url",
];

function creditsIn(values: Values): string[] {
  return creditNames.flatMap((name) => values[name]?.trim() || []).filter((credit) => !isFile(credit));
}

/** Returns the credit among the arguments of a tag for pictures, with its link. @param write writes a text as HTML or Markdown */
export function creditHtml(values: Values, write: (text: string) => string): string {
  const given = creditsIn(values);
  const words = given.filter((credit) => !isAddress(credit));
  const [url, ...others] = [...creditLinks.flatMap((name) => values[name] || []), ...given.filter(isAddress)];
  const [first, ...further] = words.map(write);
  const linked = url === undefined ? first : linkHtml(url, first, write);
  return [linked, ...further, ...others.map((other) => linkHtml(other, undefined, write))].filter(Boolean).join(", ");
}

function linkHtml(url: string, words: string | undefined, write: (text: string) => string): string {
  return `<a href="${escapeMarkup(url)}">${words ?? write(shortAddress(url))}</a>`;
}

const pictureFile = /^\S+\.(?:png|jpe?g|gif|webp|avif|svg)$/i;

function isFile(text: string): boolean {
  return pictureFile.test(text) && !isAddress(text);
}

function isAddress(text: string): boolean {
  return /^https?:\/\/\S+$/.test(text);
}

/** Returns the text for those who cannot see a picture. It may be empty. */
export function altIn(values: Values): string | undefined {
  return values["alt"] ?? values["alttext"] ?? values["alt_text"] ?? values["alt-text"];
}

function firstOf(values: Values, keys: readonly string[]): string | undefined {
  return keys.map((key) => values[key]).find(Boolean);
}

const mark = /[*_`[<~\\]|:\/\//;

/** Returns whether a text may have signs of Markdown or HTML. */
export function hasMarks(text: string): boolean {
  return mark.test(text);
}

/** Returns HTML as a figure with a caption, unless this is empty. @param values the arguments that may have a credit */
export function withCaption(html: string, caption: string, isMarkdown: boolean, values: Values = {}): string {
  const isMarked = isMarkdown && mark.test(`${caption} ${creditsIn(values).join(" ")}`);
  const write = isMarked ? asMarkdown : escapeMarkup;
  const words = [caption.trim() && write(caption), creditHtml(values, write)].filter(Boolean).join(" ");
  return words === ""
    ? `<figure>${html}</figure>`
    : `<figure>${html}<figcaption${isMarked ? ' markdown="1"' : ""}>${words}</figcaption></figure>`;
}

/**
 * Returns a caption as Markdown of one paragraph: a blank line would end the HTML around it, and a sign at the start would begin a list or
 * a heading.
 */
export function asMarkdown(text: string): string {
  return text
    .trim()
    .replace(/\s+/g, " ")
    .replace(/^(\d{1,9})(?=[.)] )/, "$1\\")
    .replace(/^(?=[#>+-] )/, "\\");
}

function escapeMarks(text: string): string {
  return escapeMarkup(text.replace(/[*_`[\]~\\]/g, "\\$&"));
}

/** Returns a caption without the signs of Markdown. The asterisks of a formula stay. */
export function withoutMarks(text: string): string {
  const words = text.replace(/!?\[([^[\]]*)\]\([^()]*\)/g, "$1");
  let [written, done] = ["", 0];
  for (const { end, start } of findFormulas(words)) {
    written += withoutSigns(words.slice(done, start)) + words.slice(start, end);
    done = end;
  }
  return written + withoutSigns(words.slice(done));
}

function withoutSigns(text: string): string {
  return text.replace(/<[^<>]*>|[*`]/g, "");
}

interface Picture {
  readonly src: string;
  readonly alt: string;
  readonly title?: string;
  readonly width?: string | undefined;
  readonly height?: string | undefined;
}

function picture({ alt, height, src, title, width }: Picture): string {
  const tooltip = title ? ` title="${escapeMarkup(title)}"` : "";
  return `<img src="${escapeMarkup(src)}" alt="${escapeMarkup(alt)}"${tooltip}${sizeOf("width", width)}${sizeOf("height", height)}>`;
}

function sizeOf(name: string, given = ""): string {
  const [, size] = /^\s*(\d{1,5}%?)(?:px)?\s*$/.exec(given) ?? [];
  return size === undefined ? "" : ` ${name}="${size}"`;
}

/** Returns Hexo's picture (hexo.io/docs/tag-plugins): [class names] file [width] [height] "title text 'alt text'". */
export function hexoPicture(text: string): string | undefined {
  const file = hexoFile(text);
  if (file === undefined) return undefined;
  const after = text.slice(file.index + file[0].length);
  const [sizes = "", width, height] = /^(?:\s+(\d{1,5}))?(?:\s+(\d{1,5}))?(?=\s|$)/.exec(after) ?? [];
  const words = after
    .slice(sizes.length)
    .trimStart()
    .replace(/^(["'])(.*)\1$/s, "$2");
  const quoted = /(?:^|\s)(["'])((?:(?!\1).)+)\1?$/s.exec(words); // an apostrophe does not begin a quotation
  const title = words
    .slice(0, quoted?.index ?? 0)
    .trim()
    .replace(/^["']|["']$/g, "");
  return picture({ src: file[0].replace(/["']/g, ""), alt: (quoted?.[2] ?? words).trim(), title, width, height });
}

// A quoted file name at the beginning, or the first word that is a URL or a file name, before any quotation mark.
function hexoFile(text: string): RegExpExecArray | undefined {
  const quoted = /^(["'])[^"']+\1/.exec(text);
  if (quoted !== null && /\.\w{2,5}$/.test(quoted[0].slice(0, -1))) return quoted;
  const [words = ""] = text.split(/["']/, 1);
  return [...words.matchAll(/\S+/g)].find(([word]) => /^https?:./.test(word) || /\.\w{2,5}$/.test(word.split(/[?#]/, 1)[0] ?? ""));
}
