import { plainText } from "../../feed-parser/plain-text.ts";

const media = /<(?:img|picture|video|audio|iframe|embed|object|svg)\b/i;

/** Returns whether HTML has neither words nor media. */
export function showsNothing(html: string): boolean {
  return !media.test(html) && plainText(html).trim() === "";
}
