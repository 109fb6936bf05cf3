import { fileOf } from "../content/compile/article.ts";
import type { CompiledContent } from "../model/compiled-content.ts";
import { compareDiagnostics, type Diagnostic } from "../model/diagnostic.ts";
import { canonicalJson } from "../settings/canonical-json.ts";
import { type BuildInput, readBuildInput } from "./build-input.ts";
import type { BuildOptions } from "./build-options.ts";
import type { StoredCache } from "./cache/compile-cache.ts";
import { renderingCode } from "./code-fingerprint.ts";
import { type CompiledArticles, compileArticles } from "./compile-articles.ts";
import { compileFooterOf } from "./compile-footer.ts";
import { type CompiledRecordings, recordingsOf } from "./recordings.ts";
import type { MediaFolder } from "./source/media-folder.ts";
import { verifyBuild, verifyFeeds } from "./verify-build.ts";
import type { WranglerFile } from "./wrangler/wrangler-file.ts";

/** The results of a build. */
export interface BuildResult {
  readonly problems: readonly Diagnostic[];
  /** Undefined if there are errors. During development it only lacks the faulty articles and settings. */
  readonly content?: CompiledContent;
  /** The wrangler.toml with the settings; undefined if it cannot be read. */
  readonly wranglerFile?: WranglerFile;
  /** False if the articles folder cannot be read, so that there are no articles. */
  readonly hasArticlesFolder?: boolean;
  /** The number of drafts. */
  readonly drafts?: number;
  readonly media?: MediaFolder;
  /** The cache for the next build; undefined if the articles were not read. */
  readonly cache?: StoredCache;
  /** True if enough of the cache has changed to store it: writing all of it takes longer than compiling a few articles. */
  readonly hasCacheChanges?: boolean;
}

/** Reads the settings, and compiles the articles. Writes nothing. */
export async function build(options: BuildOptions): Promise<BuildResult> {
  const read = await readBuildInput(options);
  if (!("site" in read)) return read;
  const compiled = await compileArticles(read, options);
  const { footer, problems: footerProblems } = await compileFooterOf(read, compiled, options.now);
  const input = { ...read, site: { ...compiled.site, footer } };
  const recordings = recordingsOf(input.media, compiled.entries, { development: options.purpose === "start", now: options.now });
  const problems = [
    ...input.problems,
    ...footerProblems,
    ...compiled.problems,
    ...verifyBuild(input, { ...compiled, recordings }, options),
  ];
  const hasErrors = problems.some(({ severity }) => severity === "error");
  if (!hasErrors) problems.push(...verifyFeeds(compiled.entries));
  problems.sort(compareDiagnostics);
  const { cache, hasCacheChanges } = compiled;
  if (hasErrors && options.purpose !== "start") return { problems, cache, hasCacheChanges };
  const { media, wranglerFile } = input;
  const content = contentOf(input, { ...compiled, recordings }, options);
  return {
    problems,
    wranglerFile,
    hasArticlesFolder: input.read.isReadable,
    media,
    cache,
    hasCacheChanges,
    drafts: compiled.drafts,
    content,
  };
}

function contentOf(
  { settingsFile, site }: BuildInput,
  { entries, faulty, recordings, redirects }: CompiledArticles & CompiledRecordings,
  { liveDates, purpose }: BuildOptions,
): CompiledContent {
  return {
    ...{ site, settings: canonicalJson(settingsFile.settings), development: purpose === "start", code: renderingCode(), redirects },
    ...(liveDates !== undefined && { liveDates }),
    ...(recordings !== undefined && { recordings }),
    entries: entries.filter(({ source }) => !faulty.has(fileOf(source))),
  };
}
