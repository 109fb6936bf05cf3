import { type NamedRule, rules } from "../conformance/rules/rules.ts";
import type { Rule } from "../conformance/rules/violation.ts";

/** Returns the remedy for a broken rule: a sentence without its full stop. */
export function adviceFor(rule: Rule): string {
  return Object.hasOwn(rules, rule)
    ? rules[rule as NamedRule][1]
    : `Write ${rule.replace("JSON Feed 1.1 ", "")} as defined in jsonfeed.org/version/1.1`;
}
