import { pathKey } from "../../base/canonical-url.ts";
import { decodeUri } from "../../base/decode-uri.ts";
import type { Report } from "../../model/diagnostic.ts";
import type { Author } from "../../model/entry.ts";
import { authorSelection, categorySelection, foldSpelling, foldTerm, settledSlug } from "../../model/selection.ts";
import type { Site } from "../../settings/site-settings.ts";
import { limits } from "../limits/limits.ts";
import { listedFirst, type ParsedArticle, reporterAtKeys } from "./article.ts";

/** Articles whose terms are spelled alike. */
export interface UnifiedTerms {
  readonly articles: ParsedArticle[];
  /** The addresses of spellings that are no longer used, with those that take their place. */
  readonly moved: ReadonlyMap<string, string>;
  /** The slugs of terms whose own addresses belong to other terms. */
  readonly slugs: Readonly<Record<string, string>>;
}

/**
 * Gives each category and each author one spelling in all articles: that of the oldest published article, so that a new article
 * changes no other. Warns of spellings that differ in more than case. Of two different terms that would share an address, the later one
 * gets another slug, with a warning.
 */
export function unifyTerms(articles: readonly ParsedArticle[], site: Site, report: Report): UnifiedTerms {
  const categories = new Terms("Category", (name) => categorySelection(name, site).path, site);
  const authors = new Terms("Author", (name) => authorSelection(name, site).path, site);
  authors.spell(site.author.name, () => {});
  const unified = new Map<string, ParsedArticle>();
  for (const article of [...articles].sort((a, b) => listedFirst(a, b) || oldestFirst(a, b))) {
    const { metadata } = article;
    const reportAtKey = reporterAtKeys(article, report);
    const reportFor =
      (field: string): ReportTerm =>
      (severity, message, dedupeKey) =>
        reportAtKey(metadata.keys[field] ?? field, severity, message, dedupeKey);
    unified.set(article.source, {
      ...article,
      metadata: {
        ...metadata,
        categories: [...new Set(metadata.categories.map((name) => categories.spell(name, reportFor("categories"))))],
        authors: onceEach(metadata.authors.map((author) => ({ ...author, name: authors.spell(author.name, reportFor("authors")) }))),
      },
    });
  }
  return {
    articles: articles.map(({ source }) => unified.get(source) as ParsedArticle),
    moved: new Map([...categories.moved, ...authors.moved]),
    slugs: { ...Object.fromEntries(authors.slugs), ...Object.fromEntries(categories.slugs) },
  };
}

type ReportTerm = (severity: "error" | "warning", message: string, dedupeKey?: string) => void;

function onceEach(authors: readonly Author[]): Author[] {
  const byName = new Map<string, Author>();
  for (const author of authors) if (!byName.has(author.name)) byName.set(author.name, author);
  return [...byName.values()];
}

function oldestFirst(a: ParsedArticle, b: ParsedArticle): number {
  return a.published.instant - b.published.instant || (a.source < b.source ? -1 : 1);
}

/** The terms of one kind that have been used, with their addresses. */
class Terms {
  /** The addresses of other spellings → those of the spellings that replace them. */
  readonly moved = new Map<string, string>();
  /** The slugs of terms whose own addresses belong to other terms. */
  readonly slugs = new Map<string, string>();
  readonly #kind: "Category" | "Author";
  readonly #pathOf: (name: string) => string;
  readonly #site: Site;
  readonly #spellings = new Map<string, string>();
  /** By their spelling without spaces, hyphens and the like. */
  readonly #similar = new Map<string, string>();
  readonly #owners = new Map<string, string>();

  constructor(kind: "Category" | "Author", pathOf: (name: string) => string, site: Site) {
    this.#kind = kind;
    this.#pathOf = pathOf;
    this.#site = site;
  }

  /** Returns the spelling that was used first. Reports another spelling, and an address that another term has. */
  spell(name: string, report: ReportTerm): string {
    const existing = this.#spellings.get(name) ?? this.#spellings.get(foldTerm(name)) ?? this.#replace(name, report);
    if (existing !== undefined) {
      this.#spellings.set(name, existing); // thousands of articles repeat this spelling
      return existing;
    }
    this.#spellings.set(foldTerm(name), name);
    this.#reserve(name, report);
    return name;
  }

  // Terms with slugs in the settings are different on purpose.
  #replace(name: string, report: ReportTerm): string | undefined {
    if (settledSlug(name, this.#site) !== undefined) return undefined;
    const key = foldSpelling(name);
    const similar = this.#similar.get(key);
    if (similar === undefined) this.#similar.set(key, name);
    else {
      const [one, other] = [JSON.stringify(name), JSON.stringify(similar)];
      const kinds = this.#kind === "Category" ? "Categories" : "Authors";
      report(
        "warning",
        `${kinds} ${one} and ${other} were merged, since only their spelling differs: write ${other} everywhere`,
        `term ${this.#kind} ${one} ${other}`,
      );
      this.#spellings.set(foldTerm(name), similar);
      this.#move(this.#pathOf(name), this.#pathOf(similar));
    }
    return similar;
  }

  #move(from: string, to: string): void {
    if (pathKey(from) !== pathKey(to) && from.length <= limits.address) this.moved.set(from, to);
  }

  #reserve(name: string, report: ReportTerm): void {
    const path = this.#pathOf(name);
    const key = pathKey(path) ?? path;
    const owner = this.#owners.get(key);
    if (owner === undefined) {
      this.#owners.set(key, name);
      this.moved.delete(path);
      return;
    }
    const [one, other] = [JSON.stringify(name), JSON.stringify(owner)];
    const shared = `${this.#kind} ${one} would share the address ${path} with ${other}`;
    if (settledSlug(name, this.#site) !== undefined) {
      report("error", `${shared}: give it another slug in wrangler.toml, in slugs of [vars.SITE]`);
      return;
    }
    const free = this.#freePath(path, name);
    const slug = decodeUri(free.slice(free.indexOf("/", 1) + 1));
    this.slugs.set(name, slug);
    const advice = `spell them alike, or write slugs = { ${one} = ${JSON.stringify(slug)} } into [vars.SITE] in wrangler.toml`;
    report("warning", `${shared}, so its address is ${free}: ${advice}`);
  }

  #freePath(path: string, name: string): string {
    for (let count = 2; ; count++) {
      const free = `${path}-${count}`;
      const key = pathKey(free) ?? free;
      if (this.#owners.has(key)) continue;
      this.#owners.set(key, name);
      return free;
    }
  }
}
