import type { ReportViolation } from "../rules/violation.ts";
import { placeOf, type XmlElement } from "../xml/xml.ts";
import { checkNoElements, checkRssText } from "./text.ts";

const ADDRESS = /^[a-z0-9_\-+.'!#$%&*/=?^`{|}~]+@(?:[a-z0-9-]+\.)*[a-z0-9][a-z0-9-]*$/i;

// The validator also accepts hosts with letters of other scripts or with underscores.
const INTERNATIONAL = /^[\p{L}\p{N}_.%+-]+@[a-z][\p{L}\p{N}_.-]+$/iu;
// A name in parentheses may contain parentheses itself, but is the only one.
const NAMED = /^([^\s()]+)\s*\(((?:[^()]|\([^()]*\))*)\)$/;

export function isAddress(value: string): boolean {
  return ADDRESS.test(value) || INTERNATIONAL.test(value);
}

/** Checks a person in RSS: `mail@host (Name)`. Text that begins with `@` is a name in a social network, and no address without a name. */
export function checkContact(element: XmlElement, report: ReportViolation): void {
  const place = placeOf(element);
  const value = withoutScheme(element.text.trim());
  if (value.indexOf("@") > 0 && !value.endsWith(")")) {
    checkNoElements(element, report);
    report(value.includes(" ") ? "EmailFormat" : "MissingRealName", place, value); // correcting it also removes `<` and `>`
    return;
  }
  checkRssText(element, report);
  const [, address = "", name = ""] = NAMED.exec(value) ?? [];
  if (!isAddress(address)) report("InvalidContact", place, value);
  else if (name.trim() === "") report("MissingRealName", place, value);
}

function withoutScheme(value: string): string {
  if (!value.startsWith("mailto:")) return value;
  try {
    return decodeURIComponent(value.slice("mailto:".length));
  } catch {
    return value;
  }
}
