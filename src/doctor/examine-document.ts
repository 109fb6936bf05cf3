import { plural } from "../base/plural.ts";
import { maxBytes } from "../network/request.ts";
import { checkCharset } from "./check-charset.ts";
import { checkIds, checkSelfLink, checkSize, reportTruncated } from "./check-content.ts";
import { type DocumentCheck, sizeText, unknownAddress } from "./check-context.ts";
import { checkDates } from "./check-dates.ts";
import { checkPrivateLinks } from "./check-private-links.ts";
import { describeUnreadable } from "./check-reach.ts";
import { checkRules } from "./check-rules.ts";
import type { FeedReport } from "./examine-feed.ts";
import { formatName } from "./live-site/document-kind.ts";
import { type NoFeed, readFeed } from "./live-site/feed-view.ts";
import type { Finding } from "./live-site/finding.ts";
import { countOf } from "./location/locate-entries.ts";
import { adviseIn } from "./publishing-system/advise-in.ts";
import { findSystem } from "./publishing-system/find-system.ts";

/** The findings about a feed document that no server has sent. */
export interface DocumentReport extends Pick<FeedReport, "kind" | "system" | "findings"> {
  /** The number of entries. */
  readonly entries: number;
}

// In a live feed, following the archive shows it.
const checkNext: DocumentCheck = ({ addresses, view }) => {
  const { next } = view.document;
  if (next === undefined || ![...addresses, ...view.selves].includes(next)) return [];
  const link = view.document.nextName ?? "prev-archive";
  const advice = `Link the previous entries with ${link}, and omit it in the oldest document`;
  return [{ check: "archive", severity: "warning", message: `Its ${link} leads to the document itself`, evidence: next, advice }];
};

const checks: readonly DocumentCheck[] = [
  (context) => checkCharset(context),
  checkSize,
  checkRules,
  checkSelfLink,
  checkPrivateLinks,
  checkIds,
  checkDates,
  checkNext,
];

/**
 * Examines a feed document before it is deployed. No request is sent.
 * @param url the address where it will be; undefined to skip the checks that depend on it
 * @param now milliseconds since 1970
 */
export function examineDocument(bytes: Uint8Array, url: string | undefined, now: number): DocumentReport {
  if (bytes.length > maxBytes) return { findings: [reportTruncated()], entries: 0 };
  const view = readFeed(bytes, "", url ?? unknownAddress);
  if ("reason" in view) {
    const system = findSystem({ kind: view.kind, text: view.text ?? "" });
    const findings = adviseIn(system, [describeNoFeed(view)]);
    return { ...(system.generator !== undefined && { system: system.generator }), findings, entries: 0 };
  }
  const context = { bytes, view, addresses: url === undefined ? [] : [url], now };
  const system = findSystem(view);
  const entries = countOf(view);
  const message = `${formatName(view.kind, view.text)}, ${plural(entries, "entry", "entries")}, ${sizeText(bytes.length)}`;
  const findings: Finding[] = [{ check: "readable", severity: "ok", message }, ...checks.flatMap((check) => check(context))];
  return {
    kind: view.kind,
    ...(system.generator !== undefined && { system: system.generator }),
    findings: adviseIn(system, findings),
    entries,
  };
}

function describeNoFeed(view: NoFeed): Finding {
  const { advice = "Name the file of the feed: RSS, Atom or JSON Feed", isCompressed, kind, reason } = view;
  if (kind !== "html" && kind !== "unknown") return describeUnreadable(view);
  if (isCompressed)
    return { check: "readable", severity: "error", message: `It is not a feed: ${reason}`, advice: "Name the unpacked file" };
  return { check: "readable", severity: "error", message: `It is not a feed: ${reason}`, advice };
}
