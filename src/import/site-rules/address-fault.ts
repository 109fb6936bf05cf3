import { fillTemplate } from "../../content/permalink/permalink-template.ts";

const tag = /\{\{[^{}\n]{0,200}\}\}|\{%[^{}%\n]{0,200}%\}/g;
const usual = Object.fromEntries(["name", "slug", "year", "month", "day"].map((token) => [token, () => "x"]));

/** Returns whether a value has template tags. */
export function hasTags(value: string): boolean {
  return /\{[{%]/.test(value);
}

/**
 * Describes why a key of front matter does not make an address. The description is the same for all articles with the same cause.
 * @param key such as `permalink`
 */
export function describeAddressFault(key: string, value: string): string {
  const tags = [...new Set(value.match(tag))];
  const unknown = tags.filter((each) => fillTemplate(each, "x", usual) === undefined);
  const named = unknown.length > 0 ? unknown : tags;
  return named.length === 0 ? `Cannot use ${key} as an address` : `Cannot compute ${named.join(" and ")} in ${key}`;
}
