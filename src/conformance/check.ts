import { checkAtom } from "./atom.ts";
import { checkJsonFeed } from "./json-feed.ts";
import { checkRss } from "./rss.ts";
import type { ReportViolation, Violation } from "./rules/violation.ts";
import { severityOf } from "./severity.ts";
import { parseXml, type XmlElement } from "./xml/xml.ts";

/**
 * Checks a feed document against the specifications of its format and the rules of the W3C feed validator.
 * `fetchedUrl` is the requested URL of the document. Dates are compared with `now`, in milliseconds; without it, no date is in the future.
 */
export function checkDocument(
  format: "rss" | "atom" | "json",
  document: string,
  fetchedUrl: string,
  now = Number.POSITIVE_INFINITY,
): Violation[] {
  const violations: Violation[] = [];
  const report: ReportViolation = (rule, place, message) => violations.push({ rule, severity: severityOf(rule), place, message });
  const checkXml = (check: (root: XmlElement, fetchedUrl: string, now: number, report: ReportViolation) => void) => {
    const root = parseXml(document, report);
    if (root) check(root, fetchedUrl, now, report);
  };
  switch (format) {
    case "rss":
      checkXml(checkRss);
      break;
    case "atom":
      checkXml(checkAtom);
      break;
    case "json":
      checkJsonFeed(document, fetchedUrl, now, report);
  }
  return violations;
}
