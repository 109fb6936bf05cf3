import { dirname, join, resolve } from "node:path";
import { digestSync } from "../files/digest-sync.ts";
import { developmentOrigin } from "../http/development.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Site, ValidSettings } from "../settings/site-settings.ts";
import { usableSettings } from "../settings/usable-settings.ts";
import type { BuildOptions } from "./build-options.ts";
import { cacheFile } from "./cache/cache-file.ts";
import { type CompileCache, nextCache, readCache } from "./cache/compile-cache.ts";
import { codeFingerprint } from "./code-fingerprint.ts";
import { completeSettings } from "./complete-settings.ts";
import { type ArticleFiles, readArticles } from "./source/article-files.ts";
import { type MediaFolder, openMediaFolder } from "./source/media-folder.ts";
import { verifyCacheSetting } from "./verify/verify-cache-setting.ts";
import { readSettings, type SettingsFile } from "./wrangler/settings-file.ts";
import { readWranglerFile, type WranglerFile } from "./wrangler/wrangler-file.ts";

/** The files that a build reads, and the complete settings. */
export interface BuildInput {
  /** The articles folder. */
  readonly folder: string;
  readonly wranglerFile: WranglerFile;
  readonly settingsFile: SettingsFile;
  readonly valid: ValidSettings;
  readonly site: Site;
  readonly read: ArticleFiles;
  readonly media: MediaFolder;
  readonly cache: CompileCache;
  /** The problems of the settings. */
  readonly problems: readonly Diagnostic[];
}

/** Reads the settings and the articles. Returns only the problems if there are no settings to compile with. */
export async function readBuildInput(options: BuildOptions): Promise<BuildInput | { readonly problems: readonly Diagnostic[] }> {
  const { config, now, purpose } = options;
  const development = purpose === "start";
  const { settingsFile, valid, wranglerFile } = readUsableSettings(options);
  if (valid === undefined) return { problems: [...settingsFile.problems, ...verifyCacheSetting(wranglerFile)] };
  const problems: Diagnostic[] = [...settingsFile.problems];
  const reportError = (key: string, message: string) =>
    problems.push({ ...settingsFile.locationOf(key.split(".")), severity: "error", message });
  const warn = (key: string, message: string) => problems.push({ ...settingsFile.locationOf([key]), severity: "warning", message });
  if ((purpose === "deploy" || purpose === "export") && valid.url === "" && problems.length === 0) reportError("url", withoutUrl(purpose));

  const folder = join(dirname(resolve(config)), "articles");
  const origin = development || valid.url === "" ? developmentOrigin : valid.url;
  const key = digestSync(JSON.stringify([codeFingerprint(), process.versions, development, origin, valid]));
  const cache = nextCache(options.cache ?? readCache(cacheFile(options), key), key, now);
  const read = readArticles(folder, cache.versions);
  const media = openMediaFolder(folder, origin, cache.media, read.namedTexts);
  const site = { ...completeSettings(valid, origin, media, reportError, warn), footer: "" }; // links to articles, which are compiled first
  return { folder, wranglerFile, settingsFile, valid, site, read, media, cache, problems };
}

interface UsableSettings {
  readonly wranglerFile: WranglerFile;
  readonly settingsFile: SettingsFile;
  /** Undefined if there are no settings at all. */
  readonly valid?: ValidSettings | undefined;
}

// With errors in the settings, others take their place, so that the articles can be compiled to report their problems.
function readUsableSettings({ config, environment, fallback }: BuildOptions): UsableSettings {
  const wranglerFile = readWranglerFile(config);
  const found = readSettings(wranglerFile, environment);
  if (found.isReadable) return { wranglerFile, settingsFile: found, valid: found.valid ?? usableSettings(found.settings) };
  if (fallback === undefined) return { wranglerFile, settingsFile: found };
  const former = readSettings(fallback, environment);
  const settingsFile = { ...former, isReadable: false, problems: found.problems };
  return { wranglerFile: fallback, settingsFile, valid: former.valid ?? usableSettings(former.settings) };
}

function withoutUrl(purpose: "deploy" | "export"): string {
  const other = purpose === "export" ? "give it as --url https://example.com" : "run npm run deploy, which finds it";
  return `Cannot ${purpose} without SITE.url: set it to where the site will be, such as url = "https://example.com", or ${other}`;
}
