import { isKnownLanguage } from "../base/known-language.ts";
import { checkContact } from "./contact.ts";
import { checkRfc822 } from "./dates.ts";
import { checkExtensions, checkPodcast } from "./extensions.ts";
import { checkAttributes, checkChildren, checkNoText, checkNotBlank, type Grammar } from "./grammar.ts";
import { checkHistory, checkLinks, linkTargets } from "./links.ts";
import { checkItem } from "./rss-item.ts";
import { checkRssText } from "./text.ts";
import { checkUriElement } from "./uri.ts";
import type { ReportViolation, Rule } from "./violation.ts";
import { childOf, childrenOf, placeOf, type XmlElement } from "./xml.ts";

const CHANNEL: Grammar = {
  title: "optional",
  link: "optional",
  description: "optional",
  language: "optional",
  copyright: "optional",
  managingEditor: "optional",
  webMaster: "optional",
  pubDate: "optional",
  lastBuildDate: "optional",
  category: "many",
  generator: "optional",
  docs: "optional",
  cloud: "optional",
  ttl: "optional",
  image: "optional",
  rating: "optional",
  skipHours: "optional",
  skipDays: "optional",
  textInput: "optional",
  item: "many",
};

const IMAGE: Grammar = { url: "once", title: "optional", link: "optional", width: "optional", height: "optional", description: "optional" };

/** Pairs of elements of RSS and Dublin Core with the same meaning. With both, a reader cannot decide which one is meant. */
const SYNONYMS = [
  ["managingEditor", "dc:creator"],
  ["webMaster", "dc:publisher"],
  ["category", "dc:subject"],
  ["pubDate", "dc:date"],
  ["language", "dc:language"],
  ["copyright", "dc:rights"],
] as const;

/** Checks an RSS 2.0 document. */
export function checkRss(root: XmlElement, fetchedUrl: string, now: number, report: ReportViolation): void {
  if (root.name !== "rss" || root.namespace !== "" || root.attributes.get("version") !== "2.0")
    report("RSS 2.0", placeOf(root), "no rss element of version 2.0");
  checkAttributes(root, ["version"], report);
  checkNoText(root, report);
  checkChildren(root, { channel: "once" }, report);
  const channel = childOf(root, "channel");
  if (channel) checkChannel(channel, fetchedUrl, now, report);
}

function checkChannel(channel: XmlElement, fetchedUrl: string, now: number, report: ReportViolation): void {
  checkNoText(channel, report);
  checkAttributes(channel, [], report);
  checkChildren(channel, CHANNEL, report);
  checkRequired(channel, report);
  checkOrder(channel, report);
  checkSynonyms(channel, report);
  for (const child of channel.children) checkMetadata(child, now, report);
  checkChannelLinks(channel, fetchedUrl, report);
  checkExtensions(channel, "feed", now, report);
  checkPodcast(channel, report);
  const guids = new Set<string>();
  for (const item of childrenOf(channel, "item")) checkItem(item, guids, fetchedUrl, now, report);
}

function checkRequired(channel: XmlElement, report: ReportViolation): void {
  const required: readonly (readonly [string, Rule])[] = [
    ["title", "MissingTitle"],
    ["link", "MissingLink"],
    ["description", "MissingDescription"],
    ["language", "MissingDCLanguage"],
  ];
  for (const [name, rule] of required) {
    if (!childOf(channel, name)) report(rule, placeOf(channel), name);
  }
}

function checkOrder(channel: XmlElement, report: ReportViolation): void {
  const firstItem = channel.children.findIndex(({ name }) => name === "item");
  const late = channel.children.find((child, index) => firstItem >= 0 && index > firstItem && child.name !== "item");
  if (late) report("MisplacedItem", placeOf(late), "metadata after an item");
}

function checkSynonyms(channel: XmlElement, report: ReportViolation): void {
  for (const [core, extension] of SYNONYMS) {
    if (childOf(channel, core) && childOf(channel, extension)) report("DuplicateSemantics", placeOf(channel), `${core} and ${extension}`);
  }
}

function checkMetadata(child: XmlElement, now: number, report: ReportViolation): void {
  const place = placeOf(child);
  const value = child.text.trim();
  if (!child.name.includes(":")) checkAttributes(child, ATTRIBUTES[child.name] ?? [], report);
  switch (child.name) {
    case "title":
    case "category":
      checkNotBlank(child, report);
      checkRssText(child, report);
      break;
    case "description":
    case "copyright":
    case "generator":
      checkRssText(child, report);
      break;
    case "link":
    case "docs":
      checkUriElement(child, report);
      break;
    case "managingEditor":
    case "webMaster":
      checkContact(child, report);
      break;
    case "pubDate":
    case "lastBuildDate":
      checkRfc822(child, now, report);
      break;
    case "language":
      if (!isKnownLanguage(value)) report("InvalidLanguage", place, value);
      break;
    case "ttl":
      if (!/^0*[1-9]\d*$/.test(value)) report("InvalidPositiveInteger", place, value);
      break;
    case "image":
      checkImage(child, report);
  }
}

const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  category: ["domain"],
  cloud: ["domain", "port", "path", "registerProcedure", "protocol"],
};

function checkImage(image: XmlElement, report: ReportViolation): void {
  const place = placeOf(image);
  checkNoText(image, report);
  checkChildren(image, IMAGE, report);
  const [url, title, link] = ["url", "title", "link"].map((name) => childOf(image, name));
  if (!title) report("MissingTitle", place, "title");
  if (!link) report("MissingLink", place, "link");
  for (const element of [url, link]) if (element) checkUriElement(element, report);
  for (const element of [title, childOf(image, "description")]) if (element) checkRssText(element, report);
  if (url && !/\.(?:jpe?g|gif|png)$/i.test(url.text.trim())) report("ImageUrlFormat", place, url.text);
  if (title && title.text !== textOf(image.parent, "title")) report("ImageTitleDoesntMatch", place, title.text);
  if (link && link.text !== textOf(image.parent, "link")) report("ImageLinkDoesntMatch", place, link.text);
  for (const [name, rule, limit] of [
    ["width", "InvalidWidth", 144],
    ["height", "InvalidHeight", 400],
  ] as const) {
    const size = childOf(image, name)?.text.trim();
    if (size !== undefined && !(/^\d+$/.test(size) && Number(size) > 0 && Number(size) <= limit)) report(rule, place, size);
  }
}

function textOf(parent: XmlElement | undefined, name: string): string | undefined {
  return parent && childOf(parent, name)?.text;
}

function checkChannelLinks(channel: XmlElement, fetchedUrl: string, report: ReportViolation): void {
  const links = childrenOf(channel, "atom:link");
  if (linkTargets(links, "self").length === 0) report("MissingAtomSelfLink", placeOf(channel), "no atom:link to the document itself");
  checkLinks(links, { owner: "feed", fetchedUrl, mediaType: "application/rss+xml" }, report);
  checkHistory(channel, links, fetchedUrl, report);
}
