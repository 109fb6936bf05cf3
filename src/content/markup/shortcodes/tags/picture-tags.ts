import { escapeMarkup } from "../../../../base/escape.ts";
import { altIn, captionIn, withCaption, withoutMarks } from "./figure.ts";
import { commaArguments, type ShortcodeArguments } from "./shortcode-arguments.ts";

const one = /^(?:fig(?:ure)?|imgc?|image|imgproc|pic(?:ture)?|photo)$/;
const pictureNames =
  /^fi$|^(?!(?:no|end))[\w-]*(?:(?<!con)figure|img|image|pic(?:ture)?|photo|gallery|lightbox|carousel|slider|screenshot|responsive)/i;
const file = /^[^\s?#{}]*\.(?:png|jpe?g|gif|webp|avif|svg)(?:[?#]\S*)?$/i;
const sources =
  /^(?:src|source|url|path|file|filename|image|image_path|img|name|light|before|after|images|imgs|photo|picture|large|full|href|link|\d+)$/;
/** A letter that is not of ASCII: a text in Chinese has no spaces. */
export const wide = /(?!\p{ASCII})\p{L}/u;
const maxPictures = 100;

/** Returns whether an address is that of a picture. */
export function isPictureFile(address: string): boolean {
  return file.test(address);
}

/** Returns the first word that is the file of a picture. */
export function pictureIn(words: readonly string[]): string | undefined {
  return words.find((word) => file.test(word));
}

/** Returns whether a tag shows pictures, judging by its name: `image`, `postimage`, `picture`, `gallery`. */
export function isPictureTag(name: string): boolean {
  return pictureNames.test(name);
}

/**
 * Returns the pictures whose files a tag of a theme contains: `{{< image src="a.png" alt="b" >}}`, `{% picture wide a.png --alt b %}`,
 * `{{< compare before="a.png" after="b.png" >}}`. Undefined without any.
 */
export function pictureTag(name: string, given: ShortcodeArguments, isMarkdown = false): string | undefined {
  const values = commaArguments(given.text) ?? given;
  const { named } = values;
  const files = filesOf(values).slice(0, one.test(name) ? 1 : maxPictures);
  if (files.length === 0) return undefined;
  const words = wordsOfPicture(name, values);
  const alt = altOf(values, isMarkdown) ?? words.alt ?? "";
  const caption = [named["title"], captionIn(named) ?? words.caption].filter(Boolean).join(" ");
  const captions = wordsOfFiles(named["captions"] ?? named["titles"], files);
  const alts = wordsOfFiles(named["alts"] ?? named["alttexts"], files);
  const images = files.map((src, index) => {
    const caption = captions[index] ?? "";
    const own = alts[index] ?? (caption === "" ? alt : isMarkdown ? withoutMarks(caption) : caption);
    return withOwnCaption(`<img src="${escapeMarkup(src)}" alt="${escapeMarkup(own)}">`, captions, index, isMarkdown);
  });
  const pictures = images.join(" ");
  const link = ["link", "href", "url"].map((key) => named[key]).find((url) => url && !files.includes(url));
  const linked = link === undefined ? pictures : `<a href="${escapeMarkup(link)}">${pictures}</a>`;
  const { source, ...others } = named;
  const credits = source === undefined || files.includes(source) ? others : named;
  return withCaption(linked, caption, isMarkdown, credits);
}

/**
 * Returns the words for each of several files, by their names or in their order: `captions="{a.png:One,b.png:Two}"` (Blowfish),
 * `captions="One|Two"`. Empty without words, and if there are more or fewer words than files.
 */
function wordsOfFiles(list = "", files: readonly string[]): string[] {
  const text = list.trim().replace(/^[[{]|[\]}]$/g, "");
  const starts = files.map((name) => startOfWords(text, name));
  if (starts.some(Boolean)) {
    const before = starts.flatMap((start) => start?.before ?? []);
    return starts.map((start) => {
      if (start === undefined) return "";
      const next = Math.min(...before.filter((index) => index > start.before), text.length);
      return text.slice(start.at, next).trim();
    });
  }
  const words = text.split(text.includes("|") ? "|" : ",").map((one) => one.trim());
  return text !== "" && words.length === files.length ? words : [];
}

// The place of the words after a name and a colon, and that of the comma before the name.
function startOfWords(text: string, name: string): { readonly before: number; readonly at: number } | undefined {
  for (let index = text.indexOf(`${name}:`); index >= 0; index = text.indexOf(`${name}:`, index + 1)) {
    const before = text.slice(0, index).trimEnd();
    if (/(?:^|[,|;])$/.test(before)) return { before: Math.max(0, before.length - 1), at: index + name.length + 1 };
  }
  return undefined;
}

function withOwnCaption(image: string, captions: readonly string[], index: number, isMarkdown: boolean): string {
  return captions.length === 0 ? image : withCaption(image, captions[index] ?? "", isMarkdown);
}

function filesOf({ named, positional }: ShortcodeArguments): string[] {
  const given = Object.entries(named).flatMap(([key, value]) =>
    sources.test(key) ? value.replace(/^[[{]|[\]}]$/g, "").split(/[,|]\s*/) : [],
  );
  const words = positional.flatMap((word) => word.split(/,\s*/));
  const files = [...given, ...words].map((word) => word.trim().replace(/^["']|["']$/g, "")).filter((word) => file.test(word));
  return [...new Set(files)];
}

// As in the attribute `sizes`, which Eleventy's tag has as its last argument.
const sizes = /\b\d+(?:vw|px|r?em)\b/;

const setting =
  /^(?:\d+(?:px|%|w|x\d*)?|true|false|null|undefined|none|left|right|center|lazy|eager|auto|wide|full|large|medium|small|inline|block|float|rounded|shadow|border|thumb|thumbnail|hero|cover|contain|responsive|webp|jpe?g|png|avif|_blank)$/;
const className = /^[a-z\d]+[-_:/][\w:/.[\]%-]*$/;
const classes = /^[\w:/.[\]%-]+(?: [\w:/.[\]%-]+)*$/; // of a style sheet

const ofNexT = /^(?:full-?image|fi)$/; // {% fullimage /a.png, Alt, Title %}

/** The words among the arguments without names. */
interface PictureWords {
  readonly alt?: string;
  readonly caption?: string;
}

/**
 * Returns the words that follow the file of a picture, or are before it: the alternative text and the caption, as Eleventy's shortcodes
 * have them, `{% figure "a.png", "Alt", "Caption" %}`.
 */
export function wordsOfPicture(name: string, { positional, text }: ShortcodeArguments): PictureWords {
  const hasCaption = /fig|caption/i.test(name);
  const isPhrase = (word: string) => /\s/.test(word) || wide.test(word) || (hasCaption && text.includes(`"${word}"`));
  const isOther = (word: string) => file.test(word) || sizes.test(word) || setting.test(word);
  const isWords = (word: string) => word !== "" && isPhrase(word) && !isOther(word);
  const at = positional.findIndex((word) => file.test(word)) + 1;
  if (ofNexT.test(name)) return { alt: positional[at] ?? "", ...(positional[at + 1] && { caption: positional[at + 1] }) };
  const [next = "", ...others] = positional.slice(at).filter((word) => !file.test(word));
  const isAlt = isWords(next) || (isSingleWord(next, text) && !isOther(next));
  const after = [...(isAlt ? [next] : []), ...others.filter(isWords)];
  const [alt = positional.slice(0, at).findLast(isWords), caption] = after;
  const isShown = caption !== undefined && (hasCaption || !isStyle(caption));
  return { ...(alt !== undefined && { alt }), ...(isShown && { caption }) };
}

/** Returns whether words are those of a style sheet: the sizes of a picture, or names of classes. */
export function isStyle(words: string): boolean {
  return sizes.test(words) || (classes.test(words) && !/[A-Z]|[^\x20-\x7F]/.test(words));
}

// One word in quotation marks: {% image "a.png", "Tomatoes" %}. Without a comma, a small letter may begin a class of a style sheet.
function isSingleWord(word: string, text: string): boolean {
  const written = `"${word}"`;
  const at = [written, `'${word}'`].map((quoted) => text.indexOf(quoted)).find((index) => index >= 0);
  if (at === undefined || !/\p{L}/u.test(word) || className.test(word)) return false;
  return /,\s*$/.test(text.slice(0, at)) || /^(?:\p{Lu}|(?!\p{ASCII})\p{L})/u.test(word);
}

// The words after `--alt` (jekyll_picture_tag).
function altOf({ named, text }: ShortcodeArguments, isMarkdown: boolean): string | undefined {
  const caption = captionIn(named) ?? named["title"];
  return (
    altIn(named) ??
    (caption && isMarkdown ? withoutMarks(caption) : caption) ??
    text
      .split(/(?:^|\s)--alt\s/)[1]
      ?.split(/\s--/)[0]
      ?.trim()
  );
}
