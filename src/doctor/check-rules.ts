import { parseFragment } from "parse5";
import { insteadWrite } from "../conformance/elements/grammar.ts";
import type { Rule, Violation } from "../conformance/rules/violation.ts";
import { isOwnRule } from "../conformance/severity.ts";
import { withoutHtml } from "../conformance/xml/xml.ts";
import { LimitError } from "../limits/limit-error.ts";
import { countingTreeAdapter } from "../limits/limited-html.ts";
import { adviceFor } from "./advice/rule-advice.ts";
import { readWrittenNames, withWrittenNames } from "./advice/written-names.ts";
import { type DocumentCheck, type DocumentContext, maxJudged, sizeText, unknownAddress } from "./check-context.ts";
import { implausibleDates } from "./check-dates.ts";
import { type FeedView, faultOfXml } from "./live-site/feed-view.ts";
import type { Finding } from "./live-site/finding.ts";
import { hasOnlyDecodedReplacements } from "./location/invalid-bytes.ts";
import { locateJsonPlaces } from "./location/json-places.ts";
import { locatePlaces } from "./location/locate-places.ts";
import { locateQuotes } from "./location/locate-quotes.ts";
import { type Location, locationsAt } from "./location/location.ts";
import { findSystem } from "./publishing-system/find-system.ts";
import { alsoAt } from "./publishing-system/topics.ts";
import { checkWithoutOutput } from "./rules-without-output.ts";

// Other checks report these with more context.
const reportedElsewhere = new Set<Rule>([
  ...(["SAXError", "ValidatorLimit", "ImplausibleDate"] as const),
  ...(["DuplicateEntries", "MissingGuid"] as const),
  ...(["MissingSelf", "MissingAtomSelfLink", "RelativeSelf", "SelfDoesntMatchLocation", "JSON Feed 1.1 feed_url"] as const),
  "WebSub §4",
  "NonstdEncoding",
]);

// A file without an address breaks none of these.
const ofAddress = new Set<Rule>(["SelfDoesntMatchLocation", "JSON Feed 1.1 feed_url"]);

const escapes = "Correct it there; if a template writes the feed, make it escape & and < in every text";

const notWellFormed = "It is not well-formed XML: most readers reject it";

/** Checks the document against the rules of its format. Returns one finding per broken rule, the most severe first. */
export const checkRules: DocumentCheck = (context) => {
  const { kind, mistake } = context.view;
  if (mistake !== undefined) {
    const { reason, location, advice = escapes } = faultOfXml(mistake);
    return [{ check: "well-formed", severity: "error", message: notWellFormed, evidence: reason, location, advice }];
  }
  const wellFormed: Finding = { check: "well-formed", severity: "ok", message: kind === "json" ? "JSON" : "XML" };
  if (kind === "rdf")
    return [
      wellFormed,
      { check: "rules", severity: "note", message: "The rules of RSS 1.0 are not checked", advice: "Offer RSS 2.0 or Atom, too" },
    ];
  if (context.bytes.length >= maxJudged) {
    const message = `The rules are not checked in a document of ${sizeText(maxJudged)} or more`;
    return [wellFormed, { check: "rules", severity: "note", message, advice: "Make it shorter, and check it again" }];
  }
  const findings = violationsIn(context, kind);
  const isBroken = findings.some(({ check }) => check === wellFormed.check || check === "WPBlankLine"); // XML 1.0 §2.8: nothing is before it
  return isBroken ? findings : [wellFormed, ...findings];
};

