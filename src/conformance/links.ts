import { isKnownLanguage } from "../base/known-language.ts";
import { checkAttributes, isCount, isMediaType } from "./grammar.ts";
import { checkText } from "./text.ts";
import { checkUri, findUriFault } from "./uri.ts";
import type { ReportViolation } from "./violation.ts";
import { placeOf, type XmlElement } from "./xml.ts";

/** The links between archives and pages of a feed (RFC 5005). */
const HISTORY_RELATIONS = ["current", "first", "last", "next", "next-archive", "prev-archive", "previous"];

const RELATIONS = new Set([
  ...HISTORY_RELATIONS,
  ...["alternate", "describedby", "edit", "edit-media", "enclosure", "hub", "license", "payment", "related"],
  ...["replies", "search", "self", "service", "up", "via"],
]);

/** The properties of the document that contains the links. */
export type LinkContext = { readonly owner: "feed" | "entry"; readonly fetchedUrl: string; readonly mediaType: string };

export function relationOf(link: XmlElement): string {
  return link.attributes.get("rel") ?? "alternate";
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
    if (alternates.has(kind)) report("DuplicateAtomLink", placeOf(link), kind);
    alternates.add(kind);
  }
  if (linkTargets(links, "self").length > 1) report("RFC 4287 §4.2.7.2", "/", "more than one link to the document itself");
}

function checkLink(link: XmlElement, context: LinkContext, report: ReportViolation): void {
  const place = placeOf(link);
  checkAttributes(link, ["href", "rel", "type", "hreflang", "title", "length"], report);
  if (link.text.trim() !== "" || link.children.length > 0) report("AtomLinkNotEmpty", place, link.text.trim());
  checkRelation(relationOf(link), place, context, report);
  checkDetails(link, place, report);
  const href = link.attributes.get("href");
  if (href === undefined) report("MissingHref", place, "no address");
  else if (relationOf(link) === "self" && context.owner === "feed") checkSelf(link, href, context, report);
  else checkUri(absolute(href, link), place, report);
  if (relationOf(link) === "hub" && href !== undefined && !/^https?:/.test(href)) report("WebSub §4", place, `a hub at ${href}`);
}

/** Resolves an address against the `xml:base` around it; returns it unchanged without one. */
function absolute(href: string, element: XmlElement): string {
  const base = baseOf(element);
  return base === undefined ? href : (URL.parse(href, base)?.href ?? href);
}

/** Returns the base of relative addresses in an element that `xml:base` states (RFC 4287 §2); undefined without one. */
export function baseOf(element: XmlElement | undefined): string | undefined {
  if (element === undefined) return undefined;
  const own = element.attributes.get("xml:base");
  const outer = baseOf(element.parent);
  return own === undefined ? outer : (URL.parse(own, outer)?.href ?? outer);
}

function checkRelation(relation: string, place: string, context: LinkContext, report: ReportViolation): void {
  if (relation === "") report("AttrNotBlank", place, "rel");
  else if (!RELATIONS.has(relation) && findUriFault(relation)) report("UnregisteredAtomLinkRel", place, relation);
  if (HISTORY_RELATIONS.includes(relation) && context.owner === "entry") report("FeedHistoryRelInEntry", place, relation);
}

function checkDetails(link: XmlElement, place: string, report: ReportViolation): void {
  const { type, hreflang, title, length } = Object.fromEntries(link.attributes);
  if (type !== undefined && !isMediaType(type)) report("InvalidMIMEType", place, type);
  if (hreflang !== undefined && !isKnownLanguage(hreflang)) report("InvalidLanguage", place, hreflang);
  if (length !== undefined && !isCount(length)) report("InvalidNonNegativeInteger", place, length);
  if (title === "") report("AttrNotBlank", place, "title");
  if (title !== undefined) checkText(title, link, "ContainsHTML", report);
}

function checkSelf(link: XmlElement, href: string, context: LinkContext, report: ReportViolation): void {
  const type = link.attributes.get("type");
  if (!/^[a-z][a-z0-9+.-]*:\/\/[^/]/i.test(href)) report("RelativeSelf", placeOf(link), href);
  else if (href !== context.fetchedUrl) report("SelfDoesntMatchLocation", placeOf(link), `${href}, fetched as ${context.fetchedUrl}`);
  if (type?.split(";")[0] !== context.mediaType) report("SelfNotAtom", placeOf(link), type ?? "no type");
}

/** Checks the links of an archive document to its neighbours (RFC 5005 §2 to §4). */
export function checkHistory(feed: XmlElement, links: readonly XmlElement[], fetchedUrl: string, report: ReportViolation): void {
  const place = placeOf(feed);
  const has = (relation: string) => linkTargets(links, relation).length > 0;
  const isArchive = feed.children.some(({ name }) => name === "fh:archive");
  const isComplete = feed.children.some(({ name }) => name === "fh:complete");
  if (isArchive && !isComplete && !has("prev-archive") && !has("next-archive")) report("ArchiveIncomplete", place, "a lone archive");
  if (isArchive && !isComplete && !has("current")) report("MissingCurrentInArchive", place, "no link to the current feed");
  for (const [end, beyond] of [
    ["first", "previous"],
    ["last", "next"],
  ] as const) {
    if (linkTargets(links, end).includes(fetchedUrl) && has(beyond)) report("LinkPastEnd", place, `${beyond} on the ${end} page`);
  }
  for (const relation of HISTORY_RELATIONS) {
    if (isComplete && relation !== "current" && has(relation)) report("FeedRelInCompleteFeed", place, relation);
    const isTurn = !["current", "first", "last"].includes(relation);
    if (isTurn && linkTargets(links, relation).includes(fetchedUrl)) report("RFC 5005 §4", place, `${relation} is the document itself`);
  }
}
