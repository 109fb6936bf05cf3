import type { FeedView } from "./feed-view.ts";
import type { Finding } from "./finding.ts";
import { dayOf } from "./parse-instant.ts";
import type { History } from "./walk-archive.ts";

/** Judges the archive of a feed that was followed to its end. */
export function describeArchive({ documents, entries, gap }: History, { document, kind }: FeedView): Finding[] {
  const check = "archive";
  if (document.next === undefined) return [{ check, verdict: "ok", what: "None: the feed is all that there is" }];
  const instants = entries.map(({ published }) => published).filter((instant) => instant !== undefined);
  const since = instants.length === 0 ? "" : `, back to ${dayOf(instants.reduce((a, b) => Math.min(a, b)))}`;
  const reach = `${entries.length} entries in ${documents} ${documents === 1 ? "document" : "documents"}${since}`;
  if (gap === undefined) return [{ check, verdict: "ok", what: reach }];
  const isLimit = gap.reason.endsWith("no further");
  const link = kind === "json" ? "next_url" : "prev-archive";
  const advice = `Let ${link} lead to the entries before, and leave it out at the beginning`;
  const finding = { check, what: `Its end is not reached: ${gap.reason} (${reach})`, evidence: `${link} ${gap.url}` };
  return [isLimit ? { ...finding, verdict: "note" } : { ...finding, verdict: "warning", advice }];
}
