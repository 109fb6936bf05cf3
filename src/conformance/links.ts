import { withoutFragment } from "../base/without-fragment.ts";
import { baseOf, hasBase, resolve } from "./elements/base-uri.ts";
import { checkAttributes, insteadWrite, textAsAttribute } from "./elements/grammar.ts";
import { checkText } from "./elements/text.ts";
import { checkReference, isCount, isMediaType } from "./elements/values.ts";
import type { ReportViolation } from "./rules/violation.ts";
import { findRfc3339Fault } from "./values/dates.ts";
import { isLanguageTag } from "./values/language-tag.ts";
import { findReferenceFault, findUriFault, isHttpUrl } from "./values/uri.ts";
import { placeOf, type XmlElement } from "./xml/xml.ts";

/** The links between archives and pages of a feed (RFC 5005). */
export const HISTORY_RELATIONS = ["current", "first", "last", "next", "next-archive", "prev-archive", "previous"];

const RELATIONS = new Set([
  ...HISTORY_RELATIONS,
  ...["alternate", "describedby", "edit", "edit-media", "enclosure", "hub", "license", "payment", "related"],
  ...["replies", "search", "self", "service", "up", "via"],
]);

const IANA = "http://www.iana.org/assignments/relation/";
const FEED_TYPES = ["application/atom+xml", "application/rss+xml", "application/rdf+xml"];
const ATTRIBUTES = [
  "href",
  "rel",
  "type",
  "hreflang",
  "title",
  "length",
  "rdf:type",
  "rdf:resource",
  "thr:count",
  "thr:updated",
  "thr:when",
];

/** The element that contains the links, and the address of the document. */
export type LinkContext = { readonly owner: "feed" | "entry" | "source"; readonly fetchedUrl: string };

export function relationOf(link: XmlElement): string {
  const relation = link.attributes.get("rel") ?? "alternate";
  return relation.startsWith(IANA) ? relation.slice(IANA.length) : relation;
}

/** Returns the addresses of the links with a relation. */
export function linkTargets(links: readonly XmlElement[], relation: string): string[] {
  return links.filter((link) => relationOf(link) === relation).map((link) => link.attributes.get("href") ?? "");
}

/** Checks `atom:link` elements (RFC 4287 §4.2.7), in an Atom document or in RSS. */
export function checkLinks(links: readonly XmlElement[], context: LinkContext, report: ReportViolation): void {
  for (const link of links) checkLink(link, context, report);
  const alternates = new Set<string>();
  for (const link of links.filter((candidate) => relationOf(candidate) === "alternate")) {
    const kind = `${link.attributes.get("type") ?? "no type"}, ${link.attributes.get("hreflang") ?? "no language"}`;
    if (alternates.has(kind) && !link.name.includes(":")) report("DuplicateAtomLink", placeOf(link), kind);
    alternates.add(kind);
  }
  const selves = links.filter((link) => relationOf(link) === "self");
  if (selves[1]) report("Broadsheet: one self link", placeOf(selves[1]), `${selves.length} links to the document itself`);
}

function checkLink(link: XmlElement, context: LinkContext, report: ReportViolation): void {
  const place = placeOf(link);
  checkAttributes(link, ATTRIBUTES, report);
  if (link.text.trim() !== "") report("AtomLinkNotEmpty", place, link.text.trim());
  checkRelation(relationOf(link), place, context, report);
  checkDetails(link, place, report);
  checkThread(link, place, report);
  const href = link.attributes.get("href");
  const example = isHttpUrl(link.text.trim()) ? textAsAttribute(link, "href") : undefined;
  if (href === undefined) report("MissingHref", place, `no address${example === undefined ? "" : `${insteadWrite}${example}`}`);
  else checkAddress(link, href, context, report);
}

function checkAddress(link: XmlElement, href: string, { owner, fetchedUrl }: LinkContext, report: ReportViolation): void {
  const place = placeOf(link);
  checkReference(href, place, report);
  if (relationOf(link) === "hub" && !/^https?:/.test(href)) report("WebSub §4", place, `a hub at ${href}`);
  if (relationOf(link) === "self" && owner === "feed") checkSelf(link, href, fetchedUrl, report);
  if (!findReferenceFault(href) && pointsAtBase(link, href, fetchedUrl)) report("SameDocumentReference", place, href || "an empty address");
}

/** Returns whether an address, also an absolute one, means `xml:base` itself (RFC 3986 §4.4: a reference to the same document). */
function pointsAtBase(link: XmlElement, href: string, fetchedUrl: string): boolean {
  const base = withoutFragment(baseOf(link, fetchedUrl));
  return base !== withoutFragment(fetchedUrl) && withoutFragment(resolve(href, link, fetchedUrl)) === base;
}

function checkRelation(relation: string, place: string, context: LinkContext, report: ReportViolation): void {
  if (relation === "") report("AttrNotBlank", place, "rel");
  if (!RELATIONS.has(relation) && findUriFault(relation))
    report("UnregisteredAtomLinkRel", place, relation.trim() === "" ? "empty" : relation);
  if (HISTORY_RELATIONS.includes(relation) && context.owner === "entry") report("FeedHistoryRelInEntry", place, relation);
}

function checkDetails(link: XmlElement, place: string, report: ReportViolation): void {
  const { type, hreflang, title, length } = Object.fromEntries(link.attributes);
  if (type !== undefined && !isMediaType(type)) report("InvalidMIMEType", place, type);
  else if (type !== undefined && relationOf(link) === "self" && !FEED_TYPES.includes(type.split(";")[0] ?? ""))
    report("SelfNotAtom", place, type);
  if (hreflang !== undefined && !isLanguageTag(hreflang)) report("InvalidLanguage", place, hreflang);
  if (length !== undefined && !isCount(length)) report("InvalidNonNegativeInteger", place, length);
  if (title === "") report("AttrNotBlank", place, "title");
  if (title !== undefined) checkText(title, link, "ContainsHTML", report);
}

/** Checks the attributes of a link to comments (RFC 4685 §4). */
function checkThread(link: XmlElement, place: string, report: ReportViolation): void {
  const [count, updated, when] = ["thr:count", "thr:updated", "thr:when"].map((name) => link.attributes.get(name));
  if ((count ?? updated) !== undefined && relationOf(link) !== "replies") report("UnexpectedAttribute", place, "thr:count or thr:updated");
  if (count !== undefined && !isCount(count)) report("InvalidNonNegativeInteger", place, count);
  const fault = updated === undefined ? undefined : findRfc3339Fault(updated, Number.POSITIVE_INFINITY);
  if (fault) report(fault.rule, place, fault.message);
  if (when !== undefined) report("NoThrWhen", place, when);
}

function checkSelf(link: XmlElement, href: string, fetchedUrl: string, report: ReportViolation): void {
  const isAbsolute = /^[a-z][a-z0-9+.-]*:\/\/[^/]/i.test(href) || hasBase(link);
  const target = isAbsolute ? resolve(href, link, fetchedUrl) : href;
  if (!isAbsolute) report("RelativeSelf", placeOf(link), href);
  else if (target !== (URL.parse(fetchedUrl)?.href ?? fetchedUrl))
    report("SelfDoesntMatchLocation", placeOf(link), `${href}, fetched as ${fetchedUrl}`);
}
