import { hasBase } from "./elements/base-uri.ts";
import { checkNoText } from "./elements/grammar.ts";
import { checkEscapedHtml } from "./elements/html.ts";
import { checkNoElements, checkText } from "./elements/text.ts";
import { checkReference, isMediaType } from "./elements/values.ts";
import { checkXhtml } from "./elements/xhtml.ts";
import type { ReportViolation } from "./rules/violation.ts";
import { isBase64 } from "./values/base64.ts";
import { placeOf, type XmlElement } from "./xml/xml.ts";

const INLINE = ["text", "html", "xhtml"];

/** Checks a title, subtitle, summary or rights (RFC 4287 §3.1). */
export function checkTextConstruct(element: XmlElement, report: ReportViolation): void {
  const type = typeOf(element, report);
  if (INLINE.includes(type)) checkInline(element, type, report);
  else if (type !== "") {
    report("InvalidTextType", placeOf(element), type);
    if (type.includes("/")) checkMediaContent(element, type, report);
  }
}

/** Checks the content of an entry (RFC 4287 §4.1.3). */
export function checkAtomContent(element: XmlElement, report: ReportViolation): void {
  if (element.attributes.has("src")) {
    checkExternal(element, report);
    return;
  }
  const type = typeOf(element, report);
  if (INLINE.includes(type)) checkInline(element, type, report);
  else if (type !== "" && (!isMediaType(type) || type === "multipart/alternative")) report("InvalidMIMEType", placeOf(element), type);
  else checkMediaContent(element, type, report);
}

/** Returns whether content with this media type is a document of its own, as a picture is, and not text. */
export function isBinary(type: string): boolean {
  return type.includes("/") && !isXml(type) && !type.startsWith("text/");
}

function isXml(type: string): boolean {
  return /[+/]xml$/.test(type);
}

function typeOf(element: XmlElement, report: ReportViolation): string {
  const type = element.attributes.get("type") ?? "text";
  if (type === "") report("AttrNotBlank", placeOf(element), "type");
  return type;
}

function checkExternal(element: XmlElement, report: ReportViolation): void {
  const place = placeOf(element);
  const type = element.attributes.get("type");
  checkReference(element.attributes.get("src") ?? "", place, report);
  checkNoText(element, report);
  if (element.children.length > 0) report("UndefinedElement", place, "an element in external content");
  if (type === undefined) report("MissingTypeAttr", place, "external content without a type");
  else if (!isMediaType(type)) report("InvalidMIMEType", place, type);
}

function checkInline(element: XmlElement, type: string, report: ReportViolation): void {
  checkNotEmpty(element, report);
  if (type === "xhtml") checkXhtml(element, report);
  else if (type === "html") checkHtmlOfAtom(element, report);
  else checkPlain(element, report);
}

function checkMediaContent(element: XmlElement, type: string, report: ReportViolation): void {
  checkNotEmpty(element, report);
  if (/\/html$/.test(type)) checkHtmlDocument(element, report);
  else if (isXml(type)) checkXml(element, type, report);
  else if (isBinary(type) && !isBase64(element.text)) report("NotBase64", placeOf(element), element.text.trim().slice(0, 80));
  else checkPlain(element, report);
}

function checkHtmlDocument(element: XmlElement, report: ReportViolation): void {
  if (/<html/i.test(element.text)) return;
  checkHtmlOfAtom(element, report);
  report("HtmlFragment", placeOf(element), "a part of a page, as text/html");
}

function checkXml(element: XmlElement, type: string, report: ReportViolation): void {
  const [root] = element.children;
  if (root) checkNoText(element, report);
  if (type !== "application/xhtml+xml" || !root) return;
  if (!/^(?:xhtml:)?html$/.test(root.name)) report("HtmlFragment", placeOf(element), `${root.name}, as ${type}`);
  else if (!root.name.startsWith("xhtml:")) report("NotHtml", placeOf(root), "html is in another namespace");
}

// Without xml:base, the base is the address of the document (RFC 4287 §2), which not all readers use.
function checkHtmlOfAtom(element: XmlElement, report: ReportViolation): void {
  checkEscapedHtml(element, report, { hasBase: hasBase(element), relativeRule: "Broadsheet: absolute addresses" });
}

function checkPlain(element: XmlElement, report: ReportViolation): void {
  checkNoElements(element, report);
  checkText(element.text, element, "ContainsUndeclaredHTML", report);
}

// White space is not empty here for the validator, which trims the other elements.
function checkNotEmpty(element: XmlElement, report: ReportViolation): void {
  if (element.text === "" && element.children.length === 0) report("NotBlank", placeOf(element), "empty");
}
