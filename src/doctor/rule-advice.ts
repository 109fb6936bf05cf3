import { type NamedRule, rules } from "../conformance/rules/rules.ts";
import type { Rule } from "../conformance/rules/violation.ts";

/** Returns the remedy for a broken rule: a sentence without its full stop. */
export function adviceFor(rule: Rule): string {
  if (/^JSON Feed 1\.1 date_/.test(rule))
    return `Write ${rule.replace("JSON Feed 1.1 ", "")} as a date and time with a zone (RFC 3339), such as 2024-11-06T12:00:00Z`;
  return Object.hasOwn(rules, rule)
    ? rules[rule as NamedRule][1]
    : `Write ${rule.replace("JSON Feed 1.1 ", "")} as defined in jsonfeed.org/version/1.1`;
}
