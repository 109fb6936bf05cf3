import { textIn } from "../../base/table-values.ts";
import { NamedAuthors } from "../configuration/named-authors.ts";
import { parseSiteUrl } from "../configuration/site-url.ts";
import type { Generator, OldSite, SiteFolder } from "../site-rules/old-site.ts";
import { isIn } from "../site-rules/site-path.ts";
import { HiddenShortcodes } from "../template-tags/hidden-shortcodes.ts";
import { readZolaConfig, readZolaSettings, type ZolaConfig } from "./zola/zola-config.ts";
import { ZolaPlans } from "./zola/zola-plans.ts";
import { zolaShortcodes } from "./zola/zola-shortcodes.ts";

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
  const settings = readZolaSettings(config.values, url);
  const plans = new ZolaPlans(folder, config, url.base, settings);
  const hidden = new HiddenShortcodes(zolaShortcodes(folder, config));
  const authors = new NamedAuthors(folder, config.root);
  return {
    settings,
    base: url.base,
    notes: notesOf(config),
    plan: (file) => plans.plan(file),
    namesOfAuthors: (frontMatter) => authors.namesOf(frontMatter),
    publicText: (body, note) => hidden.removeFrom(body, note),
  };
}

function notesOf({ values }: ZolaConfig): string[] {
  const unreadable = textIn(values["unreadable"]);
  return unreadable === undefined ? [] : [`Cannot read ${unreadable}: Zola's defaults were assumed`];
}
