import { isBinary } from "./atom-content.ts";
import { checkAtomField } from "./atom-fields.ts";
import { checkAttributes, checkChildren, checkNoText, type Grammar } from "./elements/grammar.ts";
import { checkExtensions } from "./extensions/extensions.ts";
import { checkLinks, linkTargets } from "./links.ts";
import type { ReportViolation } from "./rules/violation.ts";
import { childOf, childrenOf, placeOf, type XmlElement } from "./xml/xml.ts";

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

/** The children of a source, which are those of the entry's former feed (RFC 4287 §4.2.11). */
const SOURCE: Grammar = {
  author: "many",
  category: "many",
  contributor: "many",
  generator: "optional",
  icon: "optional",
  id: "optional",
  link: "many",
  logo: "optional",
  rights: "optional",
  subtitle: "optional",
  title: "optional",
  updated: "optional",
};

/** Checks an entry of Atom 1.0. */
export function checkAtomEntry(entry: XmlElement, fetchedUrl: string, report: ReportViolation, now: number): void {
  const links = childrenOf(entry, "link");
  checkAttributes(entry, ["rdf:parseType"], report);
  checkNoText(entry, report);
  checkChildren(entry, ENTRY, report);
  checkAuthor(entry, report);
  checkLinks(links, { owner: "entry", fetchedUrl }, report);
  checkExtensions(entry, "entry", report, now);
  for (const child of entry.children) checkAtomField(child, report, now);
  for (const source of childrenOf(entry, "source")) checkSource(source, fetchedUrl, report, now);
  checkText(entry, links, report);
}

/** Checks the author of an entry, who may be the author of its source or of the feed (RFC 4287 §4.1.2). */
function checkAuthor(entry: XmlElement, report: ReportViolation): void {
  if (childOf(entry, "author")) return;
  const source = childOf(entry, "source");
  const isNamed = (source && childOf(source, "author")) || (entry.parent && childOf(entry.parent, "author"));
  // The RFC accepts the feed's author, but readers do not show it.
  if (isNamed) report("Broadsheet: an author in every entry", placeOf(entry), "no author in the entry itself");
  else report("MissingElement", placeOf(entry), "author, in the entry or in the feed");
}

function checkText(entry: XmlElement, links: readonly XmlElement[], report: ReportViolation): void {
  const place = placeOf(entry);
  const content = childOf(entry, "content");
  const summary = childOf(entry, "summary");
  if (!content && !summary) report("MissingTextualContent", place, "neither content nor summary");
  if (!content && linkTargets(links, "alternate").length === 0) report("MissingContentOrAlternate", place, "neither content nor a page");
  const isText = !content?.attributes.has("src") && !isBinary(content?.attributes.get("type") ?? "text");
  if (content && !summary && !isText) report("MissingSummary", place, "content that is external or not text, and no summary");
}

function checkSource(source: XmlElement, fetchedUrl: string, report: ReportViolation, now: number): void {
  checkAttributes(source, [], report);
  checkNoText(source, report);
  checkChildren(source, SOURCE, report);
  for (const name of ["id", "title", "updated"]) {
    if (!childOf(source, name)) report("MissingSourceElement", placeOf(source), name);
  }
  checkLinks(childrenOf(source, "link"), { owner: "source", fetchedUrl }, report);
  checkExtensions(source, "feed", report, now);
  for (const child of source.children) checkAtomField(child, report, now);
}
