import { type HttpResponse, maxBytes } from "../network/request.ts";
import { type Check, sizeText } from "./check-context.ts";
import type { DocumentKind } from "./document-kind.ts";
import type { Finding } from "./finding.ts";
import { dayOf, parseInstant } from "./parse-instant.ts";

const limit = 5_000_000; // the W3C validator reads no further (ValidatorLimit), nor do several readers
const jsonLimit = 100_000; // jsonfeed.org: what a JSON Feed ideally stays under

/** Looks how large the document is. */
export function checkSize({ bytes, isTruncated }: HttpResponse, kind?: DocumentKind): Finding[] {
  const check = "size";
  const advice = "Put fewer entries into it, and the older ones into an archive (RFC 5005)";
  if (isTruncated)
    return [{ check, verdict: "error", what: `It is longer than ${sizeText(maxBytes)}, and was read no further (ValidatorLimit)`, advice }];
  const what = sizeText(bytes.length);
  if (bytes.length >= limit)
    return [{ check, verdict: "error", what: `${what}: readers give up at ${sizeText(limit)} (ValidatorLimit)`, advice }];
  if (kind === "json" && bytes.length > jsonLimit) {
    return [{ check, verdict: "note", what: `${what}: a JSON Feed should stay under ${sizeText(jsonLimit)}`, advice }];
  }
  return [{ check, verdict: "ok", what }];
}

/** Looks whether the feed says where it is, by which readers know it when it comes from somewhere else. */
export const checkSelfLink: Check = ({ response, redirectChain, view }) => {
  const check = "self link";
  if (view.mistake !== undefined) return [];
  const name = view.kind === "json" ? "feed_url" : "self link";
  const advice = `Write it: ${response.url}`;
  const [self, ...others] = view.selves;
  if (self === undefined)
    return [{ check, verdict: view.kind === "json" ? "note" : "warning", what: `There is no ${name} (${missing[view.kind]})`, advice }];
  if (others.length > 0)
    return [{ check, verdict: "warning", what: `There are ${view.selves.length}`, evidence: view.selves.join(", "), advice }];
  if (self === response.url || self === redirectChain.url) return [{ check, verdict: "ok", what: self }];
  if (!/^https?:\/\//i.test(self))
    return [{ check, verdict: "warning", what: `It is not absolute (${relative[view.kind]})`, evidence: self, advice }];
  const what = `It is not the address at which the feed was found (${different[view.kind]})`;
  return [
    {
      check,
      verdict: "warning",
      what,
      evidence: `${self}, and not ${response.url}`,
      advice: "Write the one address that readers are to keep",
    },
  ];
};

const missing = { rss: "MissingAtomSelfLink", rdf: "MissingAtomSelfLink", atom: "MissingSelf", json: "JSON Feed 1.1 feed_url" };
const relative = { rss: "RelativeSelf", rdf: "RelativeSelf", atom: "RelativeSelf", json: "JSON Feed 1.1 feed_url" };
const different = {
  rss: "SelfDoesntMatchLocation",
  rdf: "SelfDoesntMatchLocation",
  atom: "SelfDoesntMatchLocation",
  json: "JSON Feed 1.1 feed_url",
};

/** Looks at the ids, by which readers know what they have seen. */
export const checkIds: Check = ({ view }) => {
  const check = "ids";
  const { entries } = view.document;
  const ids = entries.map(({ id }) => id?.trim() ?? "").filter((id) => id !== "");
  const findings: Finding[] = [];
  const without = entries.length - ids.length;
  if (without > 0) {
    const what = `${without} of ${entries.length} entries have none${view.kind === "rss" ? " (MissingGuid)" : ""}`;
    const advice = "Give every entry one that never changes: without it an edit can make it new";
    findings.push({ check, verdict: view.kind === "rss" ? "warning" : "error", what, advice });
  }
  const twice = [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
  if (twice.length > 0) {
    const rule = view.kind === "rss" ? " (DuplicateValue)" : view.kind === "atom" ? " (DuplicateEntries)" : "";
    const what = `${twice.length} ${twice.length === 1 ? "is" : "are"} there more than once${rule}: readers show one entry of each`;
    findings.push({ check, verdict: "error", what, evidence: twice.slice(0, 3).join(", "), advice: "Give every entry one of its own" });
  }
  return findings.length > 0 || ids.length === 0
    ? findings
    : [{ check, verdict: "ok", what: `${ids.length}, all different`, evidence: ids[0] ?? "" }];
};

const skew = 600_000; // milliseconds that clocks may differ
const earliest = Date.UTC(1990); // ImplausibleDate

/** Looks when the entries say that they appeared. */
export const checkDates: Check = ({ network, view }) => {
  const check = "dates";
  const { entries } = view.document;
  if (entries.length === 0) {
    const advice = "Where it was not always so, look at what makes it: readers have nothing to show";
    return [{ check: "entries", verdict: "warning", what: "There are none", advice }];
  }
  const instants = entries.map(({ published }) => parseInstant(published)).filter((instant) => instant !== undefined);
  const findings: Finding[] = [];
  const complain = (verdict: Finding["verdict"], what: string, advice: string) => findings.push({ check, verdict, what, advice });
  const undated = entries.length - instants.length;
  if (undated > 0)
    complain("warning", `${undated} of ${entries.length} entries have none that can be read`, "Say of every entry when it appeared");
  const future = instants.filter((instant) => instant > network.now() + skew);
  if (future.length > 0) {
    const what = `${future.length} lie in the future (ImplausibleDate): ${dayOf(Math.max(...future))}`;
    complain("warning", what, "Publish an entry when its time has come: some readers keep it on top until then, some hide it");
  }
  const old = instants.filter((instant) => instant < earliest);
  if (old.length > 0) {
    const what = `${old.length} lie before there were feeds (ImplausibleDate): ${dayOf(Math.min(...old))}`;
    complain("warning", what, "Look for a date that is missing or was misread; leave it where it is meant");
  }
  if (findings.length > 0) return findings;
  return [{ check, verdict: "ok", what: `From ${dayOf(Math.min(...instants))} to ${dayOf(Math.max(...instants))}` }];
};
