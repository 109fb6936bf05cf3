import { meaningfulTitle } from "../../../plain-html/embed-title.ts";
import { isPictureFile, isStyle, wide } from "./picture-tags.ts";
import { namedWords, type ShortcodeArguments } from "./shortcode-arguments.ts";

// Of the arrangement, of scripts, and of what a browser does not show; the further files of a picture.
const settings =
  /class|style|^(?:id|rel|target|sizes|media|allow|sandbox|referrerpolicy|loading|decoding|aria-\w+|role|params?|options?|command|process|filter|icon|theme|color|bg|background|lang(?:uage)?|type|kind|width|height|ratio|aspect|align|position|layout|highlight|hl_\w+|animation|effect|group|key|data-.*|on\w+)$|dark|srcset|poster|preview|thumb|placeholder|lqip|fallback|small|large|mobile|original|^(?:src|image|img|file)[-_]/;
const words =
  /^(?:title|caption|credits?|attr|attribution|source|author|by|cite|artist|photographer|copyright|license|licence|description|desc|subtitle|legend|note|text|content|body|message|header|heading|summary|label)$/;
const address = /^https?:\/\/[^\s/]/;
const letters = /[\p{L}\p{N}]/u;

/**
 * Returns whether a tag has words, an address or a picture among its arguments that its replacement does not contain, such as the source of
 * `{{< video src="a.mp4" source="The archive" >}}`.
 */
export function losesArguments(values: ShortcodeArguments, html: string): boolean {
  const { named, positional, text } = namedWords(values);
  const shown = new Set(wordsIn(html));
  const isEmbed = html.includes("data-embed"); // whose address may be another one, and whose title no stock title
  const isLost = (value: string) =>
    !wordsIn(value).every((word) => shown.has(word)) && !(isEmbed && (address.test(value) || meaningfulTitle(value) === undefined));
  const isQuoted = (value: string) => ['"', "'", "`"].some((mark) => text.includes(`${mark}${value}${mark}`));
  return (
    Object.entries(named).some(([key, value]) => isShown(key, value, html) && isLost(value)) ||
    positional.some((value) => isQuoted(value) && (isFile(value) || (isPhrase(value) && !isStyle(value))) && isLost(value))
  );
}

function isShown(key: string, value: string, html: string): boolean {
  if (settings.test(key) || (/alt/.test(key) && !html.includes("<img"))) return false;
  return (words.test(key) && letters.test(value) && !/^(?:true|false|none|auto)$/.test(value)) || isFile(value) || isPhrase(value);
}

function isFile(value: string): boolean {
  return (isPictureFile(value) && !/dark|night/i.test(value)) || address.test(value);
}

function isPhrase(value: string): boolean {
  return wide.test(value) || value.split(/\s+/).filter((word) => /\p{L}{2}/u.test(word)).length > 1;
}

// Without the signs, which may be escaped.
function wordsIn(text: string): string[] {
  return text.replace(/<\/?[a-z]+|&[a-z]{2,5};|&#\d{1,5};/g, " ").match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}
