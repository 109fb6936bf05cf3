import { isTable } from "../base/table-values.ts";
import { checkHtml } from "./elements/html.ts";
import { isMediaType } from "./elements/values.ts";
import { type Check, type Fields, listOf, objectOf, reportValue, when } from "./json-checks.ts";
import { findRfc3339Fault } from "./values/dates.ts";
import { isLanguageTag } from "./values/language-tag.ts";
import { findUriFault } from "./values/uri.ts";

const text = when((value) => typeof value === "string");
const url = addressMatching(/^/);
const webUrl = addressMatching(/^https?:/);
const language = when((value) => typeof value === "string" && isLanguageTag(value));
const mediaType = when((value) => typeof value === "string" && isMediaType(value));
const size = when((value) => Number.isInteger(value) && Number(value) >= 0);
const seconds = when((value) => typeof value === "number" && value >= 0);
const anything: Check = () => {};

function addressMatching(start: RegExp): Check {
  return (value, place, field, context) => {
    if (typeof value !== "string") return reportValue(value, place, field, context);
    if (start.test(value) && findUriFault(value) === undefined) return;
    const outside = /[^\u0000-\u007F]/u.exec(value)?.[0];
    const right = outside === undefined || !start.test(value) ? undefined : URL.parse(value)?.href;
    if (right === undefined) reportValue(value, place, field, context);
    else context.report(`JSON Feed 1.1 ${field}`, place, `${JSON.stringify(value)} contains ${JSON.stringify(outside)}: write ${right}`);
  };
}

const html: Check = (value, place, field, context) =>
  typeof value === "string" ? checkHtml(value, place, context.report) : reportValue(value, place, field, context);

const date: Check = (value, place, field, context) => {
  if (typeof value !== "string") return reportValue(value, place, field, context);
  const found = findRfc3339Fault(value.toUpperCase(), context.now); // RFC 3339 §5.6: t and z may be in lower case
  if (found?.rule === "ImplausibleDate") context.report("ImplausibleDate", place, value);
  else if (found) reportValue(value, place, field, context);
};

const authorFields: Fields = { name: text, url, avatar: url };
const author: Check = (value, place, field, context) => {
  objectOf(authorFields, [])(value, place, field, context);
  if (isTable(value) && !Object.keys(authorFields).some((name) => Object.hasOwn(value, name))) reportValue(value, place, field, context);
};

const attachmentFields: Fields = { url: webUrl, mime_type: mediaType, title: text, size_in_bytes: size, duration_in_seconds: seconds };
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
  authors: listOf(author),
  tags: listOf(text),
  language,
  attachments: listOf(objectOf(attachmentFields, ["url", "mime_type"])),
};
const item: Check = (value, place, field, context) => {
  objectOf(itemFields, ["id", "url"])(value, place, field, context);
  if (isTable(value) && !Object.hasOwn(value, "content_html") && !Object.hasOwn(value, "content_text"))
    context.report("JSON Feed 1.1 content_html", place, "neither content_html nor content_text");
};

/** The fields of a feed (jsonfeed.org/version/1.1). */
export const feedFields: Fields = {
  version: anything, // see checkVersion
  title: text,
  home_page_url: webUrl,
  feed_url: webUrl,
  description: text,
  user_comment: text,
  next_url: webUrl,
  icon: webUrl,
  favicon: webUrl,
  author,
  authors: listOf(author),
  language,
  expired: when((value) => typeof value === "boolean"),
  hubs: listOf(objectOf({ type: text, url: webUrl }, ["type", "url"])),
  items: listOf(item),
};
