import type { Table } from "../../../base/table-values.ts";
import type { SiteUrl } from "../../configuration/site-url.ts";
import type { SiteFolder } from "../../site-rules/old-site.ts";
import { joinPath } from "../../site-rules/site-path.ts";
import type { HugoConfig } from "./hugo-config.ts";
import { type ContentRoot, findHugoFolders, type HugoFolders, type Languages, readLanguages } from "./hugo-content.ts";
import { isExcludedByMounts, mountsOf } from "./hugo-mounts.ts";
import { isRecentHugo } from "./hugo-version.ts";

/** The configuration and the folders of a Hugo site, on which its rules depend. */
export interface HugoSite {
  readonly folder: SiteFolder;
  /** The folder of the configuration. */
  readonly root: string;
  /** The configuration. Keys in lower case. */
  readonly values: Table;
  /** The path of `baseURL`. */
  readonly base: string;
  /** The origin of `baseURL`, if it is known. */
  readonly origin?: string | undefined;
  /** False for a version before 0.123; undefined if no file pins the version. */
  readonly isRecent: boolean | undefined;
  readonly languages: Languages;
  readonly roots: readonly ContentRoot[];
  readonly folders: HugoFolders;
}

/** Finds the folders and the version of a Hugo site. */
export function hugoSite(folder: SiteFolder, config: HugoConfig, { base, origin }: SiteUrl, roots: readonly ContentRoot[]): HugoSite {
  const { root, values } = config;
  const languages = readLanguages(values);
  const isRecent = isRecentHugo(folder, config);
  const mounts = mountsOf(root, values, "content");
  const paths = folder.paths.filter((path) => !isExcludedByMounts(path, mounts));
  return { folder, root, values, base, origin, isRecent, languages, roots, folders: findHugoFolders(paths, roots, languages) };
}

/** Returns the place below the articles folder of a path below the content; the default language has no folder. */
export function placeOf({ languages }: HugoSite, { language = languages.byDefault, to }: ContentRoot): string {
  return joinPath(language === languages.byDefault ? "" : language, to);
}
