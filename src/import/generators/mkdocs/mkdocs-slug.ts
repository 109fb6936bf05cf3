import { type Table, tableOf, textIn } from "../../../base/table-values.ts";
import { pythonKey } from "./mkdocs-tags.ts";

/** Makes the slug of a title or a category. */
export type Slugify = (text: string) => string;

/**
 * Returns the function that `post_slugify` or `categories_slugify` names; undefined for one that is not known.
 * @param written without a value it is Material's default, `pymdownx.slugs.slugify` in lower case
 */
export function slugifyOf(written: unknown, separator: string): Slugify | undefined {
  if (written === undefined || written === null) return (text) => pymdownSlug(text, separator, { case: "lower" });
  const table = tableOf(written);
  const name = textIn(table[pythonKey]);
  if (name === "object/apply:pymdownx.slugs.slugify") {
    const options = tableOf(tableOf(table["value"])["kwds"]);
    return areKnown(options) ? (text) => pymdownSlug(text, separator, options) : undefined;
  }
  const [, option] = /^name:pymdownx\.slugs\.(uslugify|uslugify_cased|gfm)$/.exec(name ?? "") ?? [];
  const letterCase = { uslugify: "lower", uslugify_cased: "none", gfm: "lower-ascii" }[option ?? ""];
  if (letterCase !== undefined) return (text) => pymdownSlug(text, separator, { case: letterCase });
  const toc = /^name:markdown\.extensions\.toc\.slugify(?:_unicode)?$/.test(name ?? "");
  return toc ? (text) => tocSlug(text, separator, name?.endsWith("_unicode") === true) : undefined;
}

const known: Readonly<Record<string, (value: unknown) => boolean>> = {
  case: (value) => ["none", "lower", "fold", "lower-ascii"].includes(String(value)),
  normalize: (value) => /^NFK?[CD]$/.test(String(value)),
  percent_encode: (value) => value === false,
};

function areKnown(options: Table): boolean {
  return Object.entries(options).every(([key, value]) => Object.hasOwn(known, key) && known[key]?.(value) === true);
}

// pymdownx/slugs.py
function pymdownSlug(text: string, separator: string, options: Table): string {
  const plain = text
    .normalize(textIn(options["normalize"]) ?? "NFC")
    .replace(/<[^<>]{0,1000}>/g, "")
    .trim();
  return inCase(plain, options["case"])
    .replace(/[^\p{L}\p{N}_\- ]/gu, "")
    .replaceAll(" ", () => separator);
}

function inCase(text: string, letterCase: unknown): string {
  if (letterCase === "lower-ascii") return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
  if (letterCase === "fold") return text.toLowerCase().replaceAll("ß", "ss").replaceAll("ς", "σ");
  return letterCase === "lower" ? text.toLowerCase() : text;
}

// markdown/extensions/toc.py
function tocSlug(text: string, separator: string, isUnicode: boolean): string {
  const plain = isUnicode ? text : text.normalize("NFKD").replace(/\P{ASCII}+/gu, "");
  const words = plain
    .replace(/[^\p{L}\p{N}_\s-]/gu, "")
    .trim()
    .toLowerCase()
    .split(/\s/)
    .join(separator);
  return separator === ""
    ? words
    : words
        .split(separator)
        .filter((word, index, all) => word !== "" || isOuter(index, all))
        .join(separator);
}

// The function joins repeated separators, and keeps one at the start and at the end.
function isOuter(index: number, words: readonly string[]): boolean {
  return words.length > 1 && (index === 0 || index === words.length - 1);
}
