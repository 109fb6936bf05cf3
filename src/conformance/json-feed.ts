import { isTable } from "../base/table-values.ts";
import { checkFields } from "./json-checks.ts";
import { feedFields } from "./json-fields.ts";
import type { ReportViolation } from "./rules/violation.ts";
import { otherVersion, versionNotFirst } from "./severity.ts";
import { findDuplicateKeys, secondValue } from "./values/json-values.ts";
import { checkCharacters, isXmlChar } from "./xml/characters.ts";
import { checkDocumentSize } from "./xml/prolog.ts";

const VERSION = "https://jsonfeed.org/version/1.1";

/** Checks a JSON Feed 1.1 document. */
export function checkJsonFeed(document: string, fetchedUrl: string, now: number, report: ReportViolation): void {
  checkDocumentSize(document, report);
  const feed = readObject(document);
  if (!feed) {
    report("JSON Feed 1.1 syntax", "$", "no JSON object");
    return;
  }
  checkStrings(feed, "$", report);
  checkVersion(feed, report);
  checkFields(feed, feedFields, ["title", "items", "home_page_url", "feed_url"], "$", { now, report });
  checkAddresses(feed, fetchedUrl, report);
  checkIds(feed["items"], report);
  for (const place of findDuplicateKeys(document)) {
    report("RFC 8259 §4", `${place}${secondValue}`, "the key occurs twice in one object: readers use one of the values");
  }
}

function readObject(document: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(document);
    return isTable(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function checkVersion(feed: Record<string, unknown>, report: ReportViolation): void {
  const { version } = feed;
  const rule = "JSON Feed 1.1 version";
  const place = Object.hasOwn(feed, "version") ? "$.version" : "$";
  if (version === undefined) report(rule, place, "missing");
  else if (version === "https://jsonfeed.org/version/1") report(rule, place, otherVersion);
  else if (version !== VERSION) report(rule, place, JSON.stringify(version));
  else if (Object.keys(feed)[0] !== "version") report(rule, place, versionNotFirst);
}

function checkAddresses(feed: Record<string, unknown>, fetchedUrl: string, report: ReportViolation): void {
  if (typeof feed["feed_url"] === "string" && feed["feed_url"] !== fetchedUrl)
    report("JSON Feed 1.1 feed_url", "$", `fetched as ${fetchedUrl}`);
  if (feed["next_url"] !== undefined && feed["next_url"] === feed["feed_url"]) report("JSON Feed 1.1 next_url", "$", "the document itself");
}

function checkIds(items: unknown, report: ReportViolation): void {
  const seen = new Set<unknown>();
  for (const [index, item] of (Array.isArray(items) ? items : []).entries()) {
    const id = isTable(item) ? item["id"] : undefined;
    if (id !== undefined && seen.has(id)) report("JSON Feed 1.1 id", `$.items[${index}]`, `${id} once more`);
    seen.add(id);
  }
}

/** Checks that no string contains characters that XML forbids, since the same entry is served in three formats. */
function checkStrings(value: unknown, place: string, report: ReportViolation): void {
  if (typeof value === "string") {
    checkCharacters(value, place, report);
    const outside = [...value].find((character) => character.isWellFormed() && !isXmlChar(character.codePointAt(0) ?? 0));
    if (outside !== undefined) report("SAXError", place, `no XML character: ${JSON.stringify(outside)}`);
  } else if (Array.isArray(value)) {
    for (const [index, content] of value.entries()) checkStrings(content, `${place}[${index}]`, report);
  } else if (typeof value === "object" && value !== null) {
    for (const [key, content] of Object.entries(value)) checkStrings(content, `${place}.${key}`, report);
  }
}
