import { directionOf } from "../base/language/canonical-language.ts";

/** The language of a text, as a BCP 47 tag, and its direction. */
interface Direction {
  readonly direction: "ltr" | "rtl";
  readonly language: string;
}

/**
 * Wraps HTML in a `<div>` with its direction and language, unless it and the site are written from left to right. Most readers ignore the
 * language of a feed, and show content in the direction of their own pages.
 */
export function markDirection(html: string, { direction, language }: Direction, siteLanguage: string): string {
  if (html === "") return "";
  return direction === "ltr" && directionOf(siteLanguage) === "ltr" ? html : `<div dir="${direction}" lang="${language}">\n${html}\n</div>`;
}
