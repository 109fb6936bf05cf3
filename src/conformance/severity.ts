import { type NamedRule, rules } from "./rules/rules.ts";
import type { Rule, Violation } from "./rules/violation.ts";

/** The rules of JSON Feed that are recommendations. */
const recommendations: readonly Rule[] = [
  "JSON Feed 1.1 extensions",
  "JSON Feed 1.1 feed_url",
  "JSON Feed 1.1 home_page_url",
  "JSON Feed 1.1 url",
  "JSON Feed 1.1 version",
];

/** Returns true for a rule of this project alone, which other feeds need not keep. */
export function isOwnRule(rule: Rule): boolean {
  return rule.startsWith("Broadsheet: ");
}

/** Returns the severity of a broken rule. A note is an information of the W3C feed validator. */
export function severityOf(rule: Rule): Violation["severity"] {
  if (isNamed(rule)) return rules[rule][0];
  return recommendations.includes(rule) ? "note" : "error";
}

function isNamed(rule: Rule): rule is NamedRule {
  return Object.hasOwn(rules, rule);
}
