import * as z from "zod";
import { canonicalUrl } from "../base/canonical-url.ts";
import { replaceInvalidCharacters } from "../base/invalid-characters.ts";

/** The schema of a text of one line. */
export const text: z.ZodType<string, string> = z.string().transform((value) =>
  replaceInvalidCharacters(value, () => {})
    .replace(/\s+/g, " ")
    .trim(),
);

/** The schema of an absolute http(s) URL. */
export const httpUrl = z
  .url({ protocol: /^https?$/, error: 'not an absolute http(s) URL, such as "https://example.com"' })
  .transform((url) => canonicalUrl(url) ?? url);
