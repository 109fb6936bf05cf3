import type { Article } from "../../content/compile/article.ts";
import { findFrontMatter } from "../../content/front-matter/find-front-matter.ts";
import { FrontMatterError } from "../../content/front-matter/front-matter-error.ts";
import { resolveReference, sourcesOf } from "../../content/links/reference-paths.ts";
import { isArticle } from "./article-path.ts";

const field = /^[ \t]*(?:\[\[?)?["']?(?:transcripts?|chapters)["']?(?:\]\]?)?[ \t]*(?:[:=]|$)(.*)$/i;
const otherKey = /^[ \t]*["']?(?!(?:url|type|language)\b)[\w-]+["']?[ \t]*[:=]|^[ \t]*\[\[?[a-z]/i;

/**
 * Returns the references in the front matter of an article to transcripts and chapters whose endings are those of articles, such as
 * `talk.txt`. It reads no YAML or TOML: that is slow, and the text of an article is needed before any article is parsed.
 */
export function namedTexts(text: string): string[] {
  const source = frontMatterOf(text);
  if (!/transcript|chapters/i.test(source)) return [];
  const found: string[] = [];
  let isWithin = false;
  for (const line of source.split(/\r?\n/)) {
    const value = field.exec(line)?.[1];
    isWithin = value !== undefined || (isWithin && !otherKey.test(line));
    if (isWithin) found.push(...referencesIn(value ?? line));
  }
  return [...new Set(found)];
}

/**
 * Returns the files that other articles name as their transcripts or chapters, and that are therefore no articles. A file with front matter
 * stays an article.
 * @param references of each article, by its path
 */
export function findNamedTexts(articles: readonly Article[], references: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const sources = new Map(articles.map((article) => [article.source.normalize("NFC"), article]));
  const named = [...references].flatMap(([source, names]) =>
    names.flatMap((name) => {
      const paths = sourcesOf(source).map((place) => resolveReference(place, name).normalize("NFC"));
      const article = paths.map((path) => sources.get(path)).find(Boolean);
      return article === undefined || article.source === source || frontMatterOf(article.text) !== "" ? [] : [article.source];
    }),
  );
  return new Set(named);
}

function frontMatterOf(text: string): string {
  if (!/^\s*(?:[-;+]{3}|\{|[\w-]+:)/.test(text)) return "";
  try {
    return findFrontMatter(text)?.source ?? "";
  } catch (error) {
    if (error instanceof FrontMatterError) return text;
    throw error;
  }
}

// A name without quotes may contain spaces.
function referencesIn(value: string): string[] {
  const whole = value.replace(/^[ \t]*(?:-[ \t])?[ \t]*(?:url[ \t]*[:=])?/, "").trim();
  const parts = [...value.matchAll(/"([^"]+)"|'([^']+)'|([^\s"'[\]{},]+)/g)].map(
    ([, double, single, plain]) => double ?? single ?? plain ?? "",
  );
  return [whole, ...parts].filter((name) => !/^[a-z][a-z0-9+.-]*:/i.test(name) && isArticle(resolveReference("", name)));
}
