import { escapeMarkup } from "../base/escape.ts";
import { plural } from "../base/plural.ts";
import { maxBytes } from "../network/request.ts";
import { readWrittenNames, withWrittenNames } from "./advice/written-names.ts";
import { type DocumentCheck, maxJudged, sizeText } from "./check-context.ts";
import { formatName, hasNoIds } from "./live-site/document-kind.ts";
import type { FeedView } from "./live-site/feed-view.ts";
import type { Finding } from "./live-site/finding.ts";
import { isPartlyRead, locateEntries } from "./location/locate-entries.ts";
import { locatePlaces } from "./location/locate-places.ts";
import { locationsAt } from "./location/location.ts";

const jsonLimit = 100_000; // jsonfeed.org recommends to stay under it

const adviceFor = (kind: FeedView["kind"]) =>
  `Put fewer entries into it, and the older ones into ${kind === "json" ? "further documents (next_url)" : "an archive (RFC 5005)"}`;

/** Reports a document of which only the beginning was read. No reader reads further. */
export function reportTruncated(): Finding {
  const message = `It is longer than ${sizeText(maxBytes)}, where reading stopped (ValidatorLimit)`;
  return { check: "size", severity: "error", message, advice: "Put fewer entries into it, and the older ones into further documents" };
}

/** Checks the size of the document. */
export const checkSize: DocumentCheck = ({ bytes, view: { kind } }) => {
  const check = "size";
  const message = sizeText(bytes.length);
  const advice = adviceFor(kind);
  if (bytes.length >= maxJudged)
    return [{ check, severity: "error", message: `${message}: readers give up at ${sizeText(maxJudged)} (ValidatorLimit)`, advice }];
  if (kind === "json" && bytes.length > jsonLimit) {
    return [{ check, severity: "note", message: `${message}: a JSON Feed should stay under ${sizeText(jsonLimit)}`, advice }];
  }
  return [{ check, severity: "ok", message }];
};

/** Returns the position of the self link, or of the first one to remove. @param right the address of the one to keep, if it is known */
function locateSelf({ kind, selfOffsets, selves, text }: FeedView, right: string | undefined): Pick<Finding, "location"> {
  const wrong = right === undefined ? -1 : selves.findIndex((self) => self !== right);
  const offset = selfOffsets[selves.length < 2 ? 0 : wrong < 0 ? 1 : wrong] ?? -1;
  const location = kind === "json" ? locatePlaces(text, ["$.feed_url"]).get("$.feed_url") : locationsAt(text, [offset]).get(offset);
  return location === undefined || (kind !== "json" && offset < 0) ? {} : { location };
}

