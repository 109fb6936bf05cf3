import { checkAtomContent, checkTextConstruct } from "./atom-content.ts";
import { isAddress } from "./contact.ts";
import { checkRfc3339 } from "./dates.ts";
import { checkExtensions, checkPodcast } from "./extensions.ts";
import { checkAttributes, checkChildren, checkNoText, checkNotBlank, type Grammar } from "./grammar.ts";
import { checkHistory, checkLinks, linkTargets, relationOf } from "./links.ts";
import { checkPlainText, checkText } from "./text.ts";
import { canonicalize, checkUri, checkUriElement, findUriFault } from "./uri.ts";
import type { ReportViolation } from "./violation.ts";
import { ATOM, childOf, childrenOf, placeOf, type XmlElement } from "./xml.ts";

/** The children of a feed (RFC 4287 §4.1.1). */
const FEED: Grammar = {
  author: "many",
  category: "many",
  contributor: "many",
  generator: "optional",
  icon: "optional",
  id: "once",
  link: "many",
  logo: "optional",
  rights: "optional",
  subtitle: "optional",
  title: "once",
  updated: "once",
  entry: "many",
};

/** The children of an entry (RFC 4287 §4.1.2). */
const ENTRY: Grammar = {
  author: "many",
  category: "many",
  content: "optional",
  contributor: "many",
  id: "once",
  link: "many",
  published: "optional",
  rights: "optional",
  source: "optional",
  summary: "optional",
  title: "once",
  updated: "once",
};

/** The children of a person (RFC 4287 §3.2). */
const PERSON: Grammar = { name: "once", uri: "optional", email: "optional" };

const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  category: ["term", "scheme", "label"],
  generator: ["uri", "version"],
  link: ["href", "rel", "type", "hreflang", "title", "length"],
  content: ["type", "src"],
  title: ["type"],
  subtitle: ["type"],
  summary: ["type"],
  rights: ["type"],
};

/** Checks an Atom 1.0 feed document. */
export function checkAtom(root: XmlElement, fetchedUrl: string, now: number, report: ReportViolation): void {
  if (root.name !== "feed" || root.namespace !== ATOM) report("UndefinedElement", placeOf(root), "no feed of RFC 4287");
  checkAttributes(root, [], report);
  checkNoText(root, report);
  checkChildren(root, FEED, report);
  if (!root.attributes.has("xml:lang")) report("MissingDCLanguage", placeOf(root), "no xml:lang");
  checkOrder(root, report);
  checkFeedLinks(root, fetchedUrl, report);
  checkExtensions(root, "feed", now, report);
  checkPodcast(root, report);
  for (const child of root.children) checkField(child, now, report);
  for (const entry of childrenOf(root, "entry")) checkEntry(entry, fetchedUrl, now, report);
  checkUnique(root, "id", "DuplicateEntries", report);
  checkUnique(root, "updated", "DuplicateUpdated", report);
}

function checkOrder(feed: XmlElement, report: ReportViolation): void {
  const firstEntry = feed.children.findIndex(({ name }) => name === "entry");
  const late = feed.children.find((child, index) => firstEntry >= 0 && index > firstEntry && child.name !== "entry");
  if (late) report("MisplacedMetadata", placeOf(late), "metadata after an entry");
}

function checkFeedLinks(feed: XmlElement, fetchedUrl: string, report: ReportViolation): void {
  const links = childrenOf(feed, "link");
  if (linkTargets(links, "self").length === 0) report("MissingSelf", placeOf(feed), "no link to the document itself");
  const hasPage = links.some((link) => relationOf(link) === "alternate" && link.attributes.get("type") === "text/html");
  if (!hasPage) report("RFC 4287 §4.2.7.2", placeOf(feed), "no alternate link of type text/html");
  checkLinks(links, { owner: "feed", fetchedUrl, mediaType: "application/atom+xml" }, report);
  checkHistory(feed, links, fetchedUrl, report);
}

