import { dirname, join, resolve } from "node:path";
import { digestSync } from "../base/digest-sync.ts";
import { fileOf } from "../content/compile/article.ts";
import { compile } from "../content/compile/compile.ts";
import { createCompileInputs } from "../content/compile/compile-inputs.ts";
import { incrementalCompiler } from "../content/compile/incremental-compiler.ts";
import { ArticleNames } from "../content/links/article-names.ts";
import { developmentOrigin } from "../http/development.ts";
import type { CompiledContent } from "../model/compiled-content.ts";
import { dedupeDiagnostics } from "../model/dedupe-diagnostics.ts";
import { compareDiagnostics, type Diagnostic } from "../model/diagnostic.ts";
import type { Entry } from "../model/entry.ts";
import { canonicalJson } from "../settings/canonical-json.ts";
import { usableSettings } from "../settings/usable-settings.ts";
import { countUnbundledContents } from "../store/chunk-contents.ts";
import { openBuildCompiler, type PoolSize } from "./build-compiler.ts";
import { nextCache, readCache, type StoredCache } from "./cache/compile-cache.ts";
import { encodeEntry } from "./cache/encoded-entry.ts";
import { codeFingerprint } from "./code-fingerprint.ts";
import { completeSettings, publishedIcon } from "./complete-settings.ts";
import { readSettings } from "./settings-file.ts";
import { readArticles } from "./source/article-files.ts";
import { fileDiagnostics } from "./source/file-diagnostics.ts";
import { type MediaFolder, openMediaFolder } from "./source/media-folder.ts";
import { readWranglerFile, type WranglerFile } from "./source/wrangler-file.ts";
import { verifyCacheSetting } from "./verify/verify-cache-setting.ts";
import { verifySizes } from "./verify/verify-documents.ts";
import { verifyExport } from "./verify/verify-export.ts";
import { verifyRedirects } from "./verify/verify-redirects.ts";
import { verifySettings } from "./verify/verify-settings.ts";
import { verifyStorage } from "./verify/verify-storage.ts";
import { verifyWrangler } from "./verify/verify-wrangler.ts";

/** The purpose and the inputs of a build. */
export interface BuildOptions {
  /** Path of wrangler.toml; articles/ and build/ are next to it. */
  readonly config: string;
  /** The wrangler environment; empty for the top level. */
  readonly environment: string;
  readonly development: boolean;
  readonly isDeployment: boolean;
  /** The severity of what no static host can serve as the Worker does; undefined if nothing is exported. */
  readonly exportSeverity?: Diagnostic["severity"];
  /** Milliseconds since 1970. */
  readonly now: number;
  /** The cache of the last build; by default the one in build/. */
  readonly cache?: StoredCache | undefined;
  /** The last wrangler.toml that could be read: during development, it is used while the file cannot be read. */
  readonly fallback?: WranglerFile;
  readonly pool?: PoolSize;
}

/** The results of a build. */
export interface BuildResult {
  readonly problems: readonly Diagnostic[];
  /** Undefined if there are errors. During development it only lacks the faulty articles and settings. */
  readonly content?: CompiledContent;
  /** The wrangler.toml with the settings; undefined if it cannot be read. */
  readonly wranglerFile?: WranglerFile;
  /** False if the articles folder cannot be read, so that there are no articles. */
  readonly hasArticlesFolder?: boolean;
  readonly media?: MediaFolder;
  /** The cache for the next build; undefined if the articles were not read. */
  readonly cache?: StoredCache;
  /** True if enough of the cache has changed to store it: writing all of it takes longer than compiling a few articles. */
  readonly hasCacheChanges?: boolean;
}

/** Returns the path of the cache file. A deployment and a preview have one each, since all their addresses differ. */
export function cacheFile({ config, development, environment }: Pick<BuildOptions, "config" | "development" | "environment">): string {
  const name = `${encodeURIComponent(environment) || "site"}${development ? "-preview" : ""}`;
  return join(dirname(resolve(config)), "build", "cache", name);
}

const isWindows = process.platform === "win32";

