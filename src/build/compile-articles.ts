import { digestSync } from "../base/digest-sync.ts";
import { type Compilation, compile } from "../content/compile/compile.ts";
import { createCompileInputs } from "../content/compile/compile-inputs.ts";
import { incrementalCompiler } from "../content/compile/incremental-compiler.ts";
import { ArticleNames } from "../content/links/article-names.ts";
import { openBuildCompiler } from "./build-compiler.ts";
import type { BuildInput } from "./build-input.ts";
import type { BuildOptions } from "./build-options.ts";
import type { StoredCache } from "./cache/compile-cache.ts";
import { verifyExport } from "./verify/verify-export.ts";
import { verifyIds } from "./verify/verify-ids.ts";

/** The compiled articles, and the cache for the next build. */
export interface CompiledArticles extends Compilation {
  readonly cache: StoredCache;
  /** True if enough of the cache has changed to store it: writing all of it takes longer than compiling a few articles. */
  readonly hasCacheChanges: boolean;
}

const isWindows = process.platform === "win32";

/** Compiles the articles of a build, of which the cache has those that did not change. */
export async function compileArticles(input: BuildInput, options: BuildOptions): Promise<CompiledArticles> {
  const { cache: known, folder, media, read, settingsFile, site, valid } = input;
  const { checksDrafts = false, development, exportSeverity, now, pool } = options;
  const { locationOf: locationOfSetting } = settingsFile;
  const sources = read.articles.map(({ source }) => source);
  const names = new ArticleNames(sources);
  const { redirects } = valid;
  const buildCompiler = openBuildCompiler({ site, redirects, folder, sources, namedTexts: read.namedTexts, development, now }, media, pool);
  const compiler = incrementalCompiler(buildCompiler, {
    cached: known.articles,
    digest: digestSync,
    inputs: (identities) => createCompileInputs(names, media, now, identities),
  });
  const compilation = await compile(read.articles, {
    ...{ site, media, development, checksDrafts, now, locationOfSetting, compiler },
    redirects,
    removed: read.removed,
    authorFiles: read.authorFiles,
    verify(entries, redirects, locationOfField, withSlugs) {
      const source = { site: withSlugs, redirects, entries, settings: valid.redirects, locationOfSetting, locationOfField, isWindows };
      return [...verifyIds(entries, locationOfField), ...(exportSeverity === undefined ? [] : verifyExport(source, exportSeverity))];
    },
  }).finally(buildCompiler.close);
  const { articles, misses } = compiler;
  const changes = misses + Math.abs(articles.size - known.articles.size) + known.versions.changes + known.media.changes;
  return {
    ...compilation,
    cache: { key: known.key, articles, versions: known.versions.kept, media: known.media.kept, chunks: known.chunks },
    // With faulty settings, the articles were compiled with substitutes: the cache of the last good settings is kept.
    hasCacheChanges: settingsFile.problems.length === 0 && changes > 0 && changes * 100 >= articles.size,
  };
}
