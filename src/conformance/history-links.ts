import { HISTORY_RELATIONS, linkTargets } from "./links.ts";
import type { ReportViolation } from "./rules/violation.ts";
import { placeOf, type XmlElement } from "./xml/xml.ts";

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
