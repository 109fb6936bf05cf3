import { slugify } from "../../model/slug.ts";
import type { PermalinkValues } from "./permalink-values.ts";

const output = /\{\{-?([^{}\n]*)\}\}/g;

/**
 * Fills in the common expressions in a `permalink` of Eleventy, such as `/{{ page.date | date: "%Y" }}/{{ page.fileSlug }}/`.
 * Returns undefined for any other expression.
 * @param values the values of a pattern's tokens
 */
export function fillTemplate(template: string, title: string, values: PermalinkValues): string | undefined {
  let isUnderstood = true;
  const filled = template.replace(output, (_, expression: string) => {
    const value = evaluate(expression.replace(/-$/, "").trim().replaceAll("'", '"'), title, values);
    isUnderstood &&= value !== undefined;
    return value ?? "";
  });
  return isUnderstood && !/\{[{%]/.test(filled) ? filled : undefined;
}

function evaluate(expression: string, title: string, values: PermalinkValues): string | undefined {
  if (/^(?:page\.)?fileSlug(?:\s*\|\s*slug(?:ify)?)?$/.test(expression)) return values["name"]?.();
  if (/^slug(?:\s*\|\s*slug(?:ify)?)?$/.test(expression)) return values["slug"]?.();
  if (/^title\s*\|\s*slug(?:ify)?$/.test(expression)) return slugify(title);
  const [, format] = /^(?:page\.)?date\s*\|\s*date:?\s*\(?"([^"]*)"\)?$/.exec(expression) ?? [];
  const letters: Readonly<Record<string, string>> = { Y: "year", m: "month", d: "day" };
  if (format !== undefined && values["year"] === undefined) return undefined; // the article has no date
  return format !== undefined && /^(?:%[Ymd]|[^%])*$/.test(format)
    ? format.replace(/%([Ymd])/g, (_, letter: string) => values[letters[letter] ?? ""]?.() ?? "")
    : undefined;
}
