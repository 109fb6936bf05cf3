import { pathKey } from "../../base/canonical-url.ts";
import type { Report } from "../../model/diagnostic.ts";
import type { Author } from "../../model/entry.ts";
import { authorSelection, categorySelection, foldTerm } from "../../model/selection.ts";
import type { Site } from "../../settings/site-settings.ts";
import { limits } from "../limits/limits.ts";
import { listedFirst, type ParsedArticle, reporterAtKeys } from "./article.ts";

/**
 * Gives each category and each author one spelling in all articles: that of the oldest published article, so that a new article
 * changes no other. Reports an error if two different terms would share an address.
 */
export function unifyTerms(articles: readonly ParsedArticle[], site: Site, report: Report): ParsedArticle[] {
  const categories = new Terms("Category", (name) => categorySelection(name, site).path);
  const authors = new Terms("Author", (name) => authorSelection(name, site).path);
  authors.spell(site.author.name, () => {});
  const unified = new Map<string, ParsedArticle>();
  for (const article of [...articles].sort((a, b) => listedFirst(a, b) || oldestFirst(a, b))) {
    const { metadata } = article;
    const reportAtKey = reporterAtKeys(article, report);
    const reportFor = (field: string) => (message: string) => reportAtKey(metadata.keys[field] ?? field, "error", message);
    unified.set(article.source, {
      ...article,
      metadata: {
        ...metadata,
        categories: metadata.categories.map((name) => categories.spell(name, reportFor("categories"))),
        authors: onceEach(metadata.authors.map((author) => ({ ...author, name: authors.spell(author.name, reportFor("authors")) }))),
      },
    });
  }
  return articles.map(({ source }) => unified.get(source) as ParsedArticle);
}

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
  readonly #kind: string;
  readonly #pathOf: (name: string) => string;
  readonly #spellings = new Map<string, string>();
  readonly #owners = new Map<string, string>();

  constructor(kind: string, pathOf: (name: string) => string) {
    this.#kind = kind;
    this.#pathOf = pathOf;
  }

  /** Returns the spelling that was used first. Reports an address that another term has. */
  spell(name: string, report: (message: string) => void): string {
    const existing = this.#spellings.get(name) ?? this.#spellings.get(foldTerm(name));
    if (existing !== undefined) {
      this.#spellings.set(name, existing); // thousands of articles repeat this spelling
      return existing;
    }
    this.#spellings.set(foldTerm(name), name);
    const path = this.#pathOf(name);
    if (path.length > limits.address)
      report(
        `Cannot use ${this.#kind.toLowerCase()} ${JSON.stringify(name)}: its address would have more than ${limits.address} characters; shorten it`,
      );
    const key = pathKey(path) ?? path;
    const owner = this.#owners.get(key);
    if (owner === undefined) this.#owners.set(key, name);
    else {
      const [one, other] = [JSON.stringify(name), JSON.stringify(owner)];
      report(
        `${this.#kind} ${one} would share the address ${path} with ${other}: spell them alike, or tell them apart in wrangler.toml with slugs = { ${one} = "another-slug" } in [vars.SITE]`,
      );
    }
    return name;
  }
}