function violationsIn(context: DocumentContext, kind: "rss" | "atom" | "json"): Finding[] {
  const { addresses, now } = context;
  const [address = unknownAddress] = addresses;
  try {
    for (const { content } of context.view.document.entries) {
      if (content.includes("<")) parseFragment(content, { treeAdapter: countingTreeAdapter() }); // other text has no elements
    }
    const { output, text, violations } = checkWithoutOutput(kind, context.view.text, address, now);
    const view = { ...context.view, text };
    const dates = implausibleDates(context);
    const isOtherDate = ({ message, rule }: Violation) => rule === "ImplausibleDate" && !dates.has(message);
    const isConsequence = consequencesIn(violations, context.bytes);
    const isElsewhere = (each: Violation) => isConsequence(each) || (isReportedElsewhere(each, view) && !isOtherDate(each));
    const [elsewhere, here] = [true, false].map((wanted) => violations.filter((each) => isElsewhere(each) === wanted));
    const broken = group(here ?? [], view).map((finding) => (isUnnamed(finding, view) ? asNotWellFormed(finding) : finding));
    const findings = [...(output === undefined ? [] : [output]), ...broken];
    if (findings.length > 0) return findings;
    const hasFault = elsewhere?.some(({ rule }) => !isOwnRule(rule) && (addresses.length > 0 || !ofAddress.has(rule)));
    const rules = kind === "json" ? "rules of JSON Feed 1.1" : "rules of the W3C feed validator";
    return [{ check: "rules", severity: "ok", message: `It follows ${hasFault ? "all other" : "the"} ${rules}` }];
  } catch (error) {
    const isTooMuch = error instanceof LimitError;
    if (!isTooMuch && !(error instanceof RangeError)) throw error; // the rules recurse into nested elements
    const message = isTooMuch ? "The HTML of an entry has too many elements to be checked" : "It is nested too deeply to be checked";
    return [{ check: "rules", severity: "error", message, advice: "Look for an element that is not closed" }];
  }
}

// The validator has this rule for blank lines of WordPress alone, and otherwise reports what its parser says.
function isUnnamed({ check, evidence = "" }: Finding, { kind, text }: FeedView): boolean {
  return check === "WPBlankLine" && (evidence.includes("byte order mark") || findSystem({ kind, text }).generator !== "WordPress");
}

function asNotWellFormed({ evidence = "", ...finding }: Finding): Finding {
  return { ...finding, check: "well-formed", message: notWellFormed, evidence: evidence.replace(/^\/: /, "") };
}

/** Creates a test for a violation that has the cause of another: a wrong namespace of the root element, or invalid bytes. */
function consequencesIn(violations: readonly Violation[], bytes: Uint8Array): (violation: Violation) => boolean {
  const root = violations.find(({ rule }) => rule === "InvalidNamespace" || rule === "ObsoleteNamespace")?.place;
  const isReplacement = ({ message, rule }: Violation) => rule === "BadCharacters" && message === "U+FFFD";
  const isDecoded = violations.some(isReplacement) && hasOnlyDecodedReplacements(bytes); // checkCharset() reports it
  return (violation) => (violation.rule === "UnknownNamespace" && violation.place === root) || (isDecoded && isReplacement(violation));
}

function isReportedElsewhere({ message, place, rule }: Violation, { document }: FeedView): boolean {
  if (rule === "MissingElement") return message === "id" && /\/entry(?:\[\d+\])?$/.test(place);
  if (rule === "DuplicateValue") return /\/guid(?:\[\d+\])?$/.test(place);
  if (rule === "JSON Feed 1.1 id") return /(?:^missing|once more)$/.test(message);
  if (rule === "JSON Feed 1.1 next_url") return message === "the document itself";
  if (rule === "RFC 5005 §4") return message === `${document.nextName} is the document itself`;
  return reportedElsewhere.has(rule) || isOwnRule(rule);
}

// The rules of JSON Feed are checked object by object, and those of XML return violations in the order of the document.
function inJsonOrder(violations: readonly Violation[], text: string): Violation[] {
  const offsets = locateJsonPlaces(
    text,
    violations.map(({ place }) => place),
  );
  const offsetOf = ({ place }: Violation) => offsets.get(place) ?? 0;
  return violations.toSorted((a, b) => offsetOf(a) - offsetOf(b));
}

/** The texts that break rules of the document as a whole. */
const prologParts: Readonly<Partial<Record<Rule, RegExp>>> = {
  WPBlankLine: /^/,
  BadXmlVersion: /<\?xml\s/,
  MissingEncoding: /<\?xml\s/,
  ObscureEncoding: /<\?xml\s/,
  UnknownEncoding: /<\?xml\s/,
  DeprecatedDTD: /<!DOCTYPE\s/,
  ContainsSystemEntity: /<!DOCTYPE\s/,
};

function locateInProlog(rule: Rule, text: string): Location | undefined {
  const offset = prologParts[rule]?.exec(text)?.index ?? -1;
  return locationsAt(text, offset < 0 ? [] : [offset]).get(offset);
}

const maxOthers = 3;

