import { oneLine } from "../../../base/one-line.ts";
import { cutOff, truncate } from "../../../base/truncate.ts";

/** A text that the system of the article published only under a condition. */
export interface ConditionalText {
  /** The tag with the condition, as it is written: `{% if site.ads %}`. */
  readonly tag: string;
  /** The beginning of the text. */
  readonly text: string;
  /** The offset of the tag. */
  readonly offset: number;
}

const maxLength = 300; // UTF-16 units; the whole text would take quadratic time

/** Returns the text after a tag such as `{% if site.ads %}`; undefined for another tag, and for a condition of other tags alone. */
export function conditionalText(body: string, offset: number, tag: string): ConditionalText | undefined {
  if (!/^\{%-?\s{0,9}(?:if|unless|case)\b/.test(tag)) return undefined;
  const [text = "", ...branches] = body
    .slice(offset + tag.length, offset + tag.length + maxLength)
    .split(/\{%/)
    .map((part, index) => oneLine(index === 0 ? part : part.replace(/^[^%]*%\}/, "")));
  const shown = /^\{%-?\s{0,9}case\b/.test(tag) ? branches[0] : text;
  return shown === undefined || shown === "" ? undefined : { tag: cutOff(oneLine(tag), 80), text: truncate(shown, 60), offset };
}

/** Describes a text that may have been hidden. */
export function describeConditional({ tag, text }: ConditionalText): string {
  return `Cannot evaluate ${tag}, so its text is published: ${JSON.stringify(text)}; remove what the old site hid, or copy the site with npm run import`;
}
