import { checkAtomContent, checkTextConstruct } from "./atom-content.ts";
import { isAddress } from "./elements/contact.ts";
import { checkAttributes, checkChildren, checkNoText, checkNotBlank, checkTrimmed, type Grammar } from "./elements/grammar.ts";
import { checkPlainText, checkText } from "./elements/text.ts";
import { checkReference, checkReferenceElement, checkRfc3339, checkUri } from "./elements/values.ts";
import type { ReportViolation } from "./rules/violation.ts";
import { canonicalize } from "./values/canonical-uri.ts";
import { findUriFault } from "./values/uri.ts";
import { childOf, placeOf, type XmlElement } from "./xml/xml.ts";

/** The children of a person (RFC 4287 §3.2). */
const PERSON: Grammar = { name: "once", uri: "optional", email: "optional" };

const TEXT = ["type"];
const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  author: ["rdf:parseType"],
  category: ["term", "scheme", "label"],
  content: ["type", "src"],
  generator: ["uri", "version"],
  rights: TEXT,
  subtitle: TEXT,
  summary: TEXT,
  title: TEXT,
};

/** The elements with a check here. RSS uses them, too, with the prefix `atom`. */
const FIELDS: Readonly<Record<string, (element: XmlElement, report: ReportViolation, now: number) => void>> = {
  author: checkPerson,
  category: checkCategory,
  content: checkAtomContent,
  contributor: checkPerson,
  generator: checkGenerator,
  icon: checkPicture,
  id: checkId,
  logo: checkPicture,
  published: checkDate,
  rights: checkTextConstruct,
  subtitle: checkTextConstruct,
  summary: checkTextConstruct,
  title: checkTextConstruct,
  updated: checkDate,
};

/** Checks an element of Atom that is not a link, feed, entry or source. */
export function checkAtomField(element: XmlElement, report: ReportViolation, now: number): void {
  const name = element.name.replace(/^atom:/, "");
  if (!Object.hasOwn(FIELDS, name)) return;
  checkAttributes(element, ATTRIBUTES[name] ?? [], report);
  FIELDS[name]?.(element, report, now);
}

function checkPerson(person: XmlElement, report: ReportViolation): void {
  const prefix = person.name.startsWith("atom:") ? "atom:" : "";
  const [name, uri, email] = ["name", "uri", "email"].map((part) => childOf(person, prefix + part));
  const isName = name === undefined;
  checkNoText(person, report, isName ? (text) => `<${person.name}><${prefix}name>${text}</${prefix}name></${person.name}>` : undefined);
  if (prefix === "") checkChildren(person, PERSON, report);
  for (const part of [name, uri, email]) if (part) checkAttributes(part, [], report);
  if (!name && prefix !== "") report("MissingElement", placeOf(person), "name");
  if (name) checkName(name, report);
  if (uri) {
    checkNotBlank(uri, report);
    checkTrimmed(uri, report);
    checkReferenceElement(uri, report, 0);
  }
  if (email && !isAddress(email.text.trim())) report("InvalidAddrSpec", placeOf(email), email.text.trim() || "empty");
}

function checkName(name: XmlElement, report: ReportViolation): void {
  checkNotBlank(name, report);
  checkPlainText(name, report);
  if (/<[^\s<>@]{1,100}@[^\s<>@]{1,100}>/.test(name.text)) report("ContainsEmail", placeOf(name), name.text);
}

function checkCategory(category: XmlElement, report: ReportViolation): void {
  const { term, scheme, label } = Object.fromEntries(category.attributes);
  const place = placeOf(category);
  checkNoText(category, report, term === undefined ? (text) => `<${category.name} term="${text}"/>` : undefined);
  if (term === undefined) report("MissingAttribute", place, "term");
  else if (term === "") report("NotBlank", place, "term");
  if (scheme !== undefined) checkUri(scheme, place, report);
  if (label !== undefined) checkText(label, category, "ContainsHTML", report);
}

function checkGenerator(generator: XmlElement, report: ReportViolation): void {
  const uri = generator.attributes.get("uri");
  checkNotBlank(generator, report);
  checkPlainText(generator, report);
  if (uri !== undefined) checkReference(uri, placeOf(generator), report);
}

/** Checks ids (RFC 4287 §4.2.6). They are compared character by character, so one resource must have one spelling. */
function checkId(id: XmlElement, report: ReportViolation): void {
  const place = placeOf(id);
  const value = id.text.trim();
  checkTrimmed(id, report);
  if (id.children.length > 0) report("UndefinedElement", place, "an element within an id");
  const fault = findUriFault(value);
  if (fault) report(fault.rule, place, fault.message);
  else if (canonicalize(value) !== value) report("NonCanonicalURI", place, `${value}, canonically ${canonicalize(value)}`);
}

function checkPicture(picture: XmlElement, report: ReportViolation): void {
  checkNotBlank(picture, report);
  checkTrimmed(picture, report);
  checkReferenceElement(picture, report, 0);
}

function checkDate(date: XmlElement, report: ReportViolation, now: number): void {
  checkTrimmed(date, report);
  checkRfc3339(date, report, now);
}
