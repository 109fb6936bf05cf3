import { type Compilation, compile } from "../content/compile/compile.ts";
import { createCompileInputs } from "../content/compile/compile-inputs.ts";
import { incrementalCompiler } from "../content/compile/incremental-compiler.ts";
import { ArticleNames } from "../content/links/article-names.ts";
import { digestSync } from "../files/digest-sync.ts";
import type { BuildPurpose } from "../model/build-purpose.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
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

// The severity of what no static host can serve as the Worker does.
const exportSeverities: { readonly [P in BuildPurpose]?: Diagnostic["severity"] } = { check: "warning", export: "error" };

const isWindows = process.platform === "win32";

/** Compiles the articles of a build, of which the cache has those that did not change. */
export async function compileArticles(input: BuildInput, options: BuildOptions): Promise<CompiledArticles> {
  const { cache: known, folder, media, read, settingsFile, site, valid } = input;
  const { now, pool, purpose } = options;
  const development = purpose === "start";
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
    ...{ site, media, development, checksDrafts: purpose === "check", now, locationOfSetting, compiler },
    redirects,
    removed: read.removed,
    authorFiles: read.authorFiles,
    verify(entries, redirects, locationOfField, withSlugs) {
      const source = { site: withSlugs, redirects, entries, settings: valid.redirects, locationOfSetting, locationOfField, isWindows };
      const severity = exportSeverities[purpose];
      return [...verifyIds(entries, locationOfField), ...(severity === undefined ? [] : verifyExport(source, severity))];
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
