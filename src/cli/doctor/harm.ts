import { rules } from "../../conformance/rules/rules.ts";
import type { Finding } from "../../doctor/live-site/finding.ts";

// Without these, readers get no feed.
const unreadable = ["reachable", "readable", "discovery", "bot wall", "redirects", "well-formed", "charset", "UnknownEncoding"];

// Entries are missing, come twice, or look new.
const ofEntries = ["entries", "ids", "dates", "archive", "size", "private links", "changed id", "vanished", "new though old"];

/**
 * Returns the rank of a finding by what it does to readers, for findings of one severity: 0, there is no feed; 1, it is invalid; 2, entries
 * are lost; 3, a document that changes with every request, which makes validators useless; 4, the server's other responses; 5, a
 * recommendation; 6, a namespace that may be one of its own.
 */
export function harmOf({ check, severity }: Pick<Finding, "check" | "severity">): number {
  if (unreadable.includes(check)) return 0;
  if (check === "UnknownNamespace") return 6; // systems and plugins write such namespaces, and readers ignore their elements
  if (isRule(check)) return severity === "error" ? 1 : 5; // other rules are recommendations of the validator
  if (ofEntries.includes(check)) return 2;
  return check === "two fetches" ? 3 : check === "self link" ? 5 : 4;
}

function isRule(check: string): boolean {
  return check === "rules" || Object.hasOwn(rules, check) || check.startsWith("JSON Feed ");
}
