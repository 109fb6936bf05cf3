import type { Article } from "../content/compile/article.ts";
import { createArticleCompiler } from "../content/compile/compiler.ts";
import { entryInstants } from "../content/compile/entry-instants.ts";
import { limitHtml } from "../content/html/parse-html.ts";
import { ArticleError } from "../content/limits/article-error.ts";
import { limits } from "../content/limits/limits.ts";
import { ArticleNames } from "../content/links/article-names.ts";
import type { MediaFiles } from "../content/links/media-files.ts";
import { LimitError } from "../limits/limit-error.ts";
import { markupOf } from "../model/markup-of.ts";
import type { ImportOptions } from "./prepared-entry.ts";

const maxBytes = 2 * 1024 * 1024; // of an article that compiles

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
  if (new TextEncoder().encode(article.text).length > maxBytes)
    throw new LimitError("it has more than 2 MB", "make several articles of it");
  const fault = await findError(article, { now, site });
  if (fault === undefined) return;
  const [reason, ...advice] = fault.replace(/^Cannot compile the article: /, "").split("; ");
  throw new LimitError(
    `no build could compile it: ${reason}`,
    advice.join("; ") || "shorten it in the source, or write the article by hand",
  );
}

// Its front matter is always parsed, and its text is compiled only if that could fail: compiling takes longer than the import.
async function findError(article: Article, { now, site }: ImportOptions): Promise<string | undefined> {
  const names = new ArticleNames([article.source]);
  const compiler = createArticleCompiler({ site, names, media: noMedia, development: true, now }); // drafts, too
  const [parsed] = await compiler.parse([article]);
  const error = parsed?.problems.find(({ severity }) => severity === "error");
  if (error !== undefined || parsed?.result === undefined) return error?.message;
  try {
    if (isSmall(article)) return undefined;
  } catch (error) {
    if (error instanceof ArticleError) return error.message;
    throw error;
  }
  const instants = entryInstants(parsed.result, now, () => {});
  const [compiled] = await compiler.compile([{ article, parsed: parsed.result, instants }], new Map());
  return compiled?.problems.find(({ severity }) => severity === "error")?.message;
}

const fewTags = 300;

// Elements that a browser opens again repeat their attributes, and a reference such as &#x26; has six characters.
function isSmall({ source, text }: Article): boolean {
  const tags = countOf(/</g, text);
  const length = text.length + 5 * countOf(/["&'`]/g, text);
  if (markupOf(source) === "text") return length <= limits.markdownMarks;
  return length <= limits.content && (tags <= fewTags ? length <= limits.content / fewTags : limitHtml(text) <= 2 * tags);
}

function countOf(sign: RegExp, text: string): number {
  let count = 0;
  for (const _ of text.matchAll(sign)) count++;
  return count;
}
