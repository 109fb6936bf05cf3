import { isMediaType } from "./grammar.ts";
import { checkEscapedHtml } from "./html.ts";
import { ACCEPTABLE_ELEMENTS, HTML_ELEMENTS } from "./html-vocabulary.ts";
import { baseOf } from "./links.ts";
import { dangersOfStyle } from "./style.ts";
import { checkPlainText } from "./text.ts";
import { checkUri } from "./uri.ts";
import type { ReportViolation } from "./violation.ts";
import { descendantsOf, placeOf, type XmlElement } from "./xml.ts";

/** Checks a title, subtitle, summary or rights (RFC 4287 §3.1). */
export function checkTextConstruct(element: XmlElement, report: ReportViolation): void {
  const type = element.attributes.get("type") ?? "text";
  if (["text", "html", "xhtml"].includes(type)) checkTyped(element, type, report);
  else report("InvalidTextType", placeOf(element), type);
}

/** Checks the content of an entry (RFC 4287 §4.1.3). */
export function checkAtomContent(element: XmlElement, report: ReportViolation): void {
  const place = placeOf(element);
  const type = element.attributes.get("type");
  const source = element.attributes.get("src");
  if (source !== undefined) checkUri(source, place, report);
  if (source !== undefined && type === undefined) report("MissingTypeAttr", place, "external content without a type");
  const isInline = ["text", "html", "xhtml"].includes(type ?? "text");
  if (isInline && source === undefined) checkTyped(element, type ?? "text", report);
  if (!isInline && (!isMediaType(type ?? "") || type === "multipart/alternative")) report("InvalidMIMEType", place, type ?? "");
}

function checkTyped(element: XmlElement, type: string, report: ReportViolation): void {
  const place = placeOf(element);
  if (element.text.trim() === "" && element.children.length === 0) report("NotBlank", place, "empty");
  if (type === "xhtml") checkXhtml(element, report);
  else if (type === "text") checkPlainText(element, report, "ContainsUndeclaredHTML");
  else checkEscapedHtml(element, report, { hasBase: baseOf(element) !== undefined });
}

function checkXhtml(element: XmlElement, report: ReportViolation): void {
  const place = placeOf(element);
  const [division, ...others] = element.children;
  if (division?.name !== "xhtml:div" || others.length > 0 || element.text.trim() !== "") {
    report("MissingXhtmlDiv", place, "one div, and nothing else");
    return;
  }
  for (const descendant of descendantsOf(division)) {
    const name = descendant.name.replace(/^xhtml:/, "");
    if (name === descendant.name || !HTML_ELEMENTS.has(name)) report("NotHtml", placeOf(descendant), name);
    else if (!ACCEPTABLE_ELEMENTS.has(name)) report("SecurityRisk", placeOf(descendant), name);
    for (const attribute of descendant.attributes.keys()) {
      if (/^on/i.test(attribute)) report("SecurityRiskAttr", placeOf(descendant), attribute);
    }
    for (const danger of dangersOfStyle(descendant.attributes.get("style") ?? ""))
      report("DangerousStyleAttr", placeOf(descendant), danger);
  }
}
