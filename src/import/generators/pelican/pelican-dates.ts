import { textIn } from "../../../base/table-values.ts";
import type { FrontMatterTable, FrontMatterValue } from "../../../content/front-matter/front-matter-table.ts";
import type { PythonSettings } from "../../configuration/python/python-settings.ts";
import { type PelicanDate, readPelicanDate } from "./pelican-date.ts";

/** A note about the date of an article, and the part of it that differs between articles. */
type DateNote = readonly [kind: string, detail?: string];

const undated = "so it became a page; add a date and remove feed: false";

/** The dates of the texts of a site. */
export class PelicanDates {
  readonly #timezone: string;
  readonly #usesFiles: boolean;

  constructor(settings: PythonSettings, timezone: string) {
    this.#timezone = timezone;
    this.#usesFiles = settings.text("DEFAULT_DATE") === "fs";
  }

  /** Reads the date of a text; empty without one. */
  of(date: FrontMatterValue | undefined): PelicanDate {
    const text = textIn(date);
    return text === undefined ? {} : readPelicanDate(text, this.#timezone);
  }

  /** Returns front matter with dates that our reader reads as Pelican does. */
  corrected(frontMatter: FrontMatterTable): FrontMatterTable {
    const dates = ["date", "updated"].flatMap((key) => {
      const { written } = this.of(frontMatter[key]);
      return written === undefined ? [] : [[key, written] as const];
    });
    return { ...frontMatter, ...Object.fromEntries(dates) };
  }

  /** Returns whether Pelican skips an article, since it has no date, or one that it cannot read. */
  isSkipped({ date, fault }: PelicanDate): boolean {
    return fault === "unread" || (date === undefined && fault === undefined && !this.#usesFiles);
  }

  /** Returns the note about the date of an article; undefined if there is nothing to say. */
  noteOf(reading: PelicanDate, hasPlugins: boolean): DateNote | undefined {
    const { date, fault, precision, text, written } = reading;
    if (date === undefined) return [`${this.#reasonOf(reading, hasPlugins)}, ${undated}`];
    if (hasPlugins) return undefined;
    const detail = written === undefined ? "" : ` (${text}: ${written})`;
    if (fault === "unread")
      return [
        "Pelican cannot read its date, so it skips the article; here, it is a post: write draft: true into it if it must not be public",
      ];
    if (precision !== undefined)
      return ["Its date has no day, so Pelican takes that of each build: the copy has the first one, and its old id is unknown", detail];
    return written === undefined
      ? undefined
      : ["Its date is written as Pelican reads it (month before day), since it was not clear", detail];
  }

  #reasonOf({ fault }: PelicanDate, hasPlugins: boolean): string {
    if (hasPlugins) return "No date without the plugins";
    if (fault === "unread") return "Pelican cannot read its date, so it skips the article";
    if (fault === "no year") return "Its date has no year, so Pelican takes that of each build";
    return this.#usesFiles
      ? "DEFAULT_DATE = 'fs' takes its date from its file, and copies change it"
      : "No date (Pelican skips such articles)";
  }
}
