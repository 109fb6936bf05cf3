import { asciiText } from "../../../model/ascii-text.ts";
import { pythonExpression } from "../../configuration/python/python-expression.ts";
import type { PythonSettings } from "../../configuration/python/python-settings.ts";

type Substitution = readonly [RegExp, string];

/** Creates the function that makes slugs (docs.getpelican.com/en/latest/settings.html, "URL settings"). */
export function slugMaker(settings: PythonSettings, kind: "SLUG" | "CATEGORY" | "TAG" | "AUTHOR"): (text: string) => string {
  const [keepsCase, isUnicode] = [settings.flag("SLUGIFY_PRESERVE_CASE", false), settings.flag("SLUGIFY_USE_UNICODE", false)];
  const own = settings.get(`${kind}_REGEX_SUBSTITUTIONS`) ?? settings.get("SLUG_REGEX_SUBSTITUTIONS");
  const substitutions = Array.isArray(own) ? own.flatMap(substitutionOf) : standard;
  return (text) => {
    const plain = unescapeHtml(
      text
        .replace(/<[^<>]*>/g, " ")
        .replace(/\s+/g, " ")
        .trim(),
    ).normalize("NFKC");
    let slug = isUnicode ? plain : asciiText(plain);
    for (const [expression, replacement] of substitutions) slug = slug.replace(expression, replacement);
    return (keepsCase ? slug : slug.toLowerCase()).trim();
  };
}

const standard: readonly Substitution[] = [
  [/[^\p{L}\p{N}_\s-]/gu, ""],
  [/\s+/g, " "],
  [/^ | $/g, ""],
  [/[-\s]+/g, "-"],
];

function substitutionOf(pair: unknown): Substitution[] {
  if (!Array.isArray(pair) || typeof pair[0] !== "string" || typeof pair[1] !== "string") return [];
  const expression = pythonExpression(pair[0], "giu");
  return expression === undefined ? [] : [[expression, pair[1].replaceAll("$", "$$$$").replace(/\\(\d)/g, "$$$1")]];
}

/** Returns text without the tags and character references that Pelican allows in titles. */
export function stripMarkup(text: string): string {
  return unescapeHtml(
    text
      .replace(/<[^<>]*>/g, "")
      .replace(/\s+/g, " ")
      .trim(),
  );
}

const references: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };

function unescapeHtml(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|(\w{2,6}));/g, (whole, code?: string, name?: string) =>
    code === undefined ? (references[name ?? ""] ?? whole) : String.fromCodePoint(Math.min(Number(code), 0x10ffff)),
  );
}
