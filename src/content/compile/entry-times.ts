import type { Report } from "../../model/diagnostic.ts";
import type { ReportAt } from "../../model/report-at.ts";
import type { ParsedDate } from "../metadata/parse-date.ts";
import { type ParsedArticle, reporterAt } from "./article.ts";

/** When an entry became public and when it last changed, in milliseconds since 1970. */
export interface EntryInstants {
  readonly published: number;
  /** Never before `published`, and no two entries' are the same. */
  readonly updated: number;
}

/**
 * The times of every article, by its source. Feed validators take two entries with one `updated` for a mistake, so those of
 * one day that give no time differ by a part of a second, and of those that agree still, the later ones by a millisecond.
 */
export function entryInstants(articles: readonly ParsedArticle[], now: number, report: Report): Map<string, EntryInstants> {
  const read = articles.map((article) => {
    const { identity, source } = article;
    return { source, id: identity.id, ...readTimes(article, now, reporterAt(article, report)) };
  });
  const taken = new Set<number>();
  const times = new Map<string, EntryInstants>();
  for (const { source, published, updated } of read.sort((a, b) => a.published - b.published || (a.id < b.id ? -1 : 1))) {
    let distinct = updated;
    while (taken.has(distinct)) distinct++;
    taken.add(distinct);
    times.set(source, { published, updated: distinct });
  }
  return times;
}

function readTimes({ identity, metadata, published, updated }: ParsedArticle, now: number, reportAt: ReportAt): EntryInstants {
  const instantOf = ({ hasTime, instant }: ParsedDate) => (hasTime ? instant : instant + millisecondOf(identity.id));
  const first = instantOf(published);
  if (first < Date.UTC(1990)) {
    reportAt(metadata.keys["date"] ?? "date", "warning", "Cannot be sure of the date: feed readers doubt what is older than 1990");
  }
  if (updated === undefined) return { published: first, updated: first };
  const last = Math.max(instantOf(updated), first);
  if (last > Math.max(now, first)) {
    reportAt(
      metadata.keys["updated"] ?? "updated",
      "error",
      `Cannot use updated ${JSON.stringify(metadata.updated)}: it lies in the future`,
    );
  }
  return { published: first, updated: last };
}

// FNV-1a, folded to 0–999: always the same for the same id.
function millisecondOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < id.length; index++) hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193);
  return (hash >>> 0) % 1000;
}
