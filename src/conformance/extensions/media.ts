import { checkAttributes, checkEmpty, checkNoText, insteadWrite, textAsAttribute } from "../elements/grammar.ts";
import { checkEscapedHtml } from "../elements/html.ts";
import { checkNoElements, checkPlainText } from "../elements/text.ts";
import { checkUri, isCount, isFloat, isMediaType } from "../elements/values.ts";
import type { ReportViolation, Rule } from "../rules/violation.ts";
import { isLanguageTag } from "../values/language-tag.ts";
import { isHttpUrl } from "../values/uri.ts";
import { childrenOf, placeOf, type XmlElement } from "../xml/xml.ts";
import type { Extensions } from "./extension.ts";
import { checkMediaValue } from "./media-values.ts";

const ELEMENTS = new Set(
  "adult backLink backLinks category comment comments community content copyright credit description embed group hash keywords license location param peerLink player price rating response responses restriction rights scene sceneDescription sceneEndTime scenes sceneStartTime sceneTitle starRating statistics status subTitle tags text thumbnail title"
    .split(" ")
    .map((local) => `media:${local}`),
);

type AttributeRule = readonly [rule: Rule, isRight: (value: string) => boolean];

const positive: AttributeRule = ["InvalidPositiveInteger", (value) => isCount(value) && Number(value) > 0];
const float: AttributeRule = ["InvalidFloat", (value) => isFloat(value)];
const time: AttributeRule = ["InvalidNPTTime", (value) => /^(?:now|\d+(?:\.\d+)?|\d+:\d\d:\d\d(?:\.\d+)?)$/.test(value)];
const language: AttributeRule = ["InvalidLanguage", isLanguageTag];
const size = { width: positive, height: positive };
const markup: Readonly<Record<string, AttributeRule>> = { type: ["InvalidMediaTextType", (value) => /^(?:plain|html)$/.test(value)] };

/** The rules for attributes, by element. An empty attribute is ignored. */
const ATTRIBUTES: Readonly<Record<string, Readonly<Record<string, AttributeRule>>>> = {
  "media:content": {
    ...size,
    bitrate: float,
    channels: ["InvalidNonNegativeInteger", isCount],
    duration: float,
    expression: ["InvalidMediaExpression", (value) => /^(?:sample|full|nonstop)$/.test(value)],
    fileSize: positive,
    framerate: float,
    isDefault: ["InvalidTrueFalse", (value) => /^(?:true|false)$/i.test(value)],
    lang: language,
    medium: ["InvalidMediaMedium", (value) => /^(?:image|audio|video|document|executable)$/.test(value)],
    samplingrate: float,
    type: ["InvalidMIMEAttribute", isMediaType],
  },
  "media:thumbnail": { ...size, time },
  "media:player": size,
  "media:text": { ...markup, start: time, end: time, lang: language },
  "media:title": markup,
  "media:description": markup,
};

/** The attributes that an element may have besides those with rules. The elements of version 1.5 alone may have any. */
const OTHER_ATTRIBUTES: Readonly<Record<string, string>> = {
  "media:adult": "",
  "media:category": "label scheme",
  "media:content": "url",
  "media:copyright": "url",
  "media:credit": "role scheme",
  "media:description": "",
  "media:group": "",
  "media:hash": "algo",
  "media:keywords": "",
  "media:player": "url",
  "media:rating": "scheme",
  "media:restriction": "relationship type",
  "media:text": "",
  "media:thumbnail": "url",
  "media:title": "",
};

const URL_ATTRIBUTES = new Set([
  "media:content url",
  "media:thumbnail url",
  "media:player url",
  "media:copyright url",
  "media:category scheme",
]);

const TEXTS = new Set("adult category copyright credit hash keywords rating restriction".split(" ").map((local) => `media:${local}`));

const SINGLE = ["media:title", "media:description", "media:copyright", "media:adult"];

/** The elements of Media RSS (www.rssboard.org/media-rss). */
export const media: Extensions = {
  ...Object.fromEntries([...ELEMENTS].map((name) => [name, { isRepeatable: true, attributes: [], check: checkMedia } as const])),
  ...Object.fromEntries(SINGLE.map((name) => [name, { check: checkMedia } as const])),
};

/** Checks an element of Media RSS and those within it. */
function checkMedia(element: XmlElement, report: ReportViolation): void {
  checkMediaAttributes(element, report);
  checkMediaValue(element, report);
  if (/:(?:title|description|text)$/.test(element.name)) checkMediaText(element, report);
  else if (TEXTS.has(element.name)) checkNoElements(element, report);
  if (element.name === "media:group") checkNoText(element, report);
  if (element.name === "media:content") checkContentText(element, report);
  if (element.name === "media:player") checkEmpty(element, report, "url");
  if (element.name === "media:group" && childrenOf(element, "media:content").length < 2)
    report("MediaGroupWithoutAlternatives", placeOf(element), "fewer than two media:content");
  const seen = new Set<string>();
  for (const child of element.children.filter(({ name }) => name.startsWith("media:"))) {
    if (seen.has(child.name) && SINGLE.includes(child.name)) report("DuplicateElement", placeOf(child), child.name);
    seen.add(child.name);
    if (ELEMENTS.has(child.name)) checkMedia(child, report);
    else report("UndefinedElement", placeOf(child), child.name);
  }
}

// With other elements in it, only an address is certain to be its own.
function checkContentText(element: XmlElement, report: ReportViolation): void {
  const isOwn = element.children.length === 0 || isHttpUrl(element.text.trim());
  const example = isOwn ? textAsAttribute(element, "url") : undefined;
  checkNoText(element, report, example === undefined ? undefined : () => example);
}

function checkMediaAttributes(element: XmlElement, report: ReportViolation): void {
  const place = placeOf(element);
  const rules = ATTRIBUTES[element.name] ?? {};
  const others = OTHER_ATTRIBUTES[element.name];
  const isAny = (name: string) => others === undefined && !name.includes(":");
  const names = [...Object.keys(rules), ...(others?.split(" ") ?? []), ...[...element.attributes.keys()].filter(isAny)];
  checkAttributes(element, names, report);
  for (const [name, value] of element.attributes) {
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    if (rule && value !== "" && !rule[1](value)) report(rule[0], place, `${name}="${value}"`);
    if (value !== "" && URL_ATTRIBUTES.has(`${element.name} ${name}`)) checkUri(value, place, report);
  }
  if (/:(?:thumbnail|player)$/.test(element.name) && !element.attributes.get("url")) report("MissingAttribute", place, missingUrl(element));
}

// No other rule is about the text of a thumbnail.
function missingUrl(element: XmlElement): string {
  const example = element.name === "media:thumbnail" ? textAsAttribute(element, "url") : undefined;
  return example === undefined ? "url" : `url${insteadWrite}${example}`;
}

function checkMediaText(element: XmlElement, report: ReportViolation): void {
  if (element.attributes.get("type") === "html") checkEscapedHtml(element, report);
  else checkPlainText(element, report, "ContainsUndeclaredHTML");
}
