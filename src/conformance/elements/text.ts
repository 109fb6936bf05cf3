import type { ReportViolation, Rule } from "../rules/violation.ts";
import { HTML_ELEMENTS, HTML_ENTITIES } from "../values/html-vocabulary.ts";
import { placeOf, type XmlElement } from "../xml/xml.ts";

/**
 * Checks an element that contains plain text. Markup in it is a sign of double escaping, unless a hexadecimal reference on the
 * same line shows that the publisher means the characters themselves.
 */
export function checkPlainText(element: XmlElement, report: ReportViolation, rule: Rule = "ContainsHTML"): void {
  checkNoElements(element, report);
  checkText(element.text, element, rule, report);
}

/** The message about an element that should contain text alone. */
export const elementInText = "an element within text";

/** Checks that an element contains only text. */
export function checkNoElements(element: XmlElement, report: ReportViolation): void {
  if (element.children.length > 0) report("UndefinedElement", placeOf(element), elementInText);
}

/** Checks plain text in RSS, where the best practices profile recommends `&` and `<` as hexadecimal references. */
export function checkRssText(element: XmlElement, report: ReportViolation): void {
  checkPlainText(element, report);
  const escaped = /&(?:amp|lt);|<!\[CDATA\[|&#(?:38|60);/.exec(element.source);
  if (escaped) report("Broadsheet: character data", placeOf(element), `${escaped[0]} in ${element.source}`);
}

/** Checks the rule for a given text, such as an attribute of the element. */
export function checkText(text: string, element: XmlElement, rule: Rule, report: ReportViolation): void {
  const meant = element.isByReference;
  const tag = findHtmlEndTag(text);
  const [entity] = [...text.matchAll(/&(#?\w+);?/g)].find(([, name = ""]) => isEntity(name)) ?? [];
  if (tag !== undefined) report(rule, placeOf(element), `</${tag}> in plain text`);
  else if (entity !== undefined && !meant) report(rule, placeOf(element), `${entity} in plain text`);
  else if (isWithinRss2(element) && !meant && /&#[x0-9]|<[/a-zA-Z]/.test(text)) report("CharacterData", placeOf(element), text);
}

/** Returns whether an element is part of RSS 2.0, the only format that does not declare whether its text is plain. */
export function isWithinRss2(element: XmlElement): boolean {
  return rssVersionOf(element)?.startsWith("2") === true;
}

/** Returns the version of RSS of which an element is part; undefined in another format. */
export function rssVersionOf(element: XmlElement): string | undefined {
  if (element.parent) return rssVersionOf(element.parent);
  return element.name === "rss" ? (element.attributes.get("version") ?? "2.0") : undefined;
}

/** Returns the first end tag of an HTML element in a text, in any escaping. Plain text does not contain one by accident. */
export function findHtmlEndTag(text: string): string | undefined {
  const names = [...text.matchAll(/<\/(\w+)>/g)].map((match) => match[1] ?? "");
  return names.find((name) => HTML_ELEMENTS.has(name.toLowerCase()));
}

function isEntity(name: string): boolean {
  return HTML_ENTITIES.has(name) || !/^\p{L}+$/u.test(name);
}
