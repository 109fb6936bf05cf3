import { plural } from "../base/plural.ts";
import type { DocumentCheck } from "./check-context.ts";
import type { FeedView } from "./live-site/feed-view.ts";
import type { Finding } from "./live-site/finding.ts";
import { findSecondId } from "./location/find-second-id.ts";
import { locateEntries } from "./location/locate-entries.ts";
import { locationsAt } from "./location/location.ts";

const check = "ids";

/** Checks the ids, by which readers recognize entries that they have already seen. */
export const checkIds: DocumentCheck = ({ view }) => {
  const all = view.document.entries.map(({ id }) => id?.trim() ?? "");
  const without = all.flatMap((id, index) => (id === "" ? [index] : []));
  const ids = all.filter((id) => id !== "");
  const twice = repeatedIn(ids);
  const findings = [
    ...(without.length > 0 ? [describeMissing(view, without)] : []),
    ...(twice.length > 0 ? [describeTwice(view, twice)] : []),
  ];
  return findings.length > 0 || ids.length === 0
    ? findings
    : [{ check, severity: "ok", message: `${ids.length}, all different`, evidence: ids[0] ?? "" }];
};

function describeMissing(view: FeedView, without: readonly number[]): Finding {
  const count = `${without.length} of ${plural(view.document.entries.length, "entry", "entries")}`;
  return {
    check,
    severity: view.kind === "rss" ? "warning" : "error",
    message: `${count} ${without.length === 1 ? "has" : "have"} no id${view.kind === "rss" ? " (MissingGuid)" : ""}`,
    ...locateEntries(view, without, "id"),
    advice: "Give every entry an id that never changes: without one, an edited entry may look new",
  };
}

function describeTwice({ kind, text }: FeedView, twice: readonly string[]): Finding {
  const rule = kind === "rss" ? " (DuplicateValue)" : kind === "atom" ? " (DuplicateEntries)" : "";
  const offset = findSecondId(text, twice[0] ?? "");
  const location = offset < 0 ? undefined : locationsAt(text, [offset]).get(offset);
  return {
    check,
    severity: "error",
    message: `${plural(twice.length, "id")} ${twice.length === 1 ? "occurs" : "occur"} more than once${rule}: readers show one entry of each`,
    evidence: twice.slice(0, 3).join(", "),
    ...(location !== undefined && { location }),
    advice: "Give every entry its own id",
  };
}

function repeatedIn(ids: readonly string[]): string[] {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const id of ids) (seen.has(id) ? repeated : seen).add(id);
  return [...repeated];
}
