import type { Report } from "../../model/diagnostic.ts";
import type { ReportAtKey } from "../../model/report-at-key.ts";
import type { ParsedDate } from "../metadata/parse-date.ts";
import { type ParsedArticle, reporterAtKeys } from "./article.ts";

/** The instants at which an entry became public and last changed, in milliseconds since 1970. */
export interface EntryInstants {
  readonly published: number;
  /** Never before `published`, and unique among the entries of feeds. */
  readonly updated: number;
}

/**
 * Computes the instants of all articles by source. Feed validators warn if two entries have the same `updated`. Therefore a date without a
 * time of day gets milliseconds that are derived from the id, and each entry that still collides is moved by one millisecond. Unlisted
 * entries are in no feed, so that they neither move nor move others.
 */
export function entryInstants(articles: readonly ParsedArticle[], now: number, report: Report): Map<string, EntryInstants> {
  const read = articles.map((article) => {
    const { identity, metadata, source } = article;
    return { source, id: identity.id, isUnlisted: metadata.unlisted, ...readInstants(article, now, reporterAtKeys(article, report)) };
  });
  const taken = new Set<number>();
  const instants = new Map<string, EntryInstants>();
  for (const { isUnlisted, source, published, updated } of read.sort((a, b) => a.published - b.published || (a.id < b.id ? -1 : 1))) {
    let distinct = updated;
    while (!isUnlisted && taken.has(distinct)) distinct++;
    if (!isUnlisted) taken.add(distinct);
    instants.set(source, { published, updated: distinct });
  }
  return instants;
}

function readInstants(article: ParsedArticle, now: number, reportAtKey: ReportAtKey): EntryInstants {
  const { identity, metadata, permalinkDate, published, updated } = article;
  const instantOf = ({ hasTime, instant }: ParsedDate) => (hasTime ? instant : instant + millisecondOf(identity.id));
  const first = instantOf(published);
  if (first < Date.UTC(1990) && permalinkDate !== undefined) {
    reportAtKey(metadata.keys["date"] ?? "date", "warning", "Cannot be sure of the date: feed readers doubt dates before 1990");
  }
  if (updated === undefined) return { published: first, updated: first };
  const last = Math.max(instantOf(updated), first);
  if (last > Math.max(now, first)) {
    reportAtKey(
      metadata.keys["updated"] ?? "updated",
      "error",
      `Cannot use updated ${JSON.stringify(metadata.updated)}: it is in the future`,
    );
  }
  return { published: first, updated: last };
}

// FNV-1a, reduced to 0–999: the same id always gets the same milliseconds.
function millisecondOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < id.length; index++) hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193);
  return (hash >>> 0) % 1000;
}
