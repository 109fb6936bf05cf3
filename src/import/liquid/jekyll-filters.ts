import type { Liquid } from "liquidjs";
import { markdownToHtml } from "satteri";
import { limitMarkdown } from "../../content/markup/limit-markdown.ts";
import { unknownValue } from "../site-rules/template-engine.ts";
import { type TemplateValues, templateFilter } from "../template-tags/template-expression.ts";
import { LiquidDate } from "./liquid-values.ts";

/** Those whose results depend on the site, or differ from Liquid's own in JavaScript. */
const jekyllFilters = [
  "relative_url absolute_url",
  "date date_to_string date_to_long_string date_to_xmlschema",
  "slugify cgi_escape uri_escape array_to_sentence_string",
].flatMap((line) => line.split(" "));

/** Those whose results Jekyll makes by code that the import does not have, or by chance. */
const unknownFilters = ["smartify", "scssify", "sassify", "sample", "date_to_rfc822", "inspect", "where_exp", "group_by_exp", "find_exp"];

/** Registers the filters of Jekyll (jekyllrb.com/docs/liquid/filters). @param values returns those of the current text */
export function registerJekyllFilters(engine: Liquid, values: () => TemplateValues): void {
  for (const name of jekyllFilters)
    engine.registerFilter(name, (value: unknown, ...given: unknown[]) => {
      if (value === null || value === undefined) return value;
      if (given.length > (name === "date" ? 1 : 0)) return unknownValue(name);
      return templateFilter(name)?.(plainDate(value), given[0], values()) ?? unknownValue(name);
    });
  for (const name of unknownFilters) engine.registerFilter(name, () => unknownValue(name));
  engine.registerFilter("markdownify", (value: unknown) => (value === null || value === undefined ? value : htmlOf(String(value))));
  engine.registerFilter("jsonify", (value: unknown) =>
    typeof value === "object" && value !== null ? unknownValue("jsonify") : JSON.stringify(value ?? null),
  );
  engine.registerFilter("divided_by", dividedBy);
}

function plainDate(value: unknown): unknown {
  return value instanceof LiquidDate ? value.date : value;
}

function htmlOf(markdown: string): string {
  limitMarkdown(markdown);
  return markdownToHtml(markdown).html;
}

// As Ruby, which divides integers to an integer.
function dividedBy(value: unknown, divisor: unknown): number {
  const [a, b] = [Number(value), Number(divisor)];
  if (b === 0) return unknownValue("divided_by: 0");
  return Number.isInteger(a) && Number.isInteger(b) ? Math.floor(a / b) : a / b;
}
