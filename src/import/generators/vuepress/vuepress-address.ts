import { baseName, folderOf, withoutExtension } from "../../../base/file-path.ts";
import { addressPath } from "../../site-rules/site-path.ts";

/** A page, as far as its address depends on it. */
export interface VuepressPage {
  /** Path below the source folder. */
  readonly path: string;
  /** Milliseconds since 1970; undefined for a page without a date. */
  readonly date: number | undefined;
}

/** Returns the address of a page without a permalink: README.md and index.md are their folder, others end in `.html`. */
export function regularAddress(path: string): string {
  return addressPath(path.replace(/(?<=^|\/)(?:index|readme)\.md$/i, "").replace(/\.md$/, ".html"));
}

/**
 * Fills in a permalink pattern (vuepress.vuejs.org/guide/permalinks.html, vuepress.github.io/reference/frontmatter.html).
 * @param version the major version of VuePress; 1 makes slugs of names and adds a slash
 */
export function patternAddress(pattern: string, { date, path }: VuepressPage, version: number): string | undefined {
  if (date === undefined && /:(?:year|month|day|i_)/.test(pattern)) return undefined;
  const day = new Date(date ?? 0);
  const [year = "", month = "", dayOfMonth = ""] = day.toISOString().slice(0, 10).split("-");
  const values: Readonly<Record<string, string>> = {
    year,
    month,
    day: dayOfMonth,
    i_month: String(Number(month)),
    i_day: String(Number(dayOfMonth)),
    slug: version === 1 ? slugOf(nameOf(path)) : nameOf(path),
    regular: regularAddress(path).slice(1),
    raw: path.replace(/^\//, ""),
  };
  const filled = addressPath(
    pattern.replace(/:(year|month|day|i_month|i_day|slug|regular|raw)/g, (token, name: string) => values[name] ?? token),
  );
  return version === 1 && !filled.endsWith("/") ? `${filled}/` : filled;
}

// The name without its date; of README.md and index.md, that of the folder.
function nameOf(path: string): string {
  const stem = withoutExtension(path);
  const name = /^(?:index|readme)$/i.test(baseName(stem)) ? baseName(folderOf(stem)) || baseName(stem) : baseName(stem);
  return /\d{4}-\d{1,2}(?:-\d{1,2})?-(.*)/.exec(name)?.[1] ?? name;
}

const special = /[\s~`!@#$%^&*()\-_+=[\]{}|\\;:"'“”‘’–—<>,.?/]+/g;

function slugOf(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/[\u0300-\u036F]/g, "")
    .replace(special, "-")
    .replace(/^-|-$/g, "")
    .replace(/^(\d)/, "_$1")
    .toLowerCase();
}
