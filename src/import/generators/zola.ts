import { decodeUri } from "../../base/decode-uri.ts";
import { textIn } from "../../base/table-values.ts";
import { NamedAuthors } from "../configuration/named-authors.ts";
import { parseSiteUrl } from "../configuration/site-url.ts";
import { NoteList } from "../site-rules/note-list.ts";
import type { Generator, OldSite, SiteFolder } from "../site-rules/old-site.ts";
import { isIn, joinPath } from "../site-rules/site-path.ts";
import { HiddenShortcodes } from "../template-tags/hidden-shortcodes.ts";
import { notesOfOwnIds } from "../template-tags/own-feed-ids.ts";
import { readZolaConfig, readZolaSettings, type ZolaConfig } from "./zola/zola-config.ts";
import { zolaLists } from "./zola/zola-lists.ts";
import { ZolaPlans } from "./zola/zola-plans.ts";
import { zolaShortcodes } from "./zola/zola-shortcodes.ts";
import { withZoneOfDates } from "./zone-of-dates.ts";

/** Zola. */
export const zola: Generator = {
  name: "Zola",
  open(folder) {
    const config = readZolaConfig(folder);
    if (config === undefined) return undefined;
    const hasContent = folder.paths.some((path) => isIn(config.content, path) && path.endsWith(".md"));
    return hasContent ? openSite(folder, config) : undefined;
  },
};

function openSite(folder: SiteFolder, config: ZolaConfig): OldSite {
  const url = parseSiteUrl(textIn(config.values["base_url"]));
  const notes = notesOf(config);
  const pages = folder.paths.filter((path) => isIn(config.content, path) && path.endsWith(".md"));
  const settings = withZoneOfDates(readZolaSettings(config.values, url), folder, pages, notes);
  const templates = folder.paths.filter((path) => isIn(joinPath(config.root, "templates"), path));
  const address = /^\w{1,50}\.permalink(?:\s{0,9}\|\s{0,9}(?:escape_xml|escape|safe)){0,5}$/;
  for (const note of notesOfOwnIds(folder, templates, address)) notes.add(note);
  const plans = new ZolaPlans(folder, config, url.base, settings);
  const hidden = new HiddenShortcodes(zolaShortcodes(folder, config));
  const authors = new NamedAuthors(folder, config.root);
  return {
    settings,
    base: url.base,
    lists: zolaLists(folder, config, url.base),
    notes: notes.sentences,
    plan: (file) => plans.plan(file),
    publishesUnderscores: true,
    // Zola writes addresses into its feeds as they are, without encoding letters.
    idOf: ({ id, path }) => (/%[\dA-F]{2}/i.test(path) && id.endsWith(path) ? id.slice(0, -path.length) + decodeUri(path) : undefined),
    futureSetting: "Zola publishes posts of any date",
    namesOfAuthors: (frontMatter) => authors.namesOf(frontMatter),
    publicText: (body, note) => hidden.removeFrom(body, note),
  };
}

function notesOf({ values }: ZolaConfig): NoteList {
  const notes = new NoteList();
  const unreadable = textIn(values["unreadable"]);
  if (unreadable !== undefined) notes.add(`Cannot read ${unreadable}: Zola's defaults were assumed`);
  return notes;
}
