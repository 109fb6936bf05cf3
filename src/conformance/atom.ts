import { checkAtomEntry } from "./atom-entry.ts";
import { checkAtomField } from "./atom-fields.ts";
import { checkAttributes, checkChildren, checkNoText, type Grammar } from "./elements/grammar.ts";
import { checkExtensions } from "./extensions/extensions.ts";
import { checkPodcast } from "./extensions/podcast.ts";
import { checkHistory } from "./history-links.ts";
import { checkLinks, linkTargets, relationOf } from "./links.ts";
import type { ReportViolation } from "./rules/violation.ts";
import { ATOM } from "./xml/namespaces.ts";
import { childOf, childrenOf, placeOf, type XmlElement } from "./xml/xml.ts";

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

/** Checks an Atom 1.0 feed document. */
export function checkAtom(root: XmlElement, fetchedUrl: string, now: number, report: ReportViolation): void {
  checkNamespace(root, report);
  checkAttributes(root, ["indexing:index"], report);
  checkNoText(root, report);
  checkChildren(root, FEED, report);
  if (!root.attributes.has("xml:lang")) report("MissingDCLanguage", placeOf(root), "no xml:lang");
  checkOrder(root, report);
  checkFeedLinks(root, fetchedUrl, report);
  checkExtensions(root, "feed", report, now);
  checkPodcast(root, report);
  for (const child of root.children) checkAtomField(child, report, now);
  for (const entry of childrenOf(root, "entry")) checkAtomEntry(entry, fetchedUrl, report, now);
  checkIds(root, report);
  checkUnique(root, "updated", "DuplicateUpdated", report);
}

// The namespace of Atom 0.3.
const OBSOLETE = "http://purl.org/atom/ns#";

function checkNamespace(root: XmlElement, report: ReportViolation): void {
  const place = placeOf(root);
  if (root.name !== "feed") report("UndefinedElement", place, "no feed of RFC 4287");
  else if (root.namespace === "") report("MissingNamespace", place, `<feed> without xmlns="${ATOM}"`);
  else if (root.namespace === OBSOLETE) report("ObsoleteNamespace", place, `Atom 0.3: xmlns="${OBSOLETE}"`);
  else if (root.namespace !== ATOM) report("InvalidNamespace", place, `xmlns="${root.namespace}", and not ${ATOM}`);
}

function checkOrder(feed: XmlElement, report: ReportViolation): void {
  const firstEntry = feed.children.findIndex(({ name }) => name === "entry");
  const isMetadata = ({ name }: XmlElement) => name !== "entry" && Object.hasOwn(FEED, name);
  const late = feed.children.find((child, index) => firstEntry >= 0 && index > firstEntry && isMetadata(child));
  if (late) report("MisplacedMetadata", placeOf(late), "metadata after an entry");
}

function checkFeedLinks(feed: XmlElement, fetchedUrl: string, report: ReportViolation): void {
  const links = childrenOf(feed, "link");
  if (linkTargets(links, "self").length === 0) report("MissingSelf", placeOf(feed), "no link to the document itself");
  const hasPage = links.some((link) => relationOf(link) === "alternate" && link.attributes.get("type") === "text/html");
  if (!hasPage) report("Broadsheet: a link to the page", placeOf(feed), "no alternate link of type text/html");
  checkLinks(links, { owner: "feed", fetchedUrl }, report);
  checkHistory(feed, links, fetchedUrl, report);
}

/** Checks that each entry has its own id. If all have the same one, readers show a single entry. */
function checkIds(feed: XmlElement, report: ReportViolation): void {
  const ids = childrenOf(feed, "entry").map((entry) => childOf(entry, "id")?.text.trim());
  if (ids.length > 9 && ids[0] !== undefined && new Set(ids).size === 1) report("DuplicateIds", placeOf(feed), ids[0]);
  else checkUnique(feed, "id", "DuplicateEntries", report);
}

function checkUnique(feed: XmlElement, name: string, rule: "DuplicateEntries" | "DuplicateUpdated", report: ReportViolation): void {
  const seen = new Set<string>();
  for (const entry of childrenOf(feed, "entry")) {
    const value = childOf(entry, name)?.text.trim();
    if (value && seen.has(value)) report(rule, placeOf(entry), value);
    if (value) seen.add(value);
  }
}
