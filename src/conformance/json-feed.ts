import { isTable } from "../base/table-values.ts";
import { checkHtml } from "./elements/html.ts";
import { isMediaType } from "./elements/values.ts";
import type { ReportViolation } from "./rules/violation.ts";
import { otherVersion, versionNotFirst } from "./severity.ts";
import { findRfc3339Fault } from "./values/dates.ts";
import { findDuplicateKeys, secondValue } from "./values/json-values.ts";
import { isLanguageTag } from "./values/language-tag.ts";
import { findUriFault } from "./values/uri.ts";
import { checkCharacters, isXmlChar } from "./xml/characters.ts";
import { checkDocumentSize } from "./xml/prolog.ts";

type Check = (value: unknown, place: string, field: string) => void;
type Fields = Readonly<Record<string, Check>>;

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
  const checks = createChecks(now, report);
  checkFields(feed, checks.feed, ["title", "items", "home_page_url", "feed_url"], "$", report);
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

function checkFields(
  value: Record<string, unknown>,
  fields: Fields,
  required: readonly string[],
  place: string,
  report: ReportViolation,
): void {
  for (const name of required) {
    if (!Object.hasOwn(value, name)) report(`JSON Feed 1.1 ${name}`, place, "missing");
  }
  for (const [name, content] of Object.entries(value)) {
    const check = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (check) check(content, `${place}.${name}`, name);
    else if (!name.startsWith("_")) report("JSON Feed 1.1 extensions", place, name);
    else if (!isTable(content)) report("JSON Feed 1.1 extensions", place, `${name} is not an object`);
  }
}

/** Creates the checks of the fields of each object of the format. */
function createChecks(now: number, report: ReportViolation) {
  const fault = (field: string, place: string, value: unknown) =>
    report(`JSON Feed 1.1 ${field}`, place, JSON.stringify(value) ?? "undefined");
  const when =
    (isRight: (value: unknown) => boolean): Check =>
    (value, place, field) => {
      if (!isRight(value)) fault(field, place, value);
    };
  const text = when((value) => typeof value === "string");
  const url = when((value) => typeof value === "string" && findUriFault(value) === undefined);
  const webUrl = when((value) => typeof value === "string" && /^https?:/.test(value) && findUriFault(value) === undefined);
  const language = when((value) => typeof value === "string" && isLanguageTag(value));
  const size = when((value) => Number.isInteger(value) && Number(value) >= 0);
  const seconds = when((value) => typeof value === "number" && value >= 0);
  const html: Check = (value, place, field) => (typeof value === "string" ? checkHtml(value, place, report) : fault(field, place, value));
  const list =
    (check: Check): Check =>
    (value, place, field) => {
      if (!Array.isArray(value)) return fault(field, place, value);
      for (const [index, element] of value.entries()) check(element, `${place}[${index}]`, field);
    };
  const object =
    (fields: Fields, required: readonly string[]): Check =>
    (value, place, field) =>
      isTable(value) ? checkFields(value, fields, required, place, report) : fault(field, place, value);
  const date: Check = (value, place, field) => {
    const found = typeof value === "string" ? findRfc3339Fault(value, now) : undefined;
    if (typeof value !== "string") fault(field, place, value);
    else if (found?.rule === "ImplausibleDate") report("ImplausibleDate", place, value);
    else if (found) fault(field, place, value);
  };
  const author: Check = (value, place, field) => {
    object({ name: text, url, avatar: url }, [])(value, place, field);
    if (isTable(value) && !["name", "url", "avatar"].some((name) => Object.hasOwn(value, name))) fault(field, place, value);
  };
  const mediaType = when((value) => typeof value === "string" && isMediaType(value));
  const attachment = object({ url: webUrl, mime_type: mediaType, title: text, size_in_bytes: size, duration_in_seconds: seconds }, [
    "url",
    "mime_type",
  ]);
  const itemFields: Fields = {
    id: when((value) => typeof value === "string" && value !== ""),
    url: webUrl,
    external_url: url,
    title: text,
    content_html: html,
    content_text: text,
    summary: text,
    image: webUrl,
    banner_image: webUrl,
    date_published: date,
    date_modified: date,
    author, // of version 1, kept for old readers
    authors: list(author),
    tags: list(text),
    language,
    attachments: list(attachment),
  };
  const item: Check = (value, place, field) => {
    object(itemFields, ["id", "url"])(value, place, field);
    if (isTable(value) && !Object.hasOwn(value, "content_html") && !Object.hasOwn(value, "content_text"))
      report("JSON Feed 1.1 content_html", place, "neither content_html nor content_text");
  };
  const feed: Fields = {
    version: () => {},
    title: text,
    home_page_url: webUrl,
    feed_url: webUrl,
    description: text,
    user_comment: text,
    next_url: webUrl,
    icon: webUrl,
    favicon: webUrl,
    author,
    authors: list(author),
    language,
    expired: when((value) => typeof value === "boolean"),
    hubs: list(object({ type: text, url: webUrl }, ["type", "url"])),
    items: list(item),
  };
  return { feed };
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
