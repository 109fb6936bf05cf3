/** The attributes in `{#id .class key="value"}` (Hugo, Pandoc, Docusaurus) or `{: #id .class}` (kramdown, Python-Markdown) that readers keep. */
export interface AttributeList {
  readonly id?: string;
  readonly lang?: string;
  readonly dir?: string;
  /** The number of the first item of a list. */
  readonly start?: string;
  readonly width?: string;
  readonly height?: string;
  /** Quarto's text instead of a picture, whose caption is its usual one. */
  readonly figAlt?: string;
  /** Quarto's caption of code. */
  readonly caption?: string;
  /** MyST's author of a quotation. */
  readonly attribution?: string;
}

const value = "(?:\"[^\"]*\"|'[^']*'|[\\w%.:/-]+)";
const id = "#[\\p{L}\\p{N}_:.-]+";
const className = "\\.[\\p{L}_][\\p{L}\\p{N}_:-]*";

const attribute = `(?:${id}|${className}|[\\w:-]+=${value})`;

const list = listOf(attribute);

// Attributes without a value. Other words are text, unless they are next to other attributes.
const knownWord = new RegExp(
  "^(?:(?:data|aria)-[\\w-]+|allowfullscreen|async|autoplay|controls|download|hidden|inline|lazy|loop|muted|no-?zoom|nofollow|" +
    "noopener|noreferrer|open|playsinline|reversed|unlisted|unnumbered|zoomable)$",
);
const word = /(?<!\S)[A-Za-z][\w-]*(?!\S)/g;
const quotedValue = /"[^"]*"|'[^']*'/g;
const block = /^\s*#(?:await|each|if|key|snippet)\s/; // of Svelte: {#if open}

/** A list of attributes, with empty values instead of quoted ones. */
interface SplitList {
  /** The attributes with values, ids and classes. */
  readonly rest: string;
  /** True if all other words are names of attributes. */
  readonly hasKnownWords: boolean;
  readonly words: readonly string[];
}

function splitList(text: string): SplitList | undefined {
  if (text.length > maxLength || block.test(text)) return undefined;
  const bare = text.replace(quotedValue, '""');
  const words = bare.match(word) ?? [];
  return { rest: bare.replace(word, ""), words, hasKnownWords: words.every((one) => knownWord.test(one)) };
}

// Returns whether a list next to an element has only attributes.
function isList(text: string, pattern: RegExp): boolean {
  const found = splitList(text);
  if (found === undefined) return false;
  const { hasKnownWords, rest, words } = found;
  if (rest.trim() === "") return words.length > 0 && hasKnownWords;
  return pattern.test(rest) && (hasKnownWords || /[.=]/.test(rest));
}

/** Parses the text between `{` and `}`. Returns undefined if it has no id or class: it may be text, such as the set {a, b}. */
export function parseAttributeList(text: string): AttributeList | undefined {
  const { hasKnownWords = false, rest = "" } = splitList(text) ?? {};
  if (!hasKnownWords || !list.test(rest)) return undefined;
  const read = readList(text);
  return read.id !== undefined || read.hasClass ? read.attributes : undefined;
}

const dataList = listOf(`data-[\\w-]+=${value}`);

function isOfData(text: string): boolean {
  const found = splitList(text);
  if (found === undefined) return false;
  const { rest, words } = found;
  return (rest.trim() === "" ? words.length > 0 : dataList.test(rest)) && words.every((one) => one.startsWith("data-"));
}

/** Parses the attributes of a heading, of which data attributes need no id or class. Undefined for text. */
export function parseHeadingList(text: string): AttributeList | undefined {
  return isOfData(text) ? {} : parseAttributeList(text);
}

const quotedList = listOf("[A-Za-z][\\w:-]*=(?:\"[^\"]*\"|'[^']*')");

/** Parses a line of attributes in quotation marks (Goldmark) or of data attributes, which may have no id or class. Undefined for text. */
export function parseBlockList(text: string): AttributeList | undefined {
  const isQuoted = (text.length <= maxLength && quotedList.test(text)) || isOfData(text);
  return isQuoted ? readList(text).attributes : parseAttributeList(text);
}

