import { tableOf, textIn } from "../../base/table-values.ts";
import { type ConfigFile, findConfig } from "../configuration/find-config.ts";
import { dependsOn, findPackage } from "../configuration/find-package.ts";
import { NamedAuthors } from "../configuration/named-authors.ts";
import { readScript } from "../configuration/script-module.ts";
import { sourceAliases } from "../configuration/source-aliases.ts";
import { codeIds } from "../feed-code/code-ids.ts";
import { codeFeedFilters } from "../feed-code/feed-filters.ts";
import { siteConstants } from "../feed-code/site-constants.ts";
import { isFeedTemplate } from "../site-rules/feed-id-keys.ts";
import { NoteList } from "../site-rules/note-list.ts";
import type { Generator, OldSite, SiteFolder } from "../site-rules/old-site.ts";
import { isIn, joinPath } from "../site-rules/site-path.ts";
import { breaksOfRemark } from "./markdown-breaks.ts";
import { svelteKitLists } from "./sveltekit/sveltekit-lists.ts";
import { SvelteKitPlaces } from "./sveltekit/sveltekit-places.ts";
import { SvelteKitPlans } from "./sveltekit/sveltekit-plans.ts";
import { readSvelteKitSettings } from "./sveltekit/sveltekit-settings.ts";

/** SvelteKit: Markdown that is a page (mdsvex), and texts that the code of pages reads. */
export const sveltekit: Generator = {
  name: "SvelteKit",
  open(folder) {
    const config =
      findConfig(folder.paths, /(?:^|\/)svelte\.config\.[cm]?[jt]s$/) ?? findPackage(folder, "@sveltejs/kit", "svelte.config.js");
    return config && isOfKit(folder, config) ? openSite(folder, config) : undefined;
  },
};

// Svelte without the kit has the same configuration.
function isOfKit(folder: SiteFolder, { root }: ConfigFile): boolean {
  const routes = joinPath(root, "src/routes");
  const isRoute = (path: string) => isIn(routes, path) && /(?:^|\/)(?:\+(?:page|layout)\b[^/]*|__layout\.svelte)$/.test(path);
  return dependsOn(folder, joinPath(root, "package.json"), "@sveltejs/kit") || folder.paths.some(isRoute);
}

function openSite(folder: SiteFolder, { path, root }: ConfigFile): OldSite {
  const script = readScript(folder, path);
  const kit = tableOf(tableOf(script?.exported)["kit"]);
  const base = (textIn(tableOf(kit["paths"])["base"]) ?? "").replace(/(?<!\/)\/+$/, "");
  const places = new SvelteKitPlaces(folder, root, kit);
  const notes = new NoteList();
  const plans = new SvelteKitPlans(places, { base, hasSlash: places.hasSlash }, notes);
  const quiet = { paths: folder.paths, read: (name: string) => folder.read(name) }; // they may have another purpose
  const scripts = folder.paths.filter((each) => isIn(places.routes, each) && /\.[cm]?[jt]s$/.test(each) && isFeedTemplate(each));
  const ids = codeIds(quiet, { scripts, tables: siteConstants(quiet, root), base });
  const authors = new NamedAuthors(folder, root);
  const isUnread = script === undefined && folder.read(path) !== undefined;
  return {
    settings: readSvelteKitSettings(quiet, root, places.routes, kit),
    base,
    lists: svelteKitLists(folder, places.routes, places.assets, base),
    get notes() {
      return [
        ...(isUnread ? [`Cannot read ${path}: its defaults were assumed`] : []),
        ...(ids.note === undefined ? [] : [ids.note]),
        ...notes.sentences,
      ];
    },
    idOf: ids.idOf,
    plan: (file) => plans.plan(file),
    outOfFeedBy: codeFeedFilters(quiet, scripts),
    markdown: { breaks: breaksOfRemark(folder) },
    futureSetting: "SvelteKit publishes posts of any date",
    mayCompareDates: true,
    pageFiles: [{ folder: places.routes, name: /^(.+)\.svelte$/ }],
    namesOfAuthors: (frontMatter) => authors.namesOf(frontMatter),
    hasAnySchema: true,
    mayReadNames: true,
    readsJsYaml: true,
    pathsOf: sourceAliases(folder, root),
  };
}
