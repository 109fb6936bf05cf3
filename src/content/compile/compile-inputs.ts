import { type ArticleIdentities, findArticle, findArticleAt, findArticleByStem, findFileOfPage } from "../links/article-finder.ts";
import type { ArticleNames } from "../links/article-names.ts";
import type { MediaFiles } from "../links/media-files.ts";
import type { LinkTarget } from "../links/resolve-links.ts";
import type { Clock } from "../metadata/article-dates.ts";

/**
 * The inputs of a compilation besides the article's text, the settings and the code. Arguments and results are plain data, so that
 * they can be recorded as dependencies: if the same calls later return the same results, the cached entry is up to date.
 */
export interface CompileInputs extends Clock {
  /** Returns whether the original of a translation exists, or another translation of it. */
  hasTranslations(stem: string, tag: string, ending: string): boolean;
  /** Returns the language tag that the folders or the name of an article clearly contain. */
  languageOf(source: string): string | undefined;
  /** Finds the article to which a name in another article's text refers, as `locateArticle` does. */
  locate(name: string, source: string): string | undefined;
  /**
   * Finds an article's page or a media file at a path below the articles folder. A media file is published by this call. The `data:` URL
   * of a picture is a path, too.
   */
  file(path: string): LinkTarget | undefined;
  /** Finds an article by the path of its file without the extension, or of the folder whose index it is. */
  articleNamed(path: string): LinkTarget | undefined;
  /** Finds the article whose page, or a redirect to it, is at the path of a URL. */
  articleAt(path: string): LinkTarget | undefined;
  /** Finds a media file by its name alone, in any folder, and publishes it. */
  fileNamed(name: string): LinkTarget | undefined;
  /** Returns whether an article is at a path below the articles folder, even one that has errors. */
  hasArticle(path: string): boolean;
  /** Returns the path of a file whose name differs from a path in case only. */
  otherSpelling(path: string): string | undefined;
  /** Returns the duration of the recording at a path, in seconds. */
  durationOf(path: string): Promise<number | undefined>;
  /** Returns the text of the file at a path, if it is a short text and no article. */
  textOf(path: string): string | undefined;
}

/** A recorded call of a compile input: its method, its arguments and its result as JSON. */
export type Dependency = readonly [method: keyof CompileInputs, arguments_: readonly (string | number)[], result: string];

/**
 * Creates the inputs that all articles share.
 * @param identities empty while articles are parsed, since they are not known yet
 */
export function createCompileInputs(
  names: ArticleNames,
  media: MediaFiles,
  now: number,
  identities: ArticleIdentities = new Map(),
): CompileInputs {
  const publish = (path: string | undefined) => {
    const file = path === undefined ? undefined : media.publish(path);
    return file && { path: path as string, file };
  };
  const mediaAt = (path: string) => publish(path) ?? publish(findFileOfPage(path, identities));
  return {
    hasPassed: (instant) => instant <= now,
    now: () => now,
    hasTranslations: (stem, tag, ending) => names.hasTranslations(stem, tag, ending),
    languageOf: (source) => names.languageOf(source),
    locate: (name, source) => names.locate(name, source),
    file: (path) => findArticle(path, identities) ?? mediaAt(path)?.file,
    articleNamed: (path) => findArticleByStem(path, identities),
    articleAt: (path) => findArticleAt(path, identities),
    fileNamed: (name) => publish(media.pathOf(name))?.file,
    hasArticle: (path) => names.has(path),
    otherSpelling: (path) => media.otherSpelling(path),
    textOf: (path) => media.textOf?.(path),
    durationOf: async (path) => {
      const found = mediaAt(path);
      return found && media.durationOf(found.path);
    },
  };
}

/** Wraps inputs so that each distinct call is added to `dependencies`. */
export function recordDependencies(inputs: CompileInputs, dependencies: Dependency[]): CompileInputs {
  const seen = new Set<string>();
  const record =
    <A extends (string | number)[], R>(method: keyof CompileInputs, call: (...args: A) => R) =>
    (...args: A): R => {
      const result = call(...args);
      const key = JSON.stringify([method, ...args]);
      if (!seen.has(key)) dependencies.push([method, args, asText(result)]); // one text may repeat a call a thousand times
      seen.add(key);
      return result;
    };
  return {
    hasPassed: record("hasPassed", inputs.hasPassed),
    now: record("now", inputs.now),
    hasTranslations: record("hasTranslations", inputs.hasTranslations),
    languageOf: record("languageOf", inputs.languageOf),
    locate: record("locate", inputs.locate),
    file: record("file", inputs.file),
    articleNamed: record("articleNamed", inputs.articleNamed),
    articleAt: record("articleAt", inputs.articleAt),
    fileNamed: record("fileNamed", inputs.fileNamed),
    hasArticle: record("hasArticle", inputs.hasArticle),
    otherSpelling: record("otherSpelling", inputs.otherSpelling),
    textOf: record("textOf", inputs.textOf),
    durationOf: async (path) => {
      const result = await inputs.durationOf(path);
      dependencies.push(["durationOf", [path], asText(result)]);
      return result;
    },
  };
}

/** Returns whether all dependencies still have the recorded results. */
export async function isUpToDate(inputs: CompileInputs, dependencies: readonly Dependency[]): Promise<boolean> {
  for (const [method, args, recorded] of dependencies) {
    const call = inputs[method] as (...args: readonly (string | number)[]) => unknown;
    const result = call(...args);
    if (asText(result instanceof Promise ? await result : result) !== recorded) return false;
  }
  return true;
}

function asText(result: unknown): string {
  return result === undefined ? "" : JSON.stringify(result);
}
