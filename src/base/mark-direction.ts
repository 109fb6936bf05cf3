import { directionOf } from "./canonical-language.ts";

/** The language of a text, as a BCP 47 tag, and its direction. */
interface Direction {
  readonly direction: "ltr" | "rtl";
  readonly language: string;
}

/** Marks HTML whose direction is not that of the language of the site: a reader shows it on a page of the other direction. */
export function markDirection(html: string, { direction, language }: Direction, siteLanguage: string): string {
  return direction === directionOf(siteLanguage) ? html : `<div dir="${direction}" lang="${language}">\n${html}\n</div>`;
}