const settingNames =
  "align|alt|class|data-[\\w-]+|decoding|dir|download|fetchpriority|fig-[\\w-]+|group|height|hreflang|id|lang|loading|lst-cap|rel|start|style|target|title|type|width";
const settings = listOf(attribute.replace("[\\w:-]+=", `(?:${settingNames})=`));

/** Parses the attributes directly after a picture, a link or code: `{width=50%}`, `{target="_blank"}`, `{ .md-button download }`. Undefined for text. */
export function parseSettingList(text: string): AttributeList | undefined {
  return isList(text, settings) ? readList(text).attributes : undefined;
}

// kramdown also separates `.a.b` and `#a.b` without spaces. `{:.2f}` is a format of Python, C++ and Rust.
const kramdownList = listOf(`(?:(?:#[\\p{L}\\p{N}_:-]+|\\.-?[\\p{L}_][\\p{L}\\p{N}_:-]*)+|[\\w:-]+=${value})`);

/** Parses the text between `{:` and `}`, where any name may be given. Undefined for text. */
export function parseKramdownList(text: string): AttributeList | undefined {
  if (!isList(text, kramdownList)) return undefined;
  const { attributes } = readList(text);
  return attributes.id === undefined ? attributes : { ...attributes, id: attributes.id.replace(/\..*/, "") };
}

const maxLength = 6000;

function listOf(pattern: string): RegExp {
  return new RegExp(`^\\s*${pattern}(?:\\s+${pattern})*\\s*$`, "u");
}

const part = new RegExp(`\\s*(?:(${id})|(${className})|([\\w:-]+)=(${value})|[A-Za-z][\\w-]*)`, "guy");

function readList(text: string): { readonly attributes: AttributeList; readonly id: string | undefined; readonly hasClass: boolean } {
  const named = new Map<string, string>();
  let [given, hasClass]: [string | undefined, boolean] = [undefined, false];
  for (const [, mark, dotted, name = "", quoted = ""] of text.matchAll(part)) {
    if (mark !== undefined) given ??= mark.slice(1);
    else if (dotted !== undefined) hasClass = true;
    else if (name !== "") named.set(name, showSigns(quoted.replace(/^(["'])(.*)\1$/s, "$2").replaceAll("\n", " ")));
  }
  const known = given ?? (named.get("id") || undefined);
  const [width, height] = [sizeOf("width", named), sizeOf("height", named)];
  const start = /^\d{1,9}$/.test(named.get("start") ?? "") ? named.get("start") : undefined;
  const [figAlt, caption, attribution] = [named.get("fig-alt"), named.get("lst-cap"), named.get("attribution")];
  const [lang, dir] = [named.get("lang"), named.get("dir")];
  const attributes = {
    ...(known !== undefined && { id: known }),
    ...(lang && { lang }),
    ...(dir && { dir }),
    ...(start && { start }),
    ...(width && { width }),
    ...(height && { height }),
    ...(figAlt !== undefined && { figAlt }),
    ...(caption && { caption }),
    ...(attribution && { attribution }),
  };
  return { attributes, id: known, hasClass };
}

/** The offset of private characters that stand for the signs of ASCII in values. */
export const firstPlaceholder = 0xf7_00;

/** Shows the signs for which `hideValues` has written placeholders. */
export function showSigns(text: string): string {
  return text.replace(/[\uF721-\uF77E]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - firstPlaceholder));
}

// Chirpy writes w="700"; others style="width: 300px".
function sizeOf(name: "width" | "height", named: ReadonlyMap<string, string>): string | undefined {
  const given = named.get(name) ?? named.get(name.charAt(0)) ?? styleSizes[name].exec(named.get("style") ?? "")?.[1] ?? "";
  return /^\s*(\d{1,5}%?)(?:\.\d+)?(?:px)?\s*$/.exec(given)?.[1];
}

const styleSizes = { width: /(?:^|[;\s])width:\s{0,5}([\d.]+(?:px|%))/, height: /(?:^|[;\s])height:\s{0,5}([\d.]+(?:px|%))/ };
