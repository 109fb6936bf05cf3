import { isAddress } from "./contact.ts";
import { checkRfc3339, checkW3cDate } from "./dates.ts";
import { checkAttributes, checkNoText, isCount, isMediaType } from "./grammar.ts";
import { checkPlainText } from "./text.ts";
import { checkUri, isHttpUrl } from "./uri.ts";
import type { ReportViolation } from "./violation.ts";
import { childOf, childrenOf, descendantsOf, isJudged, placeOf, type XmlElement } from "./xml.ts";

const DUBLIN_CORE = names(
  "dc",
  "title creator subject description publisher contributor date type format identifier source language relation coverage rights",
);
const MEDIA = names(
  "media",
  "adult backLinks category comments community content copyright credit description embed group hash keywords license location peerLink player price rating responses restriction rights scenes starRating statistics status subTitle tags text thumbnail title",
);
const ITUNES = names("itunes", "author block explicit keywords subtitle summary image");

const KNOWN = {
  feed: new Set([
    ...names("fh", "archive complete"),
    ...DUBLIN_CORE,
    ...MEDIA,
    ...ITUNES,
    ...names("itunes", "owner category type new-feed-url complete title"),
    ...names("atom", "author category contributor generator icon id logo rights subtitle title updated"),
  ]),
  entry: new Set([
    "content:encoded",
    ...names("atom", "author category content contributor id published rights source summary title updated"),
    ...DUBLIN_CORE,
    ...MEDIA,
    ...ITUNES,
    ...names("itunes", "duration title episode season episodeType isClosedCaptioned order"),
  ]),
};

const ITUNES_FORMATS = ["m4a", "mp3", "mov", "mp4", "m4v", "pdf", "epub"];

function names(prefix: string, locals: string): string[] {
  return locals.split(" ").map((local) => `${prefix}:${local}`);
}

/** Checks the elements of other namespaces in a feed (channel) or an entry (item). `checkLinks` checks the links. */
export function checkExtensions(element: XmlElement, owner: "feed" | "entry", now: number, report: ReportViolation): void {
  for (const child of element.children.filter(({ name }) => name.includes(":") && name !== "atom:link")) {
    const place = placeOf(child);
    if (child.name.startsWith("no namespace:") || !isJudged(child.name)) continue;
    if (!KNOWN[owner].has(child.name)) report("UndefinedElement", place, child.name);
    else if (child.name.startsWith("media:")) checkMedia(child, report);
    else if (child.name.startsWith("itunes:")) checkItunes(child, report);
    else if (child.name.startsWith("fh:")) checkNoText(child, report);
    else if (child.name === "dc:date") checkW3cDate(child, now, report);
    else if (/^atom:(?:published|updated)$/.test(child.name)) checkRfc3339(child, now, report);
    else if (child.name.startsWith("dc:")) checkDublinCore(child, report);
  }
}

function checkDublinCore(element: XmlElement, report: ReportViolation): void {
  checkAttributes(element, [], report);
  if (element.children.length > 0) report("UndefinedElement", placeOf(element), "an element within text");
  if (element.text.trim() === "") report("NotBlank", placeOf(element), "empty");
}

/** Checks Media RSS, limited to the elements for a picture or a recording of an article. */
function checkMedia(element: XmlElement, report: ReportViolation): void {
  const place = placeOf(element);
  const { url, type, medium, fileSize, width, height } = Object.fromEntries(element.attributes);
  if (url !== undefined) checkUri(url, place, report);
  else if (element.name === "media:thumbnail") report("MissingAttribute", place, "url");
  if (/:(?:content|thumbnail|player)$/.test(element.name)) {
    if (type !== undefined && !isMediaType(type)) report("InvalidMIMEAttribute", place, type);
    for (const size of [fileSize, width, height]) {
      if (size !== undefined && !/^0*[1-9]\d*$/.test(size)) report("InvalidPositiveInteger", place, size);
    }
  }
  if (medium !== undefined && !["image", "audio", "video", "document", "executable"].includes(medium))
    report("InvalidMediaMedium", place, medium);
  if (/:(?:title|description)$/.test(element.name) && type !== "html") checkPlainText(element, report, "ContainsUndeclaredHTML");
  if (element.name === "media:group" && childrenOf(element, "media:content").length < 2)
    report("MediaGroupWithoutAlternatives", place, "fewer than two");
  for (const child of element.children) {
    if (MEDIA.includes(child.name)) checkMedia(child, report);
    else report("UndefinedElement", placeOf(child), child.name);
  }
}

function checkItunes(element: XmlElement, report: ReportViolation): void {
  const place = placeOf(element);
  const value = element.text.trim();
  if (element.name === "itunes:image" && !isHttpUrl(element.attributes.get("href") ?? "")) report("InvalidURLAttribute", place, "href");
  if (element.name === "itunes:explicit" && !/^(?:true|false)$/.test(value)) report("InvalidTrueFalse", place, value);
  if (element.name === "itunes:duration" && !/^\d+(?::[0-5]\d(?::[0-5]\d)?)?$/.test(value)) report("InvalidDuration", place, value);
  if (/:(?:episode|season)$/.test(element.name) && (!isCount(value) || Number(value) === 0)) report("InvalidPositiveInteger", place, value);
}

/** Checks iTunes elements. Directories treat a document with one of them as a podcast, so it needs all required ones. */
export function checkPodcast(feed: XmlElement, report: ReportViolation): void {
  const elements = [...descendantsOf(feed)];
  if (!elements.some(({ name }) => name.startsWith("itunes:"))) return;
  for (const name of ["itunes:category", "itunes:explicit"]) {
    if (!childOf(feed, name)) report("MissingItunesElement", placeOf(feed), name);
  }
  const email = childOf(feed, "itunes:owner")
    ?.children.find(({ name }) => name === "itunes:email")
    ?.text.trim();
  if (email === undefined || !isAddress(email)) report("MissingItunesEmail", placeOf(feed), email ?? "no owner");
  for (const enclosure of elements.filter(({ name }) => name === "enclosure")) {
    const extension = (enclosure.attributes.get("url") ?? "").split(".").at(-1) ?? "";
    if (!ITUNES_FORMATS.includes(extension)) report("UnsupportedItunesFormat", placeOf(enclosure), extension);
  }
}
