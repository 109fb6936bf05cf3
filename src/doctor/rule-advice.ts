import { type NamedRule, rules } from "../conformance/rules/rules.ts";
import type { Rule } from "../conformance/rules/violation.ts";

const texts = /^(?:id|title|summary|description|content_html|content_text|tags|name|language)$/;

/** Returns the remedy for a broken rule: a sentence without its full stop. @param message that of the first violation */
export function adviceFor(rule: Rule, message = ""): string {
  const field = rule.replace("JSON Feed 1.1 ", "");
  if (field === "version" && message !== "it is not the first key") return 'Write "version": "https://jsonfeed.org/version/1.1"';
  if (field === "version") return "Put version first, by which readers recognize the format";
  if (rule.startsWith("JSON Feed 1.1 date_"))
    return `Write ${field} as a date and time with a zone (RFC 3339), such as 2024-11-06T12:00:00Z`;
  const [, prefix, namespace] = /^(?:([\w-]+) is declared as .*|.*), and not (?:as )?(\S+)$/s.exec(message) ?? [];
  if (rule === "ReservedPrefix" && namespace !== undefined) return `Write xmlns:${prefix}="${namespace}"`;
  if (rule === "UnknownNamespace" && namespace !== undefined) return `Write it exactly as specified: ${namespace}`;
  if (rule === "InvalidNamespace" && message.endsWith("RSS has none")) return "Remove xmlns from <rss>";
  if (Object.hasOwn(rules, rule)) return rules[rule as NamedRule][1];
  if (texts.test(field) && /^-?\d[\d.]*$/.test(message)) return `Write it as a string: "${message}"`;
  return `Write ${field} as defined in jsonfeed.org/version/1.1`;
}
