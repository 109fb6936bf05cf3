import { plural } from "../base/plural.ts";
import { maxBytes } from "../network/request.ts";
import { type DocumentCheck, sizeText } from "./check-context.ts";
import type { Finding } from "./live-site/finding.ts";
import { dayOf, parseInstant } from "./live-site/parse-instant.ts";
import { findSecondId } from "./location/find-second-id.ts";
import { locationsAt } from "./location/location.ts";

const limit = 5_000_000; // the W3C validator (ValidatorLimit) and several readers stop here
const jsonLimit = 100_000; // jsonfeed.org recommends to stay under it

const advice = "Put fewer entries into it, and the older ones into an archive (RFC 5005)";

/** Reports a document of which only the beginning was read. No reader reads further. */
export function reportTruncated(): Finding {
  const message = `It is longer than ${sizeText(maxBytes)}, where reading stopped (ValidatorLimit)`;
  return { check: "size", severity: "error", message, advice };
}

/** Checks the size of the document. */
export const checkSize: DocumentCheck = ({ bytes, view: { kind } }) => {
  const check = "size";
  const message = sizeText(bytes.length);
  if (bytes.length >= limit)
    return [{ check, severity: "error", message: `${message}: readers give up at ${sizeText(limit)} (ValidatorLimit)`, advice }];
  if (kind === "json" && bytes.length > jsonLimit) {
    return [{ check, severity: "note", message: `${message}: a JSON Feed should stay under ${sizeText(jsonLimit)}`, advice }];
  }
  return [{ check, severity: "ok", message }];
};

function locationOf(text: string, offset: number): Pick<Finding, "location"> {
  const location = offset < 0 ? undefined : locationsAt(text, [offset]).get(offset);
  return location === undefined ? {} : { location };
}

/** Checks the feed's own address, by which readers recognize the feed when they get it from another place. */
export const checkSelfLink: DocumentCheck = ({ addresses, view }) => {
  const check = "self link";
  if (view.mistake !== undefined) return [];
  if (view.kind === "rdf" && view.selves.length === 0) return []; // RSS 1.0 has no such link
  const name = view.kind === "json" ? "feed_url" : "self link";
  const [offset = -1] = view.selfOffsets.slice(view.selves.length > 1 ? 1 : 0);
  const place = locationOf(view.text, offset);
  const [address] = addresses;
  const advice = `Write it: ${address ?? "the address where readers will find the feed"}`;
  const [self, ...others] = view.selves;
  const right = view.selves.find((each) => addresses.includes(each)) ?? address;
  const keepOne =
    right === undefined ? "Keep the one with the address of the feed" : `Keep only the one to ${right}, and remove the others`;
  if (self === undefined)
    return [{ check, severity: view.kind === "json" ? "note" : "warning", message: `There is no ${name} (${missing[view.kind]})`, advice }];
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
  const check = "ids";
  const { entries } = view.document;
  const ids = entries.map(({ id }) => id?.trim() ?? "").filter((id) => id !== "");
  const findings: Finding[] = [];
  const without = entries.length - ids.length;
  if (without > 0) {
    const message = `${without} of ${plural(entries.length, "entry", "entries")} ${without === 1 ? "has" : "have"} no id${view.kind === "rss" ? " (MissingGuid)" : ""}`;
    const advice = "Give every entry an id that never changes: without one, an edited entry may look new";
    findings.push({ check, severity: view.kind === "rss" ? "warning" : "error", message, advice });
  }
  const twice = repeatedIn(ids);
  if (twice.length > 0) {
    const rule = view.kind === "rss" ? " (DuplicateValue)" : view.kind === "atom" ? " (DuplicateEntries)" : "";
    const message = `${plural(twice.length, "id")} ${twice.length === 1 ? "occurs" : "occur"} more than once${rule}: readers show one entry of each`;
    const place = locationOf(view.text, findSecondId(view.text, twice[0] ?? ""));
    const evidence = twice.slice(0, 3).join(", ");
    findings.push({ check, severity: "error", message, evidence, ...place, advice: "Give every entry its own id" });
  }
  return findings.length > 0 || ids.length === 0
    ? findings
    : [{ check, severity: "ok", message: `${ids.length}, all different`, evidence: ids[0] ?? "" }];
};

function repeatedIn(ids: readonly string[]): string[] {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const id of ids) (seen.has(id) ? repeated : seen).add(id);
  return [...repeated];
}

const skew = 600_000; // milliseconds that clocks may differ
const earliest = Date.UTC(1990); // ImplausibleDate

/** Checks the publication dates of the entries. */
export const checkDates: DocumentCheck = ({ now, view }) => {
  const check = "dates";
  const { entries } = view.document;
  if (entries.length === 0 && view.mistake !== undefined) return []; // perhaps only the error hides them
  if (entries.length === 0) {
    const advice = "If the feed had entries before, check the program that writes it: readers have nothing to show";
    return [{ check: "entries", severity: "warning", message: "The feed has no entries", advice }];
  }
  const instants = entries
    .map(({ published, updated }) => parseInstant(published) ?? parseInstant(updated))
    .filter((instant) => instant !== undefined);
  const findings: Finding[] = [];
  const report = (severity: Finding["severity"], message: string, advice: string) => findings.push({ check, severity, message, advice });
  const undated = entries.length - instants.length;
  if (undated > 0)
    report(
      "warning",
      `${undated} of ${plural(entries.length, "entry", "entries")} ${undated === 1 ? "has" : "have"} no valid date`,
      "Give every entry its date of publication",
    );
  const future = instants.filter((instant) => instant > now + skew);
  if (future.length > 0) {
    const message = `${plural(future.length, "date is", "dates are")} in the future (ImplausibleDate): ${dayOf(Math.max(...future))}`;
    report("warning", message, "Publish an entry at its date: until then, some readers keep it on top and some hide it");
  }
  const old = instants.filter((instant) => instant < earliest);
  if (old.length > 0) {
    const message = `${plural(old.length, "date is", "dates are")} from before feeds existed (ImplausibleDate): ${dayOf(Math.min(...old))}`;
    report("warning", message, "Correct dates that are missing or misread; keep intended ones");
  }
  if (findings.length > 0) return findings;
  return [{ check, severity: "ok", message: `From ${dayOf(Math.min(...instants))} to ${dayOf(Math.max(...instants))}` }];
};
