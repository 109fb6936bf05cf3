import { plural } from "../base/plural.ts";
import { findRfc3339Fault, findW3cDateFault } from "../conformance/values/dates.ts";
import { findRfc822Fault } from "../conformance/values/rfc822-date.ts";
import { type DocumentCheck, type DocumentContext, maxJudged } from "./check-context.ts";
import { hasNoIds } from "./live-site/document-kind.ts";
import type { Finding } from "./live-site/finding.ts";
import { dayOf, parseInstant } from "./live-site/parse-instant.ts";
import { countEntries, isPartlyRead, locateEntries } from "./location/locate-entries.ts";
import { invalidDate } from "./publishing-system/topics.ts";

const skew = 600_000; // milliseconds that clocks may differ
const earliest = Date.UTC(1990); // ImplausibleDate

interface DatedEntry {
  readonly index: number;
  /** The date of publication as written, or else that of the update; undefined if the entry has none. */
  readonly text: string | undefined;
  /** The first valid one of the two; undefined if there is none. */
  readonly instant: number | undefined;
  /** The text of that date; undefined if there is none. */
  readonly valid: string | undefined;
}

/** Checks the publication dates of the entries. */
export const checkDates: DocumentCheck = (context) => {
  const { document, kind, mistake, text } = context.view;
  if (document.entries.length === 0 && mistake !== undefined) return []; // perhaps only the error hides them
  const skipped = document.entries.length === 0 ? countEntries(kind, text) : 0;
  if (skipped > 0) {
    const message = `${skipped === 1 ? "Its only entry is" : `All its ${skipped} entries are`} empty: readers have nothing to show`;
    return [{ check: "entries", severity: "warning", message, advice: "Give every entry a title or content, an address and an id" }];
  }
  if (document.entries.length === 0) {
    const comments = "It is a feed of comments, and there are none";
    if (isOfComments(context))
      return [{ check: "entries", severity: "note", message: comments, advice: "Nothing has to be done: readers show the first comment" }];
    const advice = "If the feed had entries before, check the program that writes it: readers have nothing to show";
    return [{ check: "entries", severity: "warning", message: "The feed has no entries", advice }];
  }
  if (isPartlyRead(context.view)) return [];
  const dated = datesOf(context);
  if (hasNoIds(kind, text) && dated.every((entry) => entry.text === undefined)) return []; // checkIds() reports it
  const invalid = dated.filter(({ instant, text }) => instant === undefined && text !== undefined);
  const unexplained = invalid.filter(({ text = "" }) => !isJudgedByRules(context, text));
  const findings = [
    hasNoIds(kind, text) ? undefined : reportMissing(context, dated), // nor dates of entries
    reportInvalid(context, dated.length, unexplained),
    reportForm(context, dated),
    reportFuture(context, dated),
    reportOld(context, dated),
  ].filter((found) => found !== undefined);
  if (findings.length > 0 || invalid.length > 0) return findings;
  const instants = dated.flatMap(({ instant }) => (instant === undefined ? [] : [instant]));
  return [{ check: "dates", severity: "ok", message: `From ${dayOf(Math.min(...instants))} to ${dayOf(Math.max(...instants))} (UTC)` }];
};

const commentsTitle =
  /^(?:comments (?:for|on)|kommentare (?:zu|f\u00fcr)|commentaires (?:pour|sur)|comentarios (?:en|de)|commenti (?:per|su)|reacties op)\b/i;

