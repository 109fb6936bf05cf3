import type english from "../words/en.json";

type Table = Omit<typeof english, "articleCount" | "status">;

/** The words of the pages in one language. Names in braces, such as `{site}`, are placeholders. */
export interface Words extends Readonly<Table> {
  /** The BCP 47 tag of the words: that of the site, a more general one, or `en` if there is no table of its language. */
  readonly tag: string;
  /** The names of the words that are English, since the table of the language lacks them. */
  readonly english?: readonly string[];
  /** The number of articles by plural category (CLDR). */
  readonly articleCount: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;
}

type Tree = { readonly [key: string]: Tree } | string;

/** Describes the differences of a table from the English one, which it must not have; it has the plural categories of its own language. */
export function faultsOfWords(table: unknown, english: unknown, tag: string): string[] {
  return compare(table, expectedWords(english, tag), "");
}

/** Returns the usable words of a table. English ones take the place of those that are missing or faulty. */
export function completeWords(table: unknown, english: unknown, tag: string): Words {
  const known = english as { readonly [name: string]: Tree };
  const expected = expectedWords(english, tag);
  const given = typeof table === "object" && table !== null ? table : {};
  const usable = Object.entries(given).filter(([name, word]) => {
    const tree = Object.hasOwn(expected, name) ? expected[name] : undefined;
    return tree !== undefined && compare(word, tree, name).length === 0;
  });
  const names = new Set(usable.map(([name]) => name));
  const missing = Object.keys(known).filter((name) => name !== "status" && !names.has(name));
  const { status: _, ...words } = { ...known, ...Object.fromEntries(usable) };
  return { ...(words as Omit<Words, "tag">), tag, ...(missing.length > 0 && tag !== "en" && { english: missing }) };
}

// The English words, with the plural categories of another language.
function expectedWords(english: unknown, tag: string): { readonly [name: string]: Tree } {
  const categories = new Intl.PluralRules(tag).resolvedOptions().pluralCategories;
  const articleCount = Object.fromEntries(categories.map((category) => [category, (english as Words).articleCount.other ?? ""]));
  return { ...(english as object), articleCount };
}

function compare(found: unknown, expected: Tree, path: string): string[] {
  if (typeof expected === "string") return compareText(found, expected, path);
  if (typeof found !== "object" || found === null) return [`${path || "the file"} is not a table of words`];
  const table = found as Readonly<Record<string, unknown>>;
  const at = (key: string) => (path === "" ? key : `${path}.${key}`);
  const unknown = Object.keys(table).filter((key) => !Object.hasOwn(expected, key));
  return [
    ...unknown.map((key) => `${at(key)} is unknown`),
    ...Object.entries(expected).flatMap(([key, value]) =>
      Object.hasOwn(table, key) ? compare(table[key], value, at(key)) : [`${at(key)} is missing`],
    ),
  ];
}

function compareText(found: unknown, expected: string, path: string): string[] {
  if (typeof found !== "string" || found.trim() === "") return [`${path} is not a text`];
  const unknown = placeholdersOf(found).filter((name) => !expected.includes(name));
  // "one article" needs no number.
  const missing = path.startsWith("articleCount.") ? [] : placeholdersOf(expected).filter((name) => !found.includes(name));
  return [...unknown.map((name) => `${path} has the unknown placeholder ${name}`), ...missing.map((name) => `${path} lacks ${name}`)];
}

function placeholdersOf(text: string): string[] {
  return text.match(/\{[^{}]*\}/g) ?? [];
}