/** Checks the feed's own address, by which readers recognize the feed when they get it from another place. */
export const checkSelfLink: DocumentCheck = ({ addresses, view }) => {
  const check = "self link";
  if (view.mistake !== undefined) return [];
  if (view.kind === "rdf" && view.selves.length === 0) return []; // RSS 1.0 has no such link
  const name = view.kind === "json" ? "feed_url" : "self link";
  const [address] = addresses;
  const advice = `Write it: ${address ?? "the address where readers will find the feed"}`;
  const [self, ...others] = view.selves;
  const right = view.selves.find((each) => addresses.includes(each)) ?? address;
  const place = locateSelf(view, right);
  const keepOne =
    right === undefined ? "Keep the one with the address of the feed" : `Keep only the one to ${right}, and remove the others`;
  if (self === undefined) {
    const severity = view.kind === "json" ? "note" : "warning";
    return [{ check, severity, message: `There is no ${name} (${missing[view.kind]})`, advice: adviceToAddSelf(view, address) }];
  }
  if (others.length > 0)
    return [
      {
        check,
        severity: "warning",
        message: `There are ${view.selves.length}`,
        evidence: view.selves.join(", "),
        ...place,
        advice: keepOne,
      },
    ];
  if (addresses.includes(self)) return [{ check, severity: "ok", message: self }];
  if (!/^https?:\/\//i.test(self))
    return [{ check, severity: "warning", message: `It is not absolute (${relative[view.kind]})`, evidence: self, ...place, advice }];
  if (address === undefined) return []; // nothing to compare it with
  const message = `It differs from the address of the feed (${different[view.kind]})`;
  return [
    {
      check,
      severity: "warning",
      message,
      evidence: `${self}, and not ${address}`,
      ...place,
      advice: "Write the one address that readers should store",
    },
  ];
};

const selfLinks = {
  rss: '<atom:link rel="self" type="application/rss+xml" href="…"/> to <channel>',
  atom: '<link rel="self" type="application/atom+xml" href="…"/> to <feed>',
};

/** Returns the advice to add a self link, with the prefix that the document has for the namespace of Atom. */
function adviceToAddSelf({ kind, text }: FeedView, address: string | undefined): string {
  const hint = address === undefined ? ", with the address where readers will find the feed" : "";
  if (kind === "json") return `Add "feed_url": ${JSON.stringify(address ?? "…")}${hint}`;
  const advice = `Add ${selfLinks[kind === "atom" ? "atom" : "rss"]}`;
  const written = withWrittenNames(advice, readWrittenNames(text));
  return `${written.replace('href="…"', () => `href="${escapeMarkup(address ?? "…")}"`)}${hint}`;
}

const missing = { rss: "MissingAtomSelfLink", rdf: "MissingAtomSelfLink", atom: "MissingSelf", json: "JSON Feed 1.1 feed_url" };
const relative = { rss: "RelativeSelf", rdf: "RelativeSelf", atom: "RelativeSelf", json: "JSON Feed 1.1 feed_url" };
const different = {
  rss: "SelfDoesntMatchLocation",
  rdf: "SelfDoesntMatchLocation",
  atom: "SelfDoesntMatchLocation",
  json: "JSON Feed 1.1 feed_url",
};

/** Checks the ids, by which readers recognize entries that they have already seen. */
export const checkIds: DocumentCheck = ({ view }) => {
  if (isPartlyRead(view)) return [];
  const all = view.document.entries.map(({ id }) => id?.trim() ?? "");
  if (hasNoIds(view.kind, view.text) && all.length > 0 && all.every((id) => id === "")) return [describeOld(view)];
  const without = all.flatMap((id, index) => (id === "" ? [index] : []));
  const ids = all.filter((id) => id !== "");
  const twice = repeatedIn(ids);
  const findings = [
    ...(without.length > 0 ? [describeMissing(view, without)] : []),
    ...(twice.length > 0 ? [describeTwice(view, all, twice)] : []),
  ];
  return findings.length > 0 || ids.length === 0
    ? findings
    : [{ check: "ids", severity: "ok", message: `${ids.length}, all different`, evidence: ids[0] ?? "" }];
};

function describeOld({ kind, text }: FeedView): Finding {
  const message = `${formatName(kind, text)} has no ids and no dates of entries: readers recognize an entry by its link`;
  return { check: "ids", severity: "note", message, advice: "Offer RSS 2.0 or Atom, too" };
}

const idNames = { rss: "a <guid>", rdf: "the attribute rdf:about with an address", atom: "an <id>", json: "an id" };

function describeMissing(view: FeedView, without: readonly number[]): Finding {
  const count = `${without.length} of ${plural(view.document.entries.length, "entry", "entries")}`;
  return {
    check: "ids",
    severity: view.kind === "rss" ? "warning" : "error",
    message: `${count} ${without.length === 1 ? "has" : "have"} no id${view.kind === "rss" ? " (MissingGuid)" : ""}`,
    ...locateEntries(view, without, "id"),
    advice: `Give every entry ${idNames[view.kind]} that never changes: without one, an edited entry may look new`,
  };
}

function describeTwice(view: FeedView, all: readonly string[], twice: readonly string[]): Finding {
  const { kind } = view;
  const rule = kind === "rss" ? " (DuplicateValue)" : kind === "atom" ? " (DuplicateEntries)" : "";
  const [first = ""] = twice;
  const second = all.indexOf(first, all.indexOf(first) + 1);
  const { location } = locateEntries(view, [second], "id", () => first);
  return {
    check: "ids",
    severity: kind === "atom" ? "warning" : "error", // RFC 4287 §4.1.1: entries with one id are versions of one entry
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
