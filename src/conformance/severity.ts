import { type NamedRule, rules } from "./rules/rules.ts";
import type { Rule, Violation } from "./rules/violation.ts";

/** Returns true for a rule of this project alone, which other feeds need not keep. */
export function isOwnRule(rule: Rule): boolean {
  return rule.startsWith("Broadsheet: ");
}

/** Returns the severity of a broken rule. A note is an information of the W3C feed validator, or a recommendation of JSON Feed. */
export function severityOf(rule: Rule, place = "", message = ""): Violation["severity"] {
  if (rule === "ContainsRelRef" && /<[\w-]+> [\w-]+$/.test(place) && !/<(?:a> href|img> src)$/.test(place)) return "note"; // as the validator
  if (/^(?:InvalidFloat|InvalidNPTTime)$/.test(rule) && /^\w+="\d/.test(message)) return "warning"; // the validator judges the beginning
  if (isNamed(rule)) return rules[rule][0];
  return isRecommendation(rule.replace("JSON Feed 1.1 ", ""), place, message) ? "note" : "error";
}

// jsonfeed.org/version/1.1: the addresses of the feed, its items and authors may be omitted, those of attachments and hubs are required.
function isRecommendation(field: string, place: string, message: string): boolean {
  if (field === "extensions") return true;
  if (field === "version") return message === otherVersion || message === versionNotFirst;
  if (field === "feed_url") return place === "$";
  const isOmitted = message === "missing" || message === '""';
  return isOmitted && (field === "home_page_url" || (field === "url" && !/\.(?:attachments|hubs)\[\d+\](?:\.url)?$/.test(place)));
}

/** The messages about a version that readers accept. */
export const otherVersion = "https://jsonfeed.org/version/1 is the version before 1.1";
export const versionNotFirst = "it is not the first key";

function isNamed(rule: Rule): rule is NamedRule {
  return Object.hasOwn(rules, rule);
}
