import type { ReportViolation } from "../rules/violation.ts";
import { placeOf, type XmlElement } from "../xml/xml.ts";
import { checkRssText } from "./text.ts";

const ADDRESS = /^[a-z0-9_\-+.'!#$%&*/=?^`{|}~]+@(?:[a-z0-9-]+\.)*[a-z0-9][a-z0-9-]*$/i;

export function isAddress(value: string): boolean {
  return ADDRESS.test(value);
}

/** Checks a person in RSS: `mail@host (Name)`. */
export function checkContact(element: XmlElement, report: ReportViolation): void {
  checkRssText(element, report);
  const place = placeOf(element);
  const value = withoutScheme(element.text.trim());
  const [, address = "", name = ""] = /^(\S+)\s+\((.+)\)$/.exec(value) ?? [];
  if (value.includes("@") && !value.endsWith(")")) report(value.includes(" ") ? "EmailFormat" : "MissingRealName", place, value);
  else if (!isAddress(address) || name.trim() === "") report("InvalidContact", place, value);
}

function withoutScheme(value: string): string {
  if (!value.startsWith("mailto:")) return value;
  try {
    return decodeURIComponent(value.slice("mailto:".length));
  } catch {
    return value;
  }
}