/** Returns the further places of a broken rule, and the further faults in the same places, those of other elements first. */
function othersOf(found: readonly Violation[]): Violation[] {
  const [first, ...rest] = found;
  const keyOf = (each: Violation) => `${each.place} ${each.place === first?.place ? each.message : tagOf(each)}`;
  const own = first === undefined ? undefined : keyOf(first);
  const others = [...new Map(rest.map((violation) => [keyOf(violation), violation])).values()].filter((each) => keyOf(each) !== own);
  const names = new Set([nameOf(first)]);
  const isNew = (violation: Violation) => !names.has(nameOf(violation)) && names.add(nameOf(violation)) !== undefined;
  return [...Map.groupBy(others, isNew)].sort(([a], [b]) => Number(b) - Number(a)).flatMap(([, violations]) => violations);
}

/** Returns a text such as `; also line 9, /rss/channel/item/link; …`, or in the place of the first violation `; also line 9, <iframe>`. */
function describeOthers(first: Violation, others: readonly Violation[], inHtml: ReadonlyMap<Violation, Location>): string {
  const texts = others.slice(0, maxOthers).map((violation) => {
    const isSame = violation.place === first.place;
    const line = inHtml.get(violation)?.line ?? (isSame ? undefined : violation.line);
    const tag = tagOf(violation) === tagOf(first) ? "" : tagOf(violation);
    const text = isSame ? shortened(violation.message) : `${violation.place}${tag && `: ${tag}`}`;
    return line === undefined ? text : `line ${line}, ${text}`;
  });
  return texts.length === 0 ? "" : `${alsoAt}${[...texts, ...(others.length > maxOthers ? ["…"] : [])].join("; ")}`;
}

const maxMessage = 80; // UTF-16 units

function shortened(message: string): string {
  return message.length > maxMessage ? `${message.slice(0, maxMessage)}…` : message;
}

// The element, without its position, and the element of HTML in it that the rule is about.
function nameOf(violation: Violation | undefined): string {
  return `${withoutHtml(violation?.place ?? "").replace(/\[\d+\]/g, "")} ${violation === undefined ? "" : tagOf(violation)}`;
}

/** Returns the element of HTML that the message names: `<iframe>`; otherwise an empty text. */
function tagOf({ message }: Violation): string {
  return /^<[\w-]+>/.exec(message)?.[0] ?? "";
}

function group(unordered: readonly Violation[], view: FeedView): Finding[] {
  const violations = view.kind === "json" ? inJsonOrder(unordered, view.text) : unordered;
  const byRule = Map.groupBy(violations, ({ rule, severity }) => `${severity} ${rule}`); // those of JSON Feed may have two
  const locations = locatePlaces(
    view.text,
    [...byRule.values()].map(([first]) => first?.place ?? ""),
  );
  const others = new Map([...byRule.values()].map((found) => [found, othersOf(found)]));
  const shown = [...others].flatMap(([found, further]) => [...found.slice(0, 1), ...further.slice(0, maxOthers)]);
  const inHtml = view.kind === "json" ? new Map<Violation, Location>() : locateQuotes(view.text, shown);
  const names = view.kind === "json" ? undefined : readWrittenNames(view.text);
  const written = (advice: string, place: string) => (names === undefined ? advice : withWrittenNames(advice, names, place));
  const findings = [...byRule.values()].flatMap((found): Finding[] => {
    const [first] = found;
    if (first === undefined) return [];
    const { rule } = first;
    const further = others.get(found) ?? [];
    const times = found.length === 1 ? "once" : `${found.length} times${further.length === 0 ? ", in the same place" : ""}`;
    const reason = first.message.includes(insteadWrite) ? written(first.message, first.place) : first.message;
    const remedy = adviceFor(rule, reason, first.place);
    const location = inHtml.get(first) ?? locations.get(first.place) ?? locateInProlog(rule, view.text);
    const line = first.line === undefined || location !== undefined ? "" : `line ${first.line}, `;
    const evidence = `${line}${first.place}: ${reason}${describeOthers(first, further, inHtml)}`;
    const verb = first.severity === "note" ? "does not follow this recommendation" : "breaks this rule";
    const message = `The document ${verb} ${times}`;
    return [
      {
        check: rule,
        severity: first.severity,
        message,
        evidence,
        ...(location !== undefined && { location }),
        advice: rule === "AvoidNamespacePrefix" ? remedy : written(remedy, first.place),
      },
    ];
  });
  const order = { error: 0, warning: 1, note: 2, ok: 3 };
  return findings.sort((a, b) => order[a.severity] - order[b.severity]);
}
