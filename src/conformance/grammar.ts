import { isKnownLanguage } from "../base/known-language.ts";
import type { ReportViolation } from "./violation.ts";
import { childrenOf, isJudged, placeOf, type XmlElement } from "./xml.ts";

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
    const count = childrenOf(element, name).length;
    if (count === 0 && occurrence === "once") report("MissingElement", placeOf(element), name);
    if (count > 1 && occurrence !== "many") report("DuplicateElement", placeOf(element), name);
  }
}

/** Checks that an element with child elements contains no text. */
export function checkNoText(element: XmlElement, report: ReportViolation): void {
  if (element.text.trim() !== "") report("UnexpectedText", placeOf(element), element.text.trim());
}

/** Checks that an element has only these attributes and the common ones. */
export function checkAttributes(element: XmlElement, names: readonly string[], report: ReportViolation): void {
  for (const name of element.attributes.keys()) {
    if (isJudged(name) && !names.includes(name) && !/^xml:(?:base|lang|space|id)$/.test(name))
      report("UnexpectedAttribute", placeOf(element), name);
  }
  for (const name of ["xml:lang"]) {
    const language = element.attributes.get(name);
    if (language !== undefined && !isKnownLanguage(language)) report("InvalidLanguage", placeOf(element), language);
  }
}

export function checkNotBlank(element: XmlElement, report: ReportViolation): void {
  if (element.text.trim() === "") report("NotBlank", placeOf(element), "empty");
}

const TOKEN = String.raw`[^\s()<>,;:\\"/[\]?=]+`;
const MEDIA_TYPE = new RegExp(`^${TOKEN}/${TOKEN}(?:\\s*;\\s*${TOKEN}=(?:"(?:\\\\"|[^"])*"|${TOKEN}))*$`);

export function isMediaType(value: string): boolean {
  return MEDIA_TYPE.test(value);
}

/** Returns whether a value is a whole number, zero or more. */
export function isCount(value: string): boolean {
  return /^\d+$/.test(value.trim());
}