/** Reads the settings, and compiles the articles. Writes nothing. */
export async function build(options: BuildOptions): Promise<BuildResult> {
  const { config, development, environment, exportSeverity, isDeployment, now } = options;
  const folder = join(dirname(resolve(config)), "articles");
  const { isReadable, placeOf, problems: settingsProblems, settings, valid, wranglerFile } = settingsOf(options);
  if (valid === undefined) return { problems: [...settingsProblems, ...verifyCacheSetting(wranglerFile)] };

  const problems: Diagnostic[] = [...settingsProblems];
  const complain = (key: string, message: string) => problems.push({ ...placeOf([key]), severity: "error", message });
  if (isDeployment && valid.url === "" && settingsProblems.length === 0) complain("url", withoutUrl(exportSeverity !== undefined));
  const origin = development || valid.url === "" ? developmentOrigin : valid.url;
  const fingerprint = codeFingerprint();
  const key = digestSync(JSON.stringify([fingerprint, process.versions, development, origin, valid]));
  const known = nextCache(options.cache ?? readCache(cacheFile(options), key), key, now);
  const media = openMediaFolder(folder, origin, known.media);
  const site = completeSettings(valid, origin, media, complain);

  const read = readArticles(folder, known.versions);
  const sources = read.articles.map(({ source }) => source);
  const names = new ArticleNames(sources);
  const buildCompiler = openBuildCompiler({ site, folder, sources, development, now }, media, options.pool);
  const compiler = incrementalCompiler(buildCompiler, {
    cached: known.articles,
    digest: digestSync,
    inputs: (articleAt) => createCompileInputs(names, media, now, articleAt),
  });
  const {
    entries,
    faulty,
    redirects,
    problems: found,
  } = await compile(read.articles, {
    site,
    media,
    development,
    now,
    redirects: valid.redirects,
    removed: read.removed,
    authorFiles: read.authorFiles,
    placeOfSetting: placeOf,
    verify: (entries, redirects, placeOfField) => {
      const source = { site, redirects, entries, settings: valid.redirects, placeOfSetting: placeOf, placeOfField, isWindows };
      return exportSeverity === undefined ? [] : verifyExport(source, exportSeverity);
    },
    compiler,
  }).finally(buildCompiler.close);
  const cache: StoredCache = {
    key,
    articles: compiler.articles,
    versions: known.versions.kept,
    media: known.media.kept,
    chunks: known.chunks,
  };
  const changes = compiler.misses + Math.abs(compiler.articles.size - known.articles.size) + known.versions.changes + known.media.changes;
  // The results for settings that stand in for faulty ones do not replace those of the last good settings.
  const hasCacheChanges = settingsProblems.length === 0 && changes > 0 && changes * 100 >= compiler.articles.size;
  const linked = new Set([...media.published.values()].map(fileOf));
  problems.push(
    ...read.problems,
    ...dedupeDiagnostics(read.leftOut.filter(({ file }) => !linked.has(file))),
    ...fileDiagnostics(media.faults, read.problems),
    ...found,
    ...verifySizes(site, entries),
    ...verifyCacheSetting(wranglerFile),
    ...verifyRedirects(site, redirects, entries, valid.redirects, placeOf),
    ...(development ? [] : verifyStorage(entries, config)),
    ...(!isReadable
      ? []
      : verifyWrangler(wranglerFile, environment, {
          development,
          hasHub: site.hub !== undefined,
          unbundledArticles: development ? 0 : countUnbundledContents(entries.map((entry) => encodeEntry(entry).length)),
        })),
    ...verifySettings(site, { entries, icon: publishedIcon(valid.icon, media), hasOwnIcon: valid.icon !== undefined, placeOf }),
  );
  const hasErrors = problems.some(({ severity }) => severity === "error");
  const cause = hasErrors ? undefined : causeOfEmptyFeeds(entries);
  if (cause !== undefined)
    problems.push({ file: "articles/", line: 1, column: 1, severity: "warning", message: `${cause}; the feeds will be empty` });
  problems.sort(compareDiagnostics);
  if (hasErrors && !development) return { problems, cache, hasCacheChanges };

  return {
    problems,
    wranglerFile,
    hasArticlesFolder: read.isReadable,
    media,
    cache,
    hasCacheChanges,
    content: {
      ...{ site, settings: canonicalJson(settings), development, fingerprint, redirects },
      entries: entries.filter(({ source }) => !faulty.has(fileOf(source))),
    },
  };
}

// Returns the settings of the file, and with errors in them, settings with which the articles can be compiled to report their problems.
function settingsOf({ config, environment, fallback }: BuildOptions) {
  const wranglerFile = readWranglerFile(config);
  const found = readSettings(wranglerFile, environment);
  if (found.isReadable) return { ...found, wranglerFile, valid: found.valid ?? usableSettings(found.settings) };
  if (fallback === undefined) return { ...found, wranglerFile };
  const former = readSettings(fallback, environment);
  return {
    ...former,
    isReadable: false,
    problems: found.problems,
    wranglerFile: fallback,
    valid: former.valid ?? usableSettings(former.settings),
  };
}

function withoutUrl(isExport: boolean): string {
  const [action, other] = isExport ? ["export", "give it as --url https://example.com"] : ["deploy", "run npm run deploy, which finds it"];
  return `Cannot ${action} without SITE.url: set it to where the site will be, such as url = "https://example.com", or ${other}`;
}

function causeOfEmptyFeeds(entries: readonly Entry[]): string | undefined {
  if (entries.length === 0) return "Cannot find any article to publish";
  return entries.every(({ unlisted }) => unlisted === true)
    ? "Cannot find any article for the feeds: all articles are unlisted"
    : undefined;
}
