import { fileOf } from "../content/compile/article.ts";
import { dedupeDiagnostics } from "../model/dedupe-diagnostics.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Entry } from "../model/entry.ts";
import { countUnbundledContents } from "../store/chunk-contents.ts";
import type { BuildInput } from "./build-input.ts";
import type { BuildOptions } from "./build-options.ts";
import { encodeEntry } from "./cache/encoded-entry.ts";
import type { CompiledArticles } from "./compile-articles.ts";
import { publishedIcon } from "./complete-settings.ts";
import type { CompiledRecordings } from "./recordings.ts";
import { fileDiagnostics } from "./source/file-diagnostics.ts";
import { verifyCacheSetting } from "./verify/verify-cache-setting.ts";
import { verifySizes } from "./verify/verify-documents.ts";
import { verifyOwnLinks } from "./verify/verify-own-links.ts";
import { verifyRedirects } from "./verify/verify-redirects.ts";
import { verifySampleSettings } from "./verify/verify-sample-settings.ts";
import { verifySettings } from "./verify/verify-settings.ts";
import { verifyStorage } from "./verify/verify-storage.ts";
import { verifyWrangler } from "./verify/verify-wrangler.ts";

/** Returns the problems of a build's files, and those that concern all of its articles. */
export function verifyBuild(input: BuildInput, compiled: CompiledArticles & CompiledRecordings, options: BuildOptions): Diagnostic[] {
  const { folder, media, read, settingsFile, site, valid, wranglerFile } = input;
  const { entries, redirects } = compiled;
  const { config, environment } = options;
  const development = options.purpose === "start";
  const { isReadable, locationOf } = settingsFile;
  const isIncomplete = settingsFile.valid === undefined;
  const linked = new Set([...media.published.values()].map(fileOf));
  const wrangler = {
    development,
    hasHub: site.hub !== undefined,
    recordings: Object.keys(compiled.recordings ?? {}).length,
    unbundledArticles: development ? 0 : countUnbundledContents(entries.map((entry) => encodeEntry(entry).length)),
  };
  const drafts = [...compiled.identities.values()].filter(({ isDraft }) => isDraft).map(({ path }) => path);
  return [
    ...read.problems,
    ...dedupeDiagnostics(read.leftOut.filter(({ file }) => !linked.has(file))),
    ...fileDiagnostics(media.faults, read.problems),
    ...verifySampleSettings(
      settingsFile,
      folder,
      read.articles.map(({ source }) => source),
      development,
    ),
    ...verifySizes(site, entries),
    ...verifyCacheSetting(wranglerFile),
    ...verifyRedirects(site, redirects, entries, valid.redirects, locationOf),
    // Without the faulty articles, links to them would be faults, too.
    ...(development || compiled.faulty.size > 0 ? [] : verifyOwnLinks(site, redirects, entries, compiled.pageLinks, drafts)),
    ...(development ? [] : verifyStorage(entries, config)),
    ...(isReadable ? verifyWrangler(wranglerFile, environment, wrangler) : []),
    ...verifySettings(site, {
      entries,
      icon: publishedIcon(valid.icon, media),
      hasOwnIcon: valid.icon !== undefined,
      isIncomplete,
      locationOf,
    }),
  ];
}

/** Returns the warning that the feeds will be empty, if they will be. */
export function verifyFeeds(entries: readonly Entry[]): Diagnostic[] {
  const cause =
    entries.length === 0
      ? "Cannot find any article to publish"
      : entries.every(({ unlisted }) => unlisted === true) && "Cannot find any article for the feeds: all articles are unlisted";
  const message = `${cause}; the feeds will be empty`;
  return cause === false ? [] : [{ file: "articles/", line: 1, column: 1, severity: "warning", message }];
}
