import { plural } from "../base/plural.ts";
import type { FeedView } from "./live-site/feed-view.ts";
import type { Finding } from "./live-site/finding.ts";
import { dayOf } from "./live-site/parse-instant.ts";
import type { History } from "./live-site/walk-archive.ts";

const check = "archive";

/** Reports how far the archive of a feed could be followed. */
export function describeArchive(history: History, { document }: FeedView): Finding[] {
  return [...describeBroken(history), ...describeReach(history, document)];
}

function describeBroken({ broken }: History): Finding[] {
  if (broken === undefined) return [];
  const message = "A document of it is not well-formed XML: most readers reject it, and lose the entries in it and in older ones";
  const advice = "Correct it there, and write the whole archive again: a document that was written once keeps the fault of its template";
  return [{ check, severity: "error", message, evidence: `${broken.url}: ${broken.reason}`, advice }];
}

function describeReach({ broken, documents, entries, gap }: History, document: FeedView["document"]): Finding[] {
  if (document.next === undefined) return [{ check, severity: "ok", message: "None: the feed links to no older entries" }];
  const instants = entries.map(({ published }) => published).filter((instant) => instant !== undefined);
  const since = instants.length === 0 ? "" : `, back to ${dayOf(instants.reduce((a, b) => Math.min(a, b)))}`;
  const reach = `${plural(entries.length, "entry", "entries")} in ${plural(documents, "document")}${since}`;
  if (gap === undefined && broken !== undefined) return [];
  if (gap === undefined) return [{ check, severity: "ok", message: reach }];
  const isLimit = /which is the limit$|^it was not (?:requested|read)/.test(gap.reason);
  const link = document.nextName ?? "prev-archive";
  const advice = gap.isOfServer
    ? `Make this address answer with the previous entries, and look at the server's log; omit ${link} if there are none`
    : `Link the previous entries with ${link}, and omit it in the oldest document`;
  const finding = { check, message: `It cannot be followed to its end: ${gap.reason} (${reach})`, evidence: `${link} ${gap.url}` };
  return [isLimit ? { ...finding, severity: "note" } : { ...finding, severity: "warning", advice }];
}
