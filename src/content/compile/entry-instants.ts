import type { Report } from "../../model/diagnostic.ts";
import type { ParsedDate } from "../metadata/parse-date.ts";
import { type ParsedArticle, reporterAtKeys } from "./article.ts";

/** The instants at which an entry became public and last changed, in milliseconds since 1970. */
export interface EntryInstants {
  readonly published: number;
  /** Never before `published`. */
  readonly updated: number;
}

/**
 * Computes the instants of an article, which depend on no other article. Reports an update in the future, and one before the
 * date. Feed validators warn if two entries have the same `updated`, so an update without a time of day gets milliseconds that are derived
 * from the id.
 */
export function entryInstants(article: ParsedArticle, now: number, report: Report): EntryInstants {
  const { identity, metadata, permalinkDate } = article;
  const reportAtKey = reporterAtKeys(article, report);
  const published = article.published.instant;
  if (published < Date.UTC(1990) && permalinkDate !== undefined) {
    reportAtKey(metadata.keys["date"] ?? "date", "warning", "Cannot be sure of the date: feed readers doubt dates before 1990");
  }
  const written = withMillisecond(article.updated ?? article.published, identity.id);
  const updated = written < published ? withMillisecond(article.published, identity.id) : written;
  if (published <= now && isBeforeDate(article))
    reportAtKey(
      metadata.keys["updated"] ?? "updated",
      "warning",
      `Cannot use updated ${JSON.stringify(metadata.updated)}: it is before the date of the article, which was used; correct it, or delete the line`,
    );
  if (article.updated !== undefined && article.updated.instant > Math.max(now, published)) {
    reportAtKey(
      metadata.keys["updated"] ?? "updated",
      "error",
      `Cannot use updated ${JSON.stringify(metadata.updated)}: it is in the future`,
    );
  }
  return { published, updated };
}

const oneDay = 86_400_000;

// A day may be that of the date, and a later date of release is no fault, nor a date to come. Drafts may have no date yet.
function isBeforeDate({ lacksDate, metadata: { draft }, permalinkDate, updated }: ParsedArticle): boolean {
  if (updated === undefined || permalinkDate === undefined || draft || lacksDate) return false;
  return updated.hasTime ? updated.instant < permalinkDate : updated.instant + oneDay <= permalinkDate;
}

function withMillisecond({ hasTime, instant }: ParsedDate, id: string): number {
  return hasTime ? instant : instant + millisecondOf(id);
}

// FNV-1a, reduced to 0–999: the same id always gets the same milliseconds.
function millisecondOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < id.length; index++) hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193);
  return (hash >>> 0) % 1000;
}
