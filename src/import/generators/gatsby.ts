import { type Table, tableOf, textIn, textsIn } from "../../base/table-values.ts";
import { configReadings, notesOfPatterns } from "../configuration/config-readings.ts";
import { type ConfigFile, findConfig } from "../configuration/find-config.ts";
import { NamedAuthors } from "../configuration/named-authors.ts";
import { readScript } from "../configuration/script-module.ts";
import { sourceAliases } from "../configuration/source-aliases.ts";
import { settingsWithFeeds } from "../feed-code/feed-settings.ts";
import { isMdx, mdxTemplates } from "../site-rules/mdx-templates.ts";
import { NoteList } from "../site-rules/note-list.ts";
import type { Generator, OldSite, SiteFolder } from "../site-rules/old-site.ts";
import { addressPath, joinPath } from "../site-rules/site-path.ts";
import { GatsbyAddresses } from "./gatsby/gatsby-address.ts";
import { readGatsbyCode } from "./gatsby/gatsby-code.ts";
import { gatsbyFeedFilters, gatsbyFeedSettings } from "./gatsby/gatsby-feeds.ts";
import { GatsbyFilters } from "./gatsby/gatsby-filters.ts";
import { GatsbyIds } from "./gatsby/gatsby-ids.ts";
import { gatsbyLanguage } from "./gatsby/gatsby-language.ts";
import { gatsbyLists } from "./gatsby/gatsby-lists.ts";
import { GatsbyPaths } from "./gatsby/gatsby-paths.ts";
import { GatsbyPlans } from "./gatsby/gatsby-plans.ts";
import { findGatsbyPrefix } from "./gatsby/gatsby-prefix.ts";
import { findFilePathRule, findGatsbyRoute } from "./gatsby/gatsby-routes.ts";
import { ignoredBy, pluginsOf, routeOfTheme, themeOf } from "./gatsby/gatsby-sources.ts";
import { breaksOfRemark } from "./markdown-breaks.ts";

/** Gatsby 2 to 5: the Markdown of gatsby-source-filesystem, and of `src/pages`. */
export const gatsby: Generator = {
  name: "Gatsby",
  open(folder) {
    const config = findConfig(folder.paths, /(?:^|\/)gatsby-config\.[cm]?[jt]s$/);
    return config && openSite(folder, config);
  },
};

function unknownRoute(theme: string | undefined): string {
  return theme === undefined
    ? "Cannot find the rule of the addresses in gatsby-node.js: they are unknown; write permalink into the settings"
    : `The theme ${theme} makes the addresses: those of texts without a slug that begins with / are unknown; write permalink into the settings`;
}

function openSite(folder: SiteFolder, { path, root }: ConfigFile): OldSite {
  const script = readScript(folder, path);
  const readings = configReadings(script);
  const [options] = readings;
  const metadata = tableOf(options["siteMetadata"]);
  const { note, prefix } = findGatsbyPrefix(folder, root, options["pathPrefix"], textIn(metadata["siteUrl"]));
  const plugins = pluginsOf(options, script?.constant("plugins"));
  const pluginsIn = (each: Table) => pluginsOf(each, script?.constant("plugins"));
  const ignoredIn = (each: Table) => ignoredBy(pluginsIn(each));
  const theme = themeOf(plugins);
  const sources = plugins.flatMap((plugin) => textIn(tableOf(plugin["options"])["name"]) ?? []);
  const code = readGatsbyCode(folder, root);
  const files = findFilePathRule(code, sources);
  const ownRoute = findGatsbyRoute(folder, root, code, files);
  const rules = { route: ownRoute ?? routeOfTheme(plugins), files, paths: new GatsbyPaths(code) };
  const addresses = new GatsbyAddresses(options, prefix, rules);
  const counted = new NoteList();
  const ids = new GatsbyIds(folder, { code, path, plugins, metadata, rules });
  const plans = new GatsbyPlans(
    folder,
    root,
    { plugins, ignored: textsIn(readings.flatMap(ignoredIn)) },
    { addresses, filters: new GatsbyFilters(folder, root), ids },
    counted,
  );
  const notes = [
    ...(script === undefined ? [`Cannot read ${path}: its defaults were assumed`] : []),
    ...(note === undefined ? [] : [note]),
    ...notesOfPatterns(readings, `ignore in ${path}`, ignoredIn),
  ];
  const ofFeeds = gatsbyFeedSettings(plugins);
  const ofFeed = gatsbyFeedFilters(folder, path, rules.paths.nodes);
  const authors = new NamedAuthors(folder, root);
  return {
    settings: {
      ...settingsWithFeeds(ofFeeds.feeds, [metadata, { language: gatsbyLanguage(folder, root, plugins) }]),
      limit: ofFeeds.limit,
    },
    get notes() {
      const isUnknown = ownRoute === undefined && (rules.route !== undefined || addresses.hasUnknown);
      return [...(isUnknown ? [unknownRoute(theme)] : []), ...notes, ...ids.notes, ...counted.sentences];
    },
    lists: gatsbyLists(plugins, prefix),
    plan: (file) => plans.plan(file),
    outOfFeedBy(file) {
      const place = plans.placeOf(file);
      return place && ofFeed(file, place);
    },
    publishesUnderscores: true,
    markdown: { breaks: breaksOfRemark(folder) },
    futureSetting: "Gatsby publishes posts of any date",
    mayCompareDates: true,
    pageFiles: [{ folder: joinPath(root, "src/pages"), name: /^(.+)\.[jt]sx?$/ }],
    namesOfAuthors: (frontMatter) => authors.namesOf(frontMatter),
    hasAnySchema: true,
    readsJsYaml: true,
    ...mdxTemplates(isMdx),
    pathsOf: sourceAliases(folder, root),
    ...(prefix !== "" && { linkBase: addressPath(prefix, "/") }),
  };
}
