import { checkAtom } from "./atom.ts";
import { checkJsonFeed } from "./json-feed.ts";
import { checkRss } from "./rss.ts";
import type { ReportViolation, Violation } from "./rules/violation.ts";
import { severityOf } from "./severity.ts";
import { descendantsOf, elementPlace, parseXml, type XmlElement } from "./xml/xml.ts";

/**
 * Checks a feed document against the specifications of its format and the rules of the W3C feed validator.
 * `fetchedUrl` is the requested URL of the document. Dates are compared with `now`, in milliseconds; without it, no date is in the future.
 * In XML, the violations are in the order of the document.
 */
export function checkDocument(
  format: "rss" | "atom" | "json",
  document: string,
  fetchedUrl: string,
  now = Number.POSITIVE_INFINITY,
): Violation[] {
  const violations: Violation[] = [];
  const report: ReportViolation = (rule, place, message) =>
    violations.push({ rule, severity: severityOf(rule, place, message), place, message });
  if (format === "json") {
    checkJsonFeed(document, fetchedUrl, now, report);
    return violations;
  }
  const root = parseXml(document, report);
  if (!root) return violations;
  if (format === "rss") checkRss(root, fetchedUrl, now, report);
  else checkAtom(root, fetchedUrl, now, report);
  return inDocumentOrder(withoutUndefined(violations), root);
}

// The content of an element that is itself a mistake is not judged.
function withoutUndefined(violations: readonly Violation[]): Violation[] {
  const places = new Set(violations.filter(({ rule }) => rule === "UndefinedElement").map(({ place }) => place));
  return violations.filter(({ place, rule }) => rule !== "NotBlank" || !places.has(place));
}

/** Adds the lines, and sorts by the elements: the rules are checked one after the other, each for the whole element. */
function inDocumentOrder(violations: readonly Violation[], root: XmlElement): Violation[] {
  if (violations.length === 0) return [];
  const elements = new Map<string, { readonly line: number; readonly order: number }>();
  for (const { line, path } of descendantsOf(root)) {
    if (path !== undefined) elements.set(path, { line, order: elements.size }); // without a path, it has no violation
  }
  return violations
    .map((violation) => {
      const element = elements.get(elementPlace(violation.place));
      // The document as a whole comes first.
      return element === undefined ? { violation, order: -1 } : { violation: { ...violation, line: element.line }, order: element.order };
    })
    .sort((a, b) => a.order - b.order)
    .map(({ violation }) => violation);
}
