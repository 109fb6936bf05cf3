import type { ArticleNames } from "../../content/links/article-names.ts";
import { type Selection, selectionOf, type Term, termsOf } from "../../model/selection.ts";
import type { Site } from "../../settings/site-settings.ts";
import { metadataOf } from "./metadata-of.ts";
import type { PlannedArticle } from "./plan-site.ts";

/** Returns the categories, authors and languages of the posts of an import: our site has pages and feeds of each at an address of its own. */
export function plannedSelections(articles: readonly PlannedArticle[], site: Site, names: ArticleNames): Selection[] {
  const terms = articles.flatMap(({ frontMatter, plan, target }) => {
    return plan.kind === "post" ? termsIn(frontMatter, { ...site, language: names.languageOf(target) ?? site.language }) : [];
  });
  return [...new Map(terms.map((term) => [`${term.kind} ${term.name}`, term])).values()].map((term) => selectionOf(term, site));
}

/** Returns the names of the authors of each post of an import. */
export function plannedAuthors(articles: readonly PlannedArticle[]): string[][] {
  return articles.flatMap(({ frontMatter, plan }) =>
    plan.kind === "post" ? [metadataOf(frontMatter).authors.map(({ name }) => name)] : [],
  );
}

function termsIn(data: PlannedArticle["frontMatter"], site: Site): Term[] {
  const { authors, categories, language } = metadataOf(data);
  return termsOf({ authors: authors.length === 0 ? [site.author] : authors, categories, language: language ?? site.language });
}
