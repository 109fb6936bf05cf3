import { escapeMarkup } from "../../base/escape.ts";
import { plainSlug, slugify } from "../../model/slug.ts";
import { TemplateDate } from "../site-rules/template-date.ts";
import { formatTemplateDate } from "./format-template-date.ts";

/** The values that a template can name: `site`, `page`. */
export type TemplateValues = Readonly<Record<string, unknown>>;

type Filter = (value: unknown, argument: unknown, values: TemplateValues, second?: unknown) => unknown;

/** Evaluates an output of Liquid or Nunjucks, such as `"/a" | relative_url`; undefined if it has an unknown value or filter. */
export function evaluateExpression(expression: string, values: TemplateValues): string | undefined {
  const [first = "", ...rest] = splitAtPipes(expression);
  let value = operand(first, values);
  for (const filter of rest) {
    const [, name = "", written = ""] = /^\s*(\w+)\s*:?\s*\(?([\s\S]*?)\)?\s*$/.exec(filter) ?? [];
    const apply = templateFilter(name);
    if (apply === undefined) return undefined;
    const [argument, second] = written.trim() === "" ? [] : splitAtCommas(written).map((each) => operand(each, values));
    value = value === undefined && name !== "default" ? undefined : apply(value, argument, values, second);
  }
  if (value instanceof TemplateDate) return value.text;
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;
}

/** Returns the filter with a name, whose result is undefined if it is unknown; undefined for an unknown filter. */
export function templateFilter(name: string): Filter | undefined {
  return Object.hasOwn(filters, name) ? filters[name] : undefined;
}

const withSlash = (path: string) => (path.startsWith("/") ? path : `/${path}`);
const below = (base: unknown, path: string) =>
  /^[a-z][a-z\d+.-]*:/i.test(path) ? path : withSlash(`${textOf(base).replace(/\/$/, "")}${withSlash(path)}`);
const relativeUrl = (value: unknown, values: TemplateValues) => below(member(values, ["site", "baseurl"]), String(value));

// liquidjs, Nunjucks and Jekyll have more; these are the usual ones in texts.
const filters: Readonly<Record<string, Filter>> = {
  relative_url: (value, _, values) => relativeUrl(value, values),
  absolute_url: (value, _, values) => {
    const url = relativeUrl(value, values);
    return url.startsWith("/") ? textOf(member(values, ["site", "url"])) + url : url;
  },
  url: (value, _, values) => below(values["pathPrefix"] ?? member(values, ["site", "baseurl"]), String(value)), // of Eleventy
  absoluteUrl: (value, base) => absoluteUrl(value, base),
  htmlBaseUrl: (value, base, values) => absoluteUrl(below(values["pathPrefix"], String(value)), base),
  locale_url: (value) => value, // of Eleventy, which adds the language if there is such a page
  append: (value, text) => (text === undefined ? undefined : textOf(value) + textOf(text)),
  prepend: (value, text) => (text === undefined ? undefined : textOf(text) + textOf(value)),
  default: (value, fallback) => (value === undefined || value === "" || value === false ? fallback : value),
  date: (value, format) => formatTemplateDate(value, textOf(format)),
  date_to_string: (value) => formatTemplateDate(value, "%d %b %Y"),
  date_to_long_string: (value) => formatTemplateDate(value, "%d %B %Y"),
  date_to_xmlschema: (value) => formatTemplateDate(value, "%Y-%m-%dT%H:%M:%S%z")?.replace(/(?=..$)/, ":"),
  escape: (value) => escapeMarkup(textOf(value)),
  xml_escape: (value) => escapeMarkup(textOf(value)),
  cgi_escape: (value) => encodeURIComponent(textOf(value)),
  uri_escape: (value) => encodeURI(textOf(value)),
  url_encode: (value) => encodeURIComponent(textOf(value)),
  downcase: (value) => textOf(value).toLowerCase(),
  lower: (value) => textOf(value).toLowerCase(),
  upcase: (value) => textOf(value).toUpperCase(),
  upper: (value) => textOf(value).toUpperCase(),
  capitalize: (value) => textOf(value).replace(/^./u, (letter) => letter.toUpperCase()),
  strip: (value) => textOf(value).trim(),
  trim: (value) => textOf(value).trim(),
  safe: (value) => value,
  slugify: (value) => plainSlug(textOf(value)),
  slug: (value) => slugify(textOf(value)),
  remove: (value, text) => textOf(value).replaceAll(textOf(text), ""),
  remove_first: (value, text) => textOf(value).replace(textOf(text), ""),
  replace: (value, text, _, other) => replaced(value, text, other, true),
  replace_first: (value, text, _, other) => replaced(value, text, other, false),
  join: (value, text) => (Array.isArray(value) ? value.map(textOf).join(text === undefined ? " " : textOf(text)) : value),
  array_to_sentence_string: (value) => (Array.isArray(value) ? new Intl.ListFormat("en").format(value.map(textOf)) : value),
  size: (value) => (Array.isArray(value) || typeof value === "string" ? value.length : undefined),
  first: (value) => (Array.isArray(value) ? value[0] : value),
  last: (value) => (Array.isArray(value) ? value.at(-1) : value),
};

// Of the plugins of Eleventy.
function absoluteUrl(value: unknown, base: unknown): string | undefined {
  return URL.parse(textOf(value), textOf(base))?.href;
}

function replaced(value: unknown, text: unknown, other: unknown, isWhole: boolean): string | undefined {
  if (typeof text !== "string" || text === "" || typeof other !== "string") return undefined;
  return isWhole ? textOf(value).replaceAll(text, () => other) : textOf(value).replace(text, () => other);
}

function operand(text: string, values: TemplateValues): unknown {
  const written = text.trim();
  const [, , quoted] = /^(["'])([\s\S]*)\1$/.exec(written) ?? [];
  if (quoted !== undefined) return quoted;
  if (/^-?\d+(?:\.\d+)?$/.test(written)) return Number(written);
  const names = memberNames(written);
  return names && member(values, names);
}

/** Returns the names in `page.tags[0]` or `site["title"]`; undefined if the text is no name of a value. */
export function memberNames(written: string): string[] | undefined {
  if (!/^\$?[\w-]+(?:\.[\w-]+|\[(?:"[^"]*"|'[^']*'|\d+)\])*$/.test(written)) return undefined;
  return [...written.matchAll(/\$?[\w-]+|(?<=["'])[^"']+(?=["'])/g)].map(([name]) => name);
}

function member(values: unknown, names: readonly string[]): unknown {
  return names.reduce<unknown>(
    (value, name) =>
      typeof value === "object" && value !== null && Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined,
    values,
  );
}

function textOf(value: unknown): string {
  if (value instanceof TemplateDate) return value.text;
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}

/** Splits an expression at the bars outside of its texts: a value, and its filters. */
export function splitAtPipes(text: string): string[] {
  return text.match(/(?:"[^"]*"|'[^']*'|[^|"'])+/g) ?? [];
}

/** Splits the arguments of a filter at the commas outside of their texts. */
export function splitAtCommas(text: string): string[] {
  return text.match(/(?:"[^"]*"|'[^']*'|[^,"'])+/g) ?? [];
}