/** Returns true for a feed of comments, judged by its addresses or by the title that WordPress writes. */
function isOfComments({ addresses, view }: DocumentContext): boolean {
  const isAddress = [...addresses, ...view.selves].some((url) =>
    /\/comments\/feed\b|[?&]feed=comments-|\/comments\.(?:xml|rss|atom)$/.test(url),
  );
  const title = /<title>(?:<!\[CDATA\[)?([^<]{0,200})/.exec(view.text)?.[1]?.trim() ?? "";
  return isAddress || commentsTitle.test(title);
}

/** Returns the dates, as written, that this check reports as in the future or from before feeds existed. */
export function implausibleDates(context: DocumentContext): Set<string> {
  const dated = datesOf(context);
  return new Set([...inFuture(context, dated), ...beforeFeeds(dated)].map(({ valid = "" }) => valid.trim()));
}

function datesOf({ view }: DocumentContext): DatedEntry[] {
  return view.document.entries.map(({ published, updated }, index) => {
    const valid = [published, updated].find((text) => parseInstant(text) !== undefined);
    return { index, text: published ?? updated, instant: parseInstant(valid), valid };
  });
}

function inFuture({ now }: DocumentContext, dated: readonly DatedEntry[]): DatedEntry[] {
  return dated.filter(({ instant = now }) => instant > now + skew);
}

function beforeFeeds(dated: readonly DatedEntry[]): DatedEntry[] {
  return dated.filter(({ instant = earliest }) => instant < earliest);
}

function validOf({ valid }: DatedEntry): string | undefined {
  return valid;
}

function countOf(found: readonly DatedEntry[], all: number): string {
  return `${found.length} of ${plural(all, "entry", "entries")} ${found.length === 1 ? "has" : "have"}`;
}

function reportMissing(context: DocumentContext, dated: readonly DatedEntry[]): Finding | undefined {
  const found = dated.filter(({ text }) => text === undefined);
  return report(context, found, `${countOf(found, dated.length)} no date`, "Give every entry its date of publication");
}

function reportInvalid(context: DocumentContext, all: number, found: readonly DatedEntry[]): Finding | undefined {
  return report(context, found, `${countOf(found, all)} ${invalidDate}`, "Correct these dates: readers ignore them");
}

/** Returns whether the rules report an invalid date, in whichever element it is. */
function isJudgedByRules({ bytes, view: { kind } }: DocumentContext, text: string): boolean {
  if (kind === "rdf" || bytes.length >= maxJudged) return false;
  const date = text.trim();
  const checks = kind === "rss" ? [findRfc822Fault, findW3cDateFault, findRfc3339Fault] : [findRfc3339Fault];
  return checks.every((findFault) => findFault(kind === "json" ? date.toUpperCase() : date, Number.POSITIVE_INFINITY) !== undefined);
}

// The rules check the dates of the other formats.
function reportForm(context: DocumentContext, dated: readonly DatedEntry[]): Finding | undefined {
  if (context.view.kind !== "rdf") return undefined;
  const isOtherForm = (text: string) => findW3cDateFault(text.trim(), Number.POSITIVE_INFINITY)?.rule === "InvalidW3CDTFDate";
  const found = dated.filter(({ instant, text = "" }) => instant !== undefined && isOtherForm(text));
  const message = `${plural(found.length, "date is", "dates are")} not in the form of W3CDTF, which dc:date requires (InvalidW3CDTFDate)`;
  return report(context, found, message, "Write dates with the year first, such as 2024-11-06T12:00:00Z");
}

function reportFuture(context: DocumentContext, dated: readonly DatedEntry[]): Finding | undefined {
  const found = inFuture(context, dated);
  const message = `${plural(found.length, "date is", "dates are")} in the future (ImplausibleDate)`;
  return report(context, found, message, "Publish an entry at its date: until then, some readers keep it on top and some hide it", validOf);
}

function reportOld(context: DocumentContext, dated: readonly DatedEntry[]): Finding | undefined {
  const found = beforeFeeds(dated);
  const message = `${plural(found.length, "date is", "dates are")} from before feeds existed (ImplausibleDate)`;
  return report(context, found, message, "Correct dates that are missing or misread; keep intended ones", validOf);
}

function report(
  { view }: DocumentContext,
  found: readonly DatedEntry[],
  message: string,
  advice: string,
  textOf = ({ text }: DatedEntry) => text,
): Finding | undefined {
  if (found.length === 0) return undefined;
  const texts = new Map(found.map((entry) => [entry.index, textOf(entry)]));
  const place = locateEntries(view, [...texts.keys()], "date", (index) => texts.get(index));
  return { check: "dates", severity: "warning", message, ...place, advice };
}
