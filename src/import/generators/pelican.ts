import { tableOf, textsIn } from "../../base/table-values.ts";
import { type MarkdownRules, pythonMarkdown } from "../old-markdown/markdown-rules.ts";
import { NoteList } from "../site-rules/note-list.ts";
import type { Generator, OldSite, SiteFolder } from "../site-rules/old-site.ts";
import { isIn } from "../site-rules/site-path.ts";
import { deciderPlugins } from "./pelican/own-plugins.ts";
import { pelicanLists } from "./pelican/pelican-lists.ts";
import { isText } from "./pelican/pelican-places.ts";
import { PelicanPlans } from "./pelican/pelican-plans.ts";
import { type PelicanConfig, readPelicanConfig, readPelicanSettings } from "./pelican/pelican-settings.ts";

/** Pelican 3 and later. */
export const pelican: Generator = {
  name: "Pelican",
  open(folder) {
    const config = readPelicanConfig(folder);
    const hasContent = config !== undefined && folder.paths.some((path) => isIn(config.content, path) && isText(path));
    return hasContent ? openSite(folder, config) : undefined;
  },
};

function openSite(folder: SiteFolder, config: PelicanConfig): OldSite {
  const settings = readPelicanSettings(config);
  const notes = notesOf(config);
  const plugins = deciderPlugins(folder, config);
  if (plugins.length > 0)
    notes.add(
      `Cannot run ${plugins.join(", ")}: plugins that may decide titles, dates or addresses, so the old addresses and ids are unknown; compare the addresses, and write permalink into the texts, or id if a post had another one`,
    );
  const plans = new PelicanPlans(folder, config, settings, notes, plugins.length > 0);
  return {
    settings,
    base: config.url.base,
    lists: pelicanLists(config, plans.terms),
    get notes() {
      return notes.sentences;
    },
    plan: (file) => plans.plan(file),
    publishesUnderscores: true,
    markdown: markdownOfPelican(config.settings),
    ...(config.settings.flag("WITH_FUTURE_DATES", true) && { futureSetting: "WITH_FUTURE_DATES" }),
  };
}

// The setting MD_EXTENSIONS is that of Pelican before 3.7.
function markdownOfPelican(settings: PelicanConfig["settings"]): MarkdownRules {
  const { extension_configs: configs, extensions } = settings.table("MARKDOWN");
  const names = [...Object.keys(tableOf(configs)), ...textsIn(extensions), ...(settings.texts("MD_EXTENSIONS") ?? [])];
  return pythonMarkdown([...names, ...(settings.texts("PLUGINS") ?? []).filter((name) => /emoji/i.test(name))]);
}

const relevant =
  /^(?:PATH|SITEURL|SITENAME|TIMEZONE|DEFAULT_(?:CATEGORY|DATE|LANG|METADATA)|AUTHOR|(?:ARTICLE|PAGE)_(?:URL|LANG_URL|PATHS|EXCLUDES)|READERS|(?:FILENAME|PATH|EXTRA_PATH)_METADATA|SLUG_REGEX_SUBSTITUTIONS)$/;

function notesOf({ computed, file, url }: PelicanConfig): NoteList {
  const notes = new NoteList();
  const unread = computed.filter((name) => relevant.test(name));
  if (unread.length > 0) notes.add(`${file} computes ${unread.join(", ")} with Python: Pelican's defaults were assumed`);
  if (file === undefined) notes.add("The folder has no pelicanconf.py: Pelican's defaults were assumed");
  if (url.origin === undefined)
    notes.add("SITEURL is unknown, so the ids of the old feed (tag:…) are not kept; set it in publishconf.py and import again");
  return notes;
}
