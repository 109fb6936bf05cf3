import type { Article } from "../content/compile/article.ts";
import { parseArticleBody } from "../content/compile/article-body.ts";
import { createArticleCompiler } from "../content/compile/compiler.ts";
import { toHtml } from "../content/html/html.ts";
import { ArticleError } from "../content/limits/article-error.ts";
import { limits } from "../content/limits/limits.ts";
import { ArticleNames } from "../content/links/article-names.ts";
import type { MediaFiles } from "../content/links/media-files.ts";
import { LimitError } from "../limits/limit-error.ts";
import type { ImportOptions } from "./prepared-entry.ts";

const noMedia: MediaFiles = {
  publish: () => undefined,
  pathOf: () => undefined,
  otherSpelling: () => undefined,
  durationOf: async () => undefined,
};

/**
 * Checks that a new article will compile: one that does not would stop every build of the site.
 * @throws LimitError
 */
export async function checkArticle(article: Article, { now, site }: ImportOptions): Promise<void> {
  if (new TextEncoder().encode(article.text).length > limits.articleBytes)
    throw new LimitError("it has more than 2 MB", "make several articles of it");
  const fault = await findError(article, { now, site });
  if (fault === undefined) return;
  const [reason, ...advice] = fault.replace(/^Cannot compile the article: /, "").split("; ");
  throw new LimitError(
    `no build could compile it: ${reason}`,
    advice.join("; ") || "shorten it in the source, or write the article by hand",
  );
}

async function findError(article: Article, { now, site }: ImportOptions): Promise<string | undefined> {
  const names = new ArticleNames([article.source]);
  const compiler = createArticleCompiler({ site, names, media: noMedia, development: true, now }); // drafts, too
  const [parsed] = await compiler.parse([article]);
  const error = parsed?.problems.find(({ severity }) => severity === "error");
  const body = parsed?.result?.body;
  if (error !== undefined || body === undefined) return error?.message;
  const context = { language: site.language, locate: () => undefined, reportAtNode: () => {} };
  try {
    toHtml((await parseArticleBody(article.source, body, undefined, context)).tree);
    return undefined;
  } catch (error) {
    if (error instanceof ArticleError) return error.message;
    throw error;
  }
}
