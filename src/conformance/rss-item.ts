import { checkAtomInRss } from "./atom-in-rss.ts";
import { checkContact } from "./elements/contact.ts";
import { checkAttributes, checkChildren, checkEmpty, checkNoText, checkNotBlank, checkSynonyms, type Grammar } from "./elements/grammar.ts";
import { checkEscapedHtml } from "./elements/html.ts";
import { checkNoElements, checkPlainText, checkRssText, isWithinRss2, rssVersionOf } from "./elements/text.ts";
import { checkRfc822, checkUri, checkUriElement, isMediaType } from "./elements/values.ts";
import { checkExtensions } from "./extensions/extensions.ts";
import { checkLinks } from "./links.ts";
import type { ReportViolation } from "./rules/violation.ts";
import { findUriFault, isHttpUrl } from "./values/uri.ts";
import { childOf, childrenOf, placeOf, type XmlElement } from "./xml/xml.ts";

const ITEM: Grammar = {
  title: "optional",
  link: "optional",
  description: "optional",
  author: "optional",
  category: "many",
  comments: "optional",
  enclosure: "many",
  guid: "optional",
  pubDate: "optional",
  source: "optional",
};

const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  category: ["domain"],
  enclosure: ["url", "length", "type"],
  guid: ["isPermaLink"],
  source: ["url"],
};

const SYNONYMS = [
  ["author", "dc:creator"],
  ["category", "dc:subject"],
  ["pubDate", "dc:date"],
  ["source", "dc:source"],
  ["guid", "atom:id"],
  ["pubDate", "atom:published"],
  ["creativeCommons:license", "cc:license"],
] as const;

/** Checks an item of RSS 2.0. `guids` contains those of the previous items. */
export function checkItem(item: XmlElement, guids: Set<string>, fetchedUrl: string, report: ReportViolation, now: number): void {
  const place = placeOf(item);
  checkNoText(item, report);
  checkAttributes(item, [], report);
  checkChildren(item, ITEM, report);
  if (!childOf(item, "title") && !childOf(item, "description")) report("ItemMustContainTitleOrDescription", place, "neither");
  if (!childOf(item, "guid") && isWithinRss2(item)) report("MissingGuid", place, "no guid");
  if (childrenOf(item, "enclosure").length > 1) report("DuplicateEnclosure", place, "many readers show one only");
  checkSynonyms(item, SYNONYMS, "DuplicateItemSemantics", report);
  checkContentOrder(item, report);
  for (const child of item.children) checkField(child, guids, report, now);
  checkLinks(childrenOf(item, "atom:link"), { owner: "entry", fetchedUrl }, report);
  checkExtensions(item, "entry", report, now);
  checkAtomInRss(item, report, now);
}

/** Checks the order of description and content, so that a reader that supports only `description` has content to show. */
function checkContentOrder(item: XmlElement, report: ReportViolation): void {
  const names = item.children.map(({ name }) => name);
  const content = names.indexOf("content:encoded");
  const description = names.indexOf("description");
  if (content >= 0 && (description < 0 || description > content)) report("NeedDescriptionBeforeContent", placeOf(item), names.join(" "));
}

function checkField(child: XmlElement, guids: Set<string>, report: ReportViolation, now: number): void {
  if (Object.hasOwn(ITEM, child.name)) checkAttributes(child, ATTRIBUTES[child.name] ?? [], report);
  switch (child.name) {
    case "title":
    case "category":
      checkNotBlank(child, report);
      checkRssText(child, report);
      break;
    case "description":
      if (isWithinRss2(child)) checkEscapedHtml(child, report);
      else if (rssVersionOf(child) === "0.91") checkPlainText(child, report);
      break;
    case "link":
    case "comments":
      checkUriElement(child, report, now);
      break;
    case "author":
      checkContact(child, report);
      break;
    case "pubDate":
      checkRfc822(child, report, now);
      break;
    case "guid":
      checkGuid(child, guids, report);
      break;
    case "enclosure":
      checkEnclosure(child, report);
      break;
    case "source":
      checkRssText(child, report);
      if (child.attributes.has("url")) checkUri(child.attributes.get("url") ?? "", placeOf(child), report);
      else report("MissingAttribute", placeOf(child), "url");
  }
}

function checkGuid(guid: XmlElement, guids: Set<string>, report: ReportViolation): void {
  const place = placeOf(guid);
  const value = guid.text.trim();
  checkNoElements(guid, report);
  const isPermaLink = guid.attributes.get("isPermaLink") ?? "true";
  if (value === "") report("NotBlank", place, "empty");
  else if (guids.has(value)) report("DuplicateValue", place, value);
  guids.add(value);
  if (isPermaLink !== "true" && isPermaLink !== "false") report("InvalidBooleanAttribute", place, isPermaLink);
  if (isPermaLink === "true") checkPermalink(value, place, report);
  if (isPermaLink !== "true" && /^\d{1,8}$/.test(value)) report("NotSufficientlyUnique", place, value);
}

function checkPermalink(value: string, place: string, report: ReportViolation): void {
  const fault = findUriFault(value);
  if (/^(?:tag|urn):/i.test(value)) report("InvalidPermalink", place, value);
  else if (fault) report(["SchemeNotIANARegistered", "UriNotIri"].includes(fault.rule) ? fault.rule : "InvalidHttpGUID", place, value);
}

function checkEnclosure(enclosure: XmlElement, report: ReportViolation): void {
  const place = placeOf(enclosure);
  const { url, length, type } = Object.fromEntries(enclosure.attributes);
  checkEmpty(enclosure, report, "url");
  const missing = Object.entries({ url, length, type }).flatMap(([name, value]) => (value === undefined ? [name] : []));
  if (missing.length > 0) report("MissingAttribute", place, missing.join(" and "));
  if (url !== undefined && !isHttpUrl(url)) report("InvalidURLAttribute", place, url);
  if (type !== undefined && !isMediaType(type)) report("InvalidMIMEAttribute", place, type);
  if (length === "-1") report("UseZeroForUnknown", place, length);
  else if (length !== undefined && /^-\d+$/.test(length)) report("InvalidNonNegativeInteger", place, length);
  else if (length !== undefined && !/^\d+$/.test(length)) report("InvalidIntegerAttribute", place, length);
}
