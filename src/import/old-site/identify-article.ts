import { pathOf } from "../../base/canonical-url.ts";
import type { Article } from "../../content/compile/article.ts";
import { parseArticle } from "../../content/compile/parse-article.ts";
import { parseFrontMatter } from "../../content/front-matter/front-matter.ts";
import type { ArticleNames } from "../../content/links/article-names.ts";
import { readMetadata } from "../../content/metadata/metadata.ts";
import type { Report } from "../../model/diagnostic.ts";
import type { Site } from "../../settings/site-settings.ts";

/** The id and the address of an article, as far as they are known. */
export interface Identity {
  readonly id?: string | undefined;
  readonly path?: string | undefined;
  /** True for an article whose date is in the future, and that is no draft. */
  readonly isScheduled?: true;
  /** Its old paths that redirect. */
  readonly aliases?: readonly string[];
}

/** The inputs of identifying an article. */
export interface IdentifyOptions {
  readonly site: Site;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** The names of the articles that it will be next to. */
  readonly names?: ArticleNames | undefined;
}

const titleLength = 5000; // UTF-16 units at the beginning of an article's text, which contain its title

/**
 * Returns the id and the address that an article has once it is compiled. If it does not compile yet, for lack of a date for example, it
 * returns what the front matter states.
 * @param report receives the diagnostics of its front matter
 */
export async function identifyArticle(
  article: Article,
  { names, now, site }: IdentifyOptions,
  report: Report = () => {},
): Promise<Identity> {
  const inputs = {
    hasPassed: (instant: number) => instant <= now,
    now: () => now,
    hasTranslations: (stem: string, tag: string, ending: string) => names?.hasTranslations(stem, tag, ending) ?? false,
    languageOf: (source: string) => names?.languageOf(source),
    locate: () => undefined,
  };
  const parsed = await parseArticle(beginning(article), { site, development: false, inputs }, report);
  if (parsed === undefined) return statedIdentity(article);
  const { identity, metadata, published } = parsed;
  return {
    ...identity,
    ...(published.instant > now && !metadata.draft && { isScheduled: true }),
    ...(metadata.aliases.length > 0 && { aliases: metadata.aliases }),
  };
}

// Parsing the whole text of all existing articles would take longer than the import.
function beginning({ source, text }: Article): Article {
  const lines = text.replace(/\r\n?/g, "\n");
  try {
    return { source, text: lines.slice(0, parseFrontMatter(source, lines).bodyOffset + titleLength) };
  } catch {
    return { source, text };
  }
}

function statedIdentity({ source, text }: Article): Identity {
  try {
    const { id, permalink } = readMetadata(parseFrontMatter(source, text.replace(/\r\n?/g, "\n")), () => {});
    return { id, path: permalink === undefined ? undefined : pathOf(permalink) };
  } catch {
    return {};
  }
}
