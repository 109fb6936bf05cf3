import type { ReportViolation } from "../rules/violation.ts";
import { FOREIGN_ELEMENTS } from "../values/foreign-vocabulary.ts";
import { ACCEPTABLE_ELEMENTS, HTML_ELEMENTS } from "../values/html-vocabulary.ts";
import { dangersOfStyle } from "../values/style.ts";
import { isJudged } from "../xml/namespaces.ts";
import { placeOf, type XmlElement } from "../xml/xml.ts";
import { findHtmlEndTag } from "./text.ts";

/** Checks an element that contains XHTML (RFC 4287 §3.1.1.3). */
export function checkXhtml(element: XmlElement, report: ReportViolation): void {
  const [division, ...others] = element.children;
  const tag = findHtmlEndTag(element.text);
  if (tag !== undefined) report("NotInline", placeOf(element), `</${tag}> is escaped`);
  if (division?.name !== "xhtml:div" || others.length > 0 || element.text.trim() !== "") {
    report("MissingXhtmlDiv", placeOf(element), "one div of the XHTML namespace, and nothing else");
    return;
  }
  checkEscapedTags(division, report);
  checkNode(division, report);
}

/** Checks whether the text consists of escaped tags only: the author meant HTML. */
function checkEscapedTags(division: XmlElement, report: ReportViolation): void {
  const tag = division.children.length === 0 ? findHtmlEndTag(division.text) : undefined;
  if (tag !== undefined) report("NotInline", placeOf(division), `</${tag}> is escaped`);
}

function checkNode(element: XmlElement, report: ReportViolation): void {
  const [prefix = "", name = ""] = splitName(element.name);
  const foreign = FOREIGN_ELEMENTS[prefix];
  if (prefix === "xhtml") checkHtmlElement(element, name, report);
  else if (foreign) checkForeignElement(element, name, foreign, report);
  else if (prefix === "no namespace") report("MissingNamespace", placeOf(element), name);
  else {
    // An extension, such as RDF in the metadata of a drawing. Readers ignore it.
    if (isJudged(element.name) && element.parent?.name !== "svg:metadata") report("UndefinedElement", placeOf(element), element.name);
    return;
  }
  for (const child of element.children) checkNode(child, report);
}

/** Splits a name into its prefix and its local name. Names without a prefix are those of the document's own namespace. */
function splitName(name: string): [prefix: string, local: string] {
  const colon = name.lastIndexOf(":");
  return colon < 0 ? ["atom", name] : [name.slice(0, colon), name.slice(colon + 1)];
}

function checkHtmlElement(element: XmlElement, name: string, report: ReportViolation): void {
  if (!HTML_ELEMENTS.has(name)) report("NotHtml", placeOf(element), name);
  else if (!ACCEPTABLE_ELEMENTS.has(name)) report("SecurityRisk", placeOf(element), name);
  checkHandlers(element, report);
  for (const danger of dangersOfStyle(element.attributes.get("style") ?? "")) report("DangerousStyleAttr", placeOf(element), danger);
}

function checkForeignElement(element: XmlElement, name: string, accepted: ReadonlySet<string>, report: ReportViolation): void {
  if (!accepted.has(name)) report("SecurityRisk", placeOf(element), name);
  checkHandlers(element, report);
}

function checkHandlers(element: XmlElement, report: ReportViolation): void {
  for (const attribute of element.attributes.keys()) {
    if (/^on/i.test(attribute)) report("SecurityRiskAttr", placeOf(element), attribute);
  }
}
