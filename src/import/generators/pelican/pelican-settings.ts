import { baseName, folderOf } from "../../../base/file-path.ts";
import { feedLimit } from "../../configuration/feed-limit.ts";
import { type PythonConstants, readPythonFile } from "../../configuration/python/python-constants.ts";
import { PythonSettings } from "../../configuration/python/python-settings.ts";
import { siteAuthor } from "../../configuration/site-author.ts";
import { languageIn, parseSiteUrl, type SiteUrl, timezoneSettings, urlSettings } from "../../configuration/site-url.ts";
import type { OldSettings, SiteFolder } from "../../site-rules/old-site.ts";
import { isIn, joinPath, resolvePath } from "../../site-rules/site-path.ts";
import { folderOfHeaders } from "./recognize-headers.ts";

/** The configuration of a Pelican site. */
export interface PelicanConfig {
  /** The configuration file; undefined for a site without one. */
  readonly file?: string;
  /** The folder of the configuration file; empty for a site without one. */
  readonly root: string;
  readonly settings: PythonSettings;
  readonly computed: readonly string[];
  readonly url: SiteUrl;
  /** The folder of the content. */
  readonly content: string;
}

/** Reads the settings of a site, or Pelican's defaults for a folder of texts with Pelican's headers, such as one in a repository of its own. */
export function readPelicanConfig(folder: SiteFolder): PelicanConfig | undefined {
  const configured = readConfigFile(folder);
  if (configured !== undefined) return configured;
  const content = folderOfHeaders(folder);
  const settings = new PythonSettings({ values: {} });
  return content === undefined ? undefined : { root: "", settings, computed: [], url: parseSiteUrl(undefined), content };
}

// Finds pelicanconf.py, and publishconf.py next to it, which has the settings of the published site. A PATH without files, such as one
// outside of the folder, is ignored.
function readConfigFile(folder: SiteFolder): PelicanConfig | undefined {
  const files = folder.paths.filter((path) => /^pelican[._]?conf\.py$/.test(baseName(path)) && path.split("/").length <= 4);
  const [file] = files.sort((a, b) => a.split("/").length - b.split("/").length);
  if (file === undefined) return undefined;
  const development = readPythonFile(folder, file);
  const constants: PythonConstants = readPythonFile(folder, joinPath(folderOf(file), "publishconf.py"), development.values);
  const settings = new PythonSettings(constants);
  const root = folderOf(file);
  const written = settings.text("PATH");
  const hasFiles = (path: string) => folder.paths.some((each) => isIn(resolvePath(root, path), each));
  const content = resolvePath(root, written !== undefined && hasFiles(written) ? written : hasFiles("content") ? "content" : "");
  return {
    ...{ file, root, settings },
    computed: [...new Set([...development.computed, ...constants.computed])],
    url: parseSiteUrl(settings.text("SITEURL")),
    content,
  };
}

/** Reads the settings that have a counterpart. */
export function readPelicanSettings({ file, settings, url }: PelicanConfig): OldSettings {
  const first = (...names: readonly string[]) => names.map((name) => settings.text(name)).find((text) => text !== undefined);
  return {
    title: first("SITENAME", "SITETITLE"),
    description: first("SITESUBTITLE", "SITE_DESCRIPTION", "SITEDESCRIPTION", "SITE_DESC", "TAGLINE", "DESCRIPTION"),
    author: siteAuthor([first("AUTHOR", "AUTHOR_NAME", "SITE_AUTHOR")], first("AUTHOR_EMAIL", "EMAIL", "EMAIL_ADDRESS")),
    language: languageIn(settings.text("DEFAULT_LANG")),
    ...timezoneSettings(settings.text("TIMEZONE"), file ?? "pelicanconf.py"),
    ...urlSettings(url),
    limit: feedLimit(settings.get("FEED_MAX_ITEMS"), 0),
  };
}
