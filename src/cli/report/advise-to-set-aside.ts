import { isArticle } from "../../build/source/article-path.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";

const articles = "articles/";

/** Returns a line about the command that sets articles with errors aside, if there are any. */
export function adviseToSetAside(problems: readonly Diagnostic[]): string[] {
  const isOfArticle = ({ file, severity }: Diagnostic) =>
    severity === "error" && file.startsWith(articles) && isArticle(file.slice(articles.length));
  return problems.some(isOfArticle) ? ["To go on without the articles with errors, make them drafts: npm run check -- --set-aside"] : [];
}
