import type { ReportViolation, Rule } from "../rules/violation.ts";
import { findIso8601Fault, findRfc3339Fault, findW3cDateFault } from "../values/dates.ts";
import { isLanguageTag } from "../values/language-tag.ts";
import { findRfc822Fault } from "../values/rfc822-date.ts";
import { type Fault, findReferenceFault, findUriFault, isHttpUrl } from "../values/uri.ts";
import { placeOf, type XmlElement } from "../xml/xml.ts";
import { checkNoElements, checkPlainText } from "./text.ts";

/** Checks an element, also against the current time. */
export type ElementCheck = (element: XmlElement, report: ReportViolation, now: number) => void;

/** Checks an element that contains text alone. */
export const checkLeaf: ElementCheck = checkNoElements;

/** Creates a check of an element's text, without white space around it. */
function ofText(findFault: (value: string, now: number) => Fault | undefined): ElementCheck {
  return (element, report, now) => {
    checkLeaf(element, report, now);
    const fault = findFault(element.text.trim(), now);
    if (fault) report(fault.rule, placeOf(element), fault.message);
  };
}

function ofSyntax(rule: Rule, isRight: (value: string) => boolean): ElementCheck {
  return ofText((value) => (isRight(value) ? undefined : { rule, message: value || "empty" }));
}

export const checkUriElement = ofText(findUriFault);
export const checkReferenceElement = ofText(findReferenceFault);
export const checkWebAddress = ofSyntax("InvalidURLAttribute", isHttpUrl);
export const checkRfc822 = ofText(findRfc822Fault);
export const checkRfc3339 = ofText(findRfc3339Fault);
export const checkW3cDate = ofText(findW3cDateFault);
export const checkIso8601 = ofText(findIso8601Fault);
/** Like `checkIso8601`, for events, which may be in the future, and before feeds existed. */
export const checkEventDate = ofText((value) => {
  const fault = findIso8601Fault(value, Number.POSITIVE_INFINITY);
  return fault?.rule === "ImplausibleDate" ? undefined : fault;
});
export const checkLanguage = ofSyntax("InvalidLanguage", isLanguageTag);
export const checkCount = ofSyntax("InvalidNonNegativeInteger", isCount);
export const checkPositiveInteger = ofSyntax("InvalidPositiveInteger", (value) => isCount(value) && Number(value) > 0);
export const checkInteger = ofSyntax("InvalidInteger", (value) => /^[+-]?\d*$/.test(value));
export const checkFloat = ofSyntax("InvalidFloat", isFloat);
export const checkPlain: ElementCheck = (element, report) => checkPlainText(element, report);

/** Creates a check that the text is one of the values. */
export function oneOf(rule: Rule, values: string, options: { readonly ignoresCase?: boolean } = {}): ElementCheck {
  const accepted = new Set(values.split(" "));
  return ofSyntax(rule, (value) => accepted.has(options.ignoresCase ? value.toLowerCase() : value));
}

/** Creates a check that the text matches a pattern. */
export function matching(rule: Rule, pattern: RegExp): ElementCheck {
  return ofSyntax(rule, (value) => pattern.test(value));
}

/** Creates a check that the text is a number between limits. */
export function between(rule: Rule, minimum: number, maximum: number): ElementCheck {
  return ofSyntax(rule, (value) => value !== "" && Number(value) >= minimum && Number(value) <= maximum);
}

/** Creates a check of a required attribute. */
export function attribute(name: string, findFault: (value: string) => Fault | undefined): ElementCheck {
  return (element, report) => {
    const value = element.attributes.get(name);
    const fault = value === undefined ? { rule: "MissingAttribute" as const, message: name } : findFault(value);
    if (fault) report(fault.rule, placeOf(element), fault.message);
  };
}

export function checkUri(value: string, place: string, report: ReportViolation): void {
  const fault = findUriFault(value);
  if (fault) report(fault.rule, place, fault.message);
}

export function checkReference(value: string, place: string, report: ReportViolation): void {
  const fault = findReferenceFault(value);
  if (fault) report(fault.rule, place, fault.message);
}

/** Returns whether a value is a whole number, zero or more. */
export function isCount(value: string): boolean {
  return /^\+?\d+$/.test(value.trim());
}

export function isFloat(value: string): boolean {
  return /^\d+(?:\.\d*)?$/.test(value);
}

const TOKEN = String.raw`[^\s()<>,;:\\"/[\]?=]+`;
const MEDIA_TYPE = new RegExp(`^${TOKEN}/${TOKEN}(?:\\s*;\\s*${TOKEN}=(?:"(?:\\\\"|[^"])*"|${TOKEN}))*$`);

export function isMediaType(value: string): boolean {
  return MEDIA_TYPE.test(value);
}
