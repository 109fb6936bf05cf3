import { podcastCategories } from "../../settings/podcast-categories.ts";
import { isAddress } from "../elements/contact.ts";
import { attributesAlone, checkNoText } from "../elements/grammar.ts";
import { checkText } from "../elements/text.ts";
import {
  attribute,
  checkLeaf,
  checkPositiveInteger,
  checkRfc822,
  checkUriElement,
  type ElementCheck,
  matching,
  oneOf,
} from "../elements/values.ts";
import type { ReportViolation } from "../rules/violation.ts";
import { isHttpUrl } from "../values/uri.ts";
import { childOf, childrenOf, descendantsOf, placeOf, type XmlElement } from "../xml/xml.ts";
import { type Extensions, named } from "./extension.ts";
import { OLD_CATEGORIES } from "./old-podcast-categories.ts";

const FORMATS = ["m4a", "mp3", "mov", "mp4", "m4v", "pdf", "epub"];

const checkCategory: ElementCheck = (element, report, now) => {
  const { name, parent, attributes } = element;
  const text = attributes.get("text");
  const outer = parent?.name === name ? `${parent.attributes.get("text")} > ` : "";
  const category = `${outer}${text}`;
  checkNoText(element, report, text === undefined ? (written) => `<${name} text="${written}"/>` : undefined);
  if (text === undefined) report("MissingAttribute", placeOf(element), "text");
  else if (!podcastCategories.includes(category))
    report(OLD_CATEGORIES.has(category) ? "ObsoleteItunesCategory" : "InvalidItunesCategory", placeOf(element), category);
  if (text === undefined) return; // the validator does not look into it
  for (const child of childrenOf(element, name)) {
    if (outer === "") checkCategory(child, report, now);
    else report("UndefinedElement", placeOf(child), child.name);
  }
};

// The validator reports an error. Apple no longer uses the address, and hosts omit it.
const checkOwner: ElementCheck = (owner, report, now) => {
  const email = childOf(owner, "itunes:email");
  const part = isAddress(owner.text.trim()) ? "itunes:email" : "itunes:name";
  checkNoText(owner, report, childOf(owner, part) ? undefined : (text) => `<itunes:owner><${part}>${text}</${part}></itunes:owner>`);
  if (!email) report("MissingItunesEmail", placeOf(owner), "no itunes:email");
  else if (!isAddress(email.text.trim())) report("InvalidContact", placeOf(email), email.text);
  for (const child of owner.children) {
    if (!/^itunes:(?:name|email)$/.test(child.name)) report("UndefinedElement", placeOf(child), child.name);
    else if (childOf(owner, child.name) !== child) report("DuplicateElement", placeOf(child), child.name);
    else if (child.name === "itunes:name") shortText(255)(child, report, now);
  }
};

/** Creates a check of plain text with a greatest length, in characters. */
function shortText(limit: number): ElementCheck {
  return (element, report, now) => {
    checkLeaf(element, report, now);
    const length = [...element.text.trim()].length;
    if (length > limit) report("TooLong", placeOf(element), `${length} characters; the limit is ${limit}`);
    checkText(element.text.trim(), element, "ContainsHTML", report);
  };
}

const checkKeywords: ElementCheck = (element, report, now) => {
  shortText(255)(element, report, now);
  const text = element.text.trim();
  if (text.includes(" ") && !text.includes(",")) report("InvalidKeywords", placeOf(element), text);
};

// The validator compares the whole text, with white space.
const checkExplicit: ElementCheck = (element, report) => {
  checkLeaf(element, report, 0);
  if (!/^(?:true|false)$/i.test(element.text)) report("InvalidTrueFalse", placeOf(element), JSON.stringify(element.text));
};

const checkImage = attributesAlone(
  "href",
  attribute("href", (value) => (isHttpUrl(value) ? undefined : { rule: "InvalidURLAttribute", message: value })),
);

/** The elements of podcasts, as Apple defined them. */
export const podcast: Extensions = {
  ...named("itunes", "author subtitle", { check: shortText(255) }),
  "itunes:summary": { check: shortText(4000) },
  "itunes:keywords": { check: checkKeywords },
  "itunes:block": { check: oneOf("InvalidYesNoClean", "yes no clean", { ignoresCase: true }) },
  "itunes:explicit": { check: checkExplicit },
  "itunes:image": { attributes: ["href"], check: checkImage },
  "itunes:title": {},
  "itunes:owner": { owner: "feed", check: checkOwner },
  "itunes:category": { owner: "feed", isRepeatable: true, attributes: ["text"], check: checkCategory },
  "itunes:pubDate": { owner: "feed", check: checkRfc822 },
  "itunes:new-feed-url": { owner: "feed", check: checkUriElement },
  "itunes:type": { owner: "feed", check: oneOf("InvalidItunesChannelType", "episodic serial") },
  "itunes:complete": { owner: "feed" },
  "itunes:applepodcastsverify": { owner: "feed" },
  "itunes:duration": { owner: "entry", check: matching("InvalidDuration", /^\d+(?::[0-5]\d(?::[0-5]\d)?)?$/) },
  ...named("itunes", "episode season", { owner: "entry", check: checkPositiveInteger }),
  "itunes:episodeType": { owner: "entry", check: oneOf("InvalidItunesEpisodeType", "full trailer bonus") },
  ...named("itunes", "isClosedCaptioned order", { owner: "entry" }),
};

/**
 * Checks a podcast as a whole. Directories take a feed with iTunes elements for a podcast, so it needs all required ones, unless it asks
 * them not to list it.
 */
export function checkPodcast(feed: XmlElement, report: ReportViolation): void {
  if (!feed.children.some(isPart) && !feed.children.some(({ children }) => children.some(isPart))) return;
  if (/^yes$/i.test(childOf(feed, "itunes:block")?.text.trim() ?? "")) return;
  const place = placeOf(feed);
  const isNamed = childOf(feed, "language") ?? (feed.attributes.has("xml:lang") || feed.parent?.attributes.has("xml:lang"));
  if (!isNamed) report("MissingItunesElement", place, "language");
  for (const name of ["itunes:category", "itunes:explicit", "itunes:image"]) {
    if (!childOf(feed, name)) report("MissingItunesElement", place, name);
  }
  if (!childOf(feed, "itunes:owner")) report("MissingItunesEmail", place, "no itunes:owner");
  for (const element of descendantsOf(feed)) {
    if (element.name === "enclosure" && element.parent?.children.some(isPart)) checkEnclosure(element, report);
  }
}

function isPart({ name }: XmlElement): boolean {
  return name.startsWith("itunes:");
}

function checkEnclosure(enclosure: XmlElement, report: ReportViolation): void {
  const { url = "", type = "" } = Object.fromEntries(enclosure.attributes);
  const path = URL.parse(url)?.pathname ?? url;
  const extension = /\.([^./]*)$/.exec(path)?.[1]?.toLowerCase() ?? "";
  if (!type.startsWith("image/") && !FORMATS.includes(extension)) report("UnsupportedItunesFormat", placeOf(enclosure), extension || url);
}
