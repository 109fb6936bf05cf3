import { escapeMarkup } from "../../base/escape.ts";
import type { ReportViolation } from "../rules/violation.ts";
import { isLanguageTag } from "../values/language-tag.ts";
import { isHttpUrl } from "../values/uri.ts";
import { isJudged } from "../xml/namespaces.ts";
import { childrenOf, placeOf, textPlaceOf, type XmlElement } from "../xml/xml.ts";
import { checkReference, type ElementCheck } from "./values.ts";

/** The number of times that a child may occur: `once` is required, `optional` at most once. */
export type Occurrence = "once" | "optional" | "many";
export type Grammar = Readonly<Record<string, Occurrence>>;

/** Checks names and numbers of an element's children. `checkExtensions` checks names with a prefix. */
export function checkChildren(element: XmlElement, grammar: Grammar, report: ReportViolation): void {
  for (const child of element.children) {
    if (child.name.startsWith("no namespace:")) report("UndeterminableVocabulary", placeOf(child), child.name);
    else if (!child.name.includes(":") && !Object.hasOwn(grammar, child.name)) report("UndefinedElement", placeOf(child), child.name);
  }
  for (const [name, occurrence] of Object.entries(grammar)) {
    const [first, second] = childrenOf(element, name);
    if (!first && occurrence === "once") report("MissingElement", placeOf(element), name);
    if (second && occurrence !== "many") report("DuplicateElement", placeOf(second), `a second <${name}>`);
  }
}

/**
 * Checks that an element with child elements contains no text.
 * @param write returns the element with the text in its right place; undefined if the text belongs nowhere
 */
export function checkNoText(element: XmlElement, report: ReportViolation, write?: (text: string) => string): void {
  if (!/\S|\uFEFF/.test(element.text)) return; // \s includes U+FEFF, which is no white space of XML
  const text = element.text.trim();
  const example = text === "" ? undefined : write?.(text.length > maxExample || /[&<"]/.test(text) ? "…" : text);
  const message = text === "" ? invisibleMark : `${text}${example === undefined ? "" : `${insteadWrite}${example}`}`;
  report("UnexpectedText", textPlaceOf(element), message);
}

/** Creates a check of an element that has attributes alone. @param main the attribute for a text in it */
export function attributesAlone(main: string, check: ElementCheck): ElementCheck {
  return (element, report, now) => {
    checkEmpty(element, report, main);
    check(element, report, now);
  };
}

/** Checks that an element contains neither text nor elements. @param main the attribute for a text in it */
export function checkEmpty(element: XmlElement, report: ReportViolation, main: string): void {
  const example = textAsAttribute(element, main);
  checkNoText(element, report, example === undefined ? undefined : () => example);
  for (const child of element.children) if (isJudged(child.name)) report("UndefinedElement", placeOf(child), child.name);
}

/**
 * Returns an element with its text in an attribute that it lacks: `<enclosure url="https://…"/>`. If the text is no address, though the
 * attribute contains one, the value is `…`. Returns undefined if there is no text, or the attribute has a value.
 */
export function textAsAttribute({ attributes, name, ...element }: XmlElement, attribute: string): string | undefined {
  const text = element.text.trim();
  if (text === "" || text === "\uFEFF" || attributes.get(attribute)) return undefined;
  const isRight = !/^(?:href|uri|url)$/.test(attribute) || isHttpUrl(text);
  const value = isRight && text.length <= maxValue ? escapeMarkup(text) : "…";
  const others = [...attributes].filter(([other]) => other !== attribute).map(([other, value]) => ` ${other}="${escapeMarkup(value)}"`);
  return `<${name} ${attribute}="${value}"${others.join("")}${element.children.length === 0 ? "/>" : ">"}`;
}

const maxValue = 300; // UTF-16 units
const maxExample = 80;

/** The message about a byte order mark between elements. */
export const invisibleMark = "U+FEFF, a byte order mark";

/** The part of a message before the right way to write an element. */
export const insteadWrite = ": write ";

/** Checks that an element has only these attributes and the common ones. */
export function checkAttributes(element: XmlElement, names: readonly string[], report: ReportViolation): void {
  for (const name of element.attributes.keys()) {
    if (isJudged(name) && !names.includes(name) && !/^xml:(?:base|lang|space|id)$/.test(name))
      report("UnexpectedAttribute", placeOf(element), name);
  }
  const { "xml:lang": language, "xml:base": base } = Object.fromEntries(element.attributes);
  if (language && !isLanguageTag(language)) report("InvalidLanguage", placeOf(element), language);
  if (base !== undefined) checkReference(base, placeOf(element), report);
}

export function checkNotBlank(element: XmlElement, report: ReportViolation): void {
  if (element.text.trim() === "") report("NotBlank", placeOf(element), "empty");
}

export function checkTrimmed(element: XmlElement, report: ReportViolation): void {
  if (element.text !== element.text.trim()) report("UnexpectedWhitespace", placeOf(element), JSON.stringify(element.text));
}

/**
 * Checks that an element and one of an extension do not say the same: each that follows its counterpart is a violation, as in the validator.
 * @param synonyms pairs of names
 */
export function checkSynonyms(
  parent: XmlElement,
  synonyms: readonly (readonly [core: string, extension: string])[],
  rule: "DuplicateItemSemantics" | "DuplicateSemantics",
  report: ReportViolation,
): void {
  const before = new Set<string>();
  for (const child of parent.children) {
    for (const [core, extension] of synonyms) {
      const other = child.name === core ? extension : child.name === extension ? core : undefined;
      if (other !== undefined && before.has(other)) report(rule, placeOf(child), `${core} and ${extension}`);
    }
    before.add(child.name);
  }
}
