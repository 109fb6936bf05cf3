import { checkAtomInRss } from "./atom-in-rss.ts";
import { checkContact } from "./elements/contact.ts";
import { checkAttributes, checkChildren, checkNoText, checkNotBlank, checkSynonyms, type Grammar } from "./elements/grammar.ts";
import { checkRssText } from "./elements/text.ts";
import { checkLanguage, checkPositiveInteger, checkRfc822, checkUriElement, type ElementCheck } from "./elements/values.ts";
import { checkExtensions } from "./extensions/extensions.ts";
import { checkPodcast } from "./extensions/podcast.ts";
import { checkHistory } from "./history-links.ts";
import { checkLinks, linkTargets } from "./links.ts";
import { checkImage } from "./rss-image.ts";
import { checkItem } from "./rss-item.ts";
import { checkCloud, checkSkipDays, checkSkipHours, checkTextInput } from "./rss-schedule.ts";
import type { ReportViolation, Rule } from "./rules/violation.ts";
import { childOf, childrenOf, placeOf, type XmlElement } from "./xml/xml.ts";

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

/** Pairs of elements with the same meaning. With both, a reader cannot decide which one is meant. */
const SYNONYMS = [
  ["managingEditor", "dc:creator"],
  ["webMaster", "dc:publisher"],
  ["category", "dc:subject"],
  ["pubDate", "dc:date"],
  ["lastBuildDate", "dcterms:modified"],
  ["language", "dc:language"],
  ["copyright", "dc:rights"],
  ["generator", "admin:generatorAgent"],
  ["creativeCommons:license", "cc:license"],
] as const;

const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  category: ["domain"],
  cloud: ["domain", "port", "path", "registerProcedure", "protocol"],
};

const checkTitle: ElementCheck = (element, report) => {
  checkNotBlank(element, report);
  checkRssText(element, report);
};

const FIELDS: Readonly<Record<string, ElementCheck>> = {
  title: checkTitle,
  category: checkRssText,
  description: checkRssText,
  copyright: checkRssText,
  generator: checkRssText,
  link: checkUriElement,
  docs: checkUriElement,
  managingEditor: checkContact,
  webMaster: checkContact,
  pubDate: checkRfc822,
  lastBuildDate: checkRfc822,
  language: checkLanguage,
  ttl: checkPositiveInteger,
  image: checkImage,
  cloud: checkCloud,
  textInput: checkTextInput,
  skipHours: checkSkipHours,
  skipDays: checkSkipDays,
};

/** Checks an RSS 2.0 document. */
export function checkRss(root: XmlElement, fetchedUrl: string, now: number, report: ReportViolation): void {
  checkVersion(root, report);
  checkAttributes(root, ["version"], report);
  checkNoText(root, report);
  checkChildren(root, { channel: "once" }, report);
  const channel = childOf(root, "channel");
  if (channel) checkChannel(channel, fetchedUrl, now, report);
}

function checkVersion(root: XmlElement, report: ReportViolation): void {
  const version = root.attributes.get("version");
  if (root.name === "rss" && root.namespace !== "")
    report("InvalidNamespace", placeOf(root), `xmlns="${root.namespace}", and RSS has no namespace`);
  else if (root.name !== "rss" || root.namespace !== "") report("RSS 2.0", placeOf(root), "no rss element");
  else if (version === "0.91" || version === "0.92") report("ObsoleteVersion", placeOf(root), `version ${version}`);
  else if (version !== "2.0") report("RSS 2.0", placeOf(root), version === undefined ? "no version" : `version ${version}`);
}

function checkChannel(channel: XmlElement, fetchedUrl: string, now: number, report: ReportViolation): void {
  checkNoText(channel, report);
  checkAttributes(channel, ["indexing:index"], report);
  checkChildren(channel, CHANNEL, report);
  checkRequired(channel, report);
  checkOrder(channel, report);
  checkSynonyms(channel, SYNONYMS, "DuplicateSemantics", report);
  for (const child of channel.children) checkField(child, report, now);
  checkChannelLinks(channel, fetchedUrl, report);
  checkExtensions(channel, "feed", report, now);
  checkAtomInRss(channel, report, now);
  checkPodcast(channel, report);
  const guids = new Set<string>();
  for (const item of childrenOf(channel, "item")) checkItem(item, guids, fetchedUrl, report, now);
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
  const hasComments = childrenOf(channel, "item").some((item) => childOf(item, "slash:comments"));
  if (hasComments && !childOf(channel, "lastBuildDate")) report("SlashDate", placeOf(channel), "slash:comments without lastBuildDate");
}

function checkOrder(channel: XmlElement, report: ReportViolation): void {
  const firstItem = channel.children.findIndex(({ name }) => name === "item");
  const isMetadata = ({ name }: XmlElement) => name === "atom:link" || (name !== "item" && Object.hasOwn(CHANNEL, name));
  const late = channel.children.find((child, index) => firstItem >= 0 && index > firstItem && isMetadata(child));
  if (late) report("MisplacedItem", placeOf(late), "metadata after an item");
}

function checkField(child: XmlElement, report: ReportViolation, now: number): void {
  if (child.name === "item" || !Object.hasOwn(CHANNEL, child.name)) return;
  checkAttributes(child, ATTRIBUTES[child.name] ?? [], report);
  if (Object.hasOwn(FIELDS, child.name)) FIELDS[child.name]?.(child, report, now);
}

function checkChannelLinks(channel: XmlElement, fetchedUrl: string, report: ReportViolation): void {
  const links = childrenOf(channel, "atom:link");
  const isRss2 = (channel.parent?.attributes.get("version") ?? "2.0") === "2.0";
  if (isRss2 && linkTargets(links, "self").length === 0)
    report("MissingAtomSelfLink", placeOf(channel), "no atom:link to the document itself");
  checkLinks(links, { owner: "feed", fetchedUrl }, report);
  checkHistory(channel, links, fetchedUrl, report);
}