function checkEntry(entry: XmlElement, fetchedUrl: string, now: number, report: ReportViolation): void {
  const place = placeOf(entry);
  const links = childrenOf(entry, "link");
  checkAttributes(entry, [], report);
  checkNoText(entry, report);
  checkChildren(entry, ENTRY, report);
  // The RFC accepts the feed's author, but readers do not show it.
  if (!childOf(entry, "author")) report("RFC 4287 §4.1.2", place, "no author in the entry itself");
  checkLinks(links, { owner: "entry", fetchedUrl, mediaType: "application/atom+xml" }, report);
  checkExtensions(entry, "entry", now, report);
  for (const child of entry.children) checkField(child, now, report);
  const content = childOf(entry, "content");
  const summary = childOf(entry, "summary");
  if (!content && !summary) report("MissingTextualContent", place, "neither content nor summary");
  if (!content && linkTargets(links, "alternate").length === 0) report("MissingContentOrAlternate", place, "neither content nor a page");
  if (content?.attributes.has("src") && !summary) report("MissingSummary", place, "content elsewhere and no summary");
}

function checkField(child: XmlElement, now: number, report: ReportViolation): void {
  const attributes = ATTRIBUTES[child.name];
  if (!child.name.includes(":") && child.name !== "entry") checkAttributes(child, attributes ?? [], report);
  switch (child.name) {
    case "title":
    case "subtitle":
    case "summary":
    case "rights":
      checkTextConstruct(child, report);
      break;
    case "content":
      checkAtomContent(child, report);
      break;
    case "author":
    case "contributor":
      checkPerson(child, report);
      break;
    case "category":
      checkCategory(child, report);
      break;
    case "generator":
      checkNotBlank(child, report);
      checkPlainText(child, report);
      break;
    case "id":
      checkId(child, report);
      break;
    case "icon":
    case "logo":
      checkTrimmed(child, report);
      checkUriElement(child, report);
      break;
    case "updated":
    case "published":
      checkTrimmed(child, report);
      checkRfc3339(child, now, report);
  }
}

function checkPerson(person: XmlElement, report: ReportViolation): void {
  checkNoText(person, report);
  checkChildren(person, PERSON, report);
  const [name, uri, email] = ["name", "uri", "email"].map((part) => childOf(person, part));
  if (name) checkNotBlank(name, report);
  if (name) checkPlainText(name, report);
  if (uri) checkUriElement(uri, report);
  if (email && !isAddress(email.text.trim())) report("InvalidAddrSpec", placeOf(email), email.text);
}

function checkCategory(category: XmlElement, report: ReportViolation): void {
  const { term, scheme, label } = Object.fromEntries(category.attributes);
  const place = placeOf(category);
  if (term === undefined) report("MissingAttribute", place, "term");
  else if (term.trim() === "") report("AttrNotBlank", place, "term");
  if (scheme !== undefined) checkUri(scheme, place, report);
  if (label !== undefined) checkText(label, category, "ContainsHTML", report);
}

/** Checks ids (RFC 4287 §4.2.6). They are compared character by character, so one resource must have one spelling. */
function checkId(id: XmlElement, report: ReportViolation): void {
  const place = placeOf(id);
  const value = id.text.trim();
  checkTrimmed(id, report);
  const fault = findUriFault(value);
  if (fault) report(fault.rule, place, fault.message);
  else if (canonicalize(value) !== value) report("NonCanonicalURI", place, `${value}, canonically ${canonicalize(value)}`);
}

function checkTrimmed(element: XmlElement, report: ReportViolation): void {
  if (element.text !== element.text.trim()) report("UnexpectedWhitespace", placeOf(element), JSON.stringify(element.text));
}

function checkUnique(feed: XmlElement, name: string, rule: "DuplicateEntries" | "DuplicateUpdated", report: ReportViolation): void {
  const seen = new Set<string>();
  for (const entry of childrenOf(feed, "entry")) {
    const value = childOf(entry, name)?.text.trim();
    if (value !== undefined && seen.has(value)) report(rule, placeOf(entry), value);
    if (value !== undefined) seen.add(value);
  }
}
