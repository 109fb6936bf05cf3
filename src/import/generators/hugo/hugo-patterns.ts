import { type Table, tableOf, textIn } from "../../../base/table-values.ts";
import { normalizePath } from "./hugo-path.ts";

/** The pattern of the addresses of a section. */
export interface SectionPattern {
  /** The path of a folder in lower case; empty for pages at the top. */
  readonly section: string;
  readonly pattern: string;
  /** True if the pattern is also that of the folders below, and of a page with this path. */
  readonly isDeep?: true;
}

/** Reads `[permalinks] posts = "…"`, or by kind: `[permalinks.page] posts = "…"`. Since Hugo 0.161, it may be a list, in order of priority. */
export function patternsIn(value: unknown): readonly SectionPattern[] {
  if (Array.isArray(value)) return value.map(tableOf).flatMap(patternOfTarget);
  return [...writtenPatterns(value)].map(([section, pattern]) => ({ section, pattern }));
}

/** Returns the pattern of a page. @param folders below the content @param name of the page */
export function patternFor(patterns: readonly SectionPattern[], folders: readonly string[], name: string): string | undefined {
  const path = `${[...folders, name].map(normalized).join("/")}/`;
  const first = normalized(folders[0] ?? "");
  return patterns.find(({ isDeep, section }) => (section !== "" && isDeep ? path.startsWith(`${section}/`) : section === first))?.pattern;
}

/**
 * Returns whether a key names a folder below a section, such as `posts/moon`. Until Hugo 0.160, such a key has no effect; in later versions,
 * the order of the keys for a page is by chance.
 */
export function hasNestedKey(value: unknown, folders: readonly string[]): boolean {
  const path = `${folders.map(normalized).join("/")}/`;
  return !Array.isArray(value) && [...writtenPatterns(value).keys()].some((key) => key.includes("/") && path.startsWith(`${key}/`));
}

function writtenPatterns(value: unknown): ReadonlyMap<string, string> {
  const table = tableOf(value);
  const entries = Object.entries({ ...table, ...tableOf(table["page"]) });
  return new Map(
    entries.flatMap(([section, pattern]) => {
      const text = textIn(pattern);
      return text === undefined ? [] : [[section.toLowerCase().replace(/^[ /]+|(?<![ /])[ /]+$/g, ""), text] as const];
    }),
  );
}

function patternOfTarget(rule: Table): SectionPattern[] {
  const target = tableOf(rule["target"]);
  const pattern = textIn(rule["pattern"]);
  const [, section] = /^\/?\{?([^{}*,]*?)(?:\/\*\*|,.*\})?$/.exec(textIn(target["path"]) ?? "") ?? [];
  const isOfPages = /page|^\*+$|^$/.test(textIn(target["kind"]) ?? "");
  return pattern === undefined || section === undefined || !isOfPages
    ? []
    : [{ section: section.replace(/\/$/, ""), pattern, isDeep: true }];
}

function normalized(name: string): string {
  return normalizePath(name, { keepsCase: false, removesAccents: false });
}
