import { Temporal } from "temporal-polyfill";
import { stringify } from "yaml";
import { slugify } from "../model/slug.ts";

/** A file for the articles folder. */
export interface NewArticle {
  /** Below the articles folder: `2025-01-15-a-walk.md`. */
  readonly source: string;
  readonly text: string;
}

/**
 * Creates an article: a draft, so that it is not published half-written.
 * @param now milliseconds since 1970
 * @param timezone IANA name, in which the date is written
 */
export function newArticle(title: string, now: number, timezone: string): NewArticle {
  const moment = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timezone);
  const date = moment.toString({ timeZoneName: "never", smallestUnit: "second" });
  const frontMatter = stringify({ title, date, draft: true }, { lineWidth: 0 });
  return { source: `${moment.toPlainDate()}-${slugify(title)}.md`, text: `---\n${frontMatter}---\n\n` };
}
