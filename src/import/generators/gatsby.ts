import { tableOf, textIn } from "../../base/table-values.ts";
import { type ConfigFile, findConfig } from "../configuration/find-config.ts";
import { NamedAuthors } from "../configuration/named-authors.ts";
import { readOldSettings } from "../configuration/old-settings.ts";
import { readScript } from "../configuration/script-module.ts";
import { sourceAliases } from "../configuration/source-aliases.ts";
import { isMdx, mdxTemplates } from "../site-rules/mdx-templates.ts";
import { NoteList } from "../site-rules/note-list.ts";
import type { Generator, OldSite, SiteFolder } from "../site-rules/old-site.ts";
import { addressPath, joinPath } from "../site-rules/site-path.ts";
import { GatsbyAddresses } from "./gatsby/gatsby-address.ts";
import { GatsbyFilters } from "./gatsby/gatsby-filters.ts";
import { GatsbyIds } from "./gatsby/gatsby-ids.ts";
import { GatsbyPlans } from "./gatsby/gatsby-plans.ts";
import { findGatsbyPrefix } from "./gatsby/gatsby-prefix.ts";
import { findGatsbyRoute } from "./gatsby/gatsby-routes.ts";
import { pluginsOf } from "./gatsby/gatsby-sources.ts";

/** Gatsby 2 to 5: the Markdown of gatsby-source-filesystem, and of `src/pages`. */
export const gatsby: Generator = {
  name: "Gatsby",
  open(folder) {
    const config = findConfig(folder.paths, /(?:^|\/)gatsby-config\.[cm]?[jt]s$/);
    return config && openSite(folder, config);
  },
};

function openSite(folder: SiteFolder, { path, root }: ConfigFile): OldSite {
  const script = readScript(folder, path);
  const options = tableOf(script?.exported);
  const metadata = tableOf(options["siteMetadata"]);
  const plugins = pluginsOf(options, script?.constant("plugins"));
  const sources = plugins.flatMap((plugin) => textIn(tableOf(plugin["options"])["name"]) ?? []);
  const route = findGatsbyRoute(folder, root, sources);
  const { note, prefix } = findGatsbyPrefix(folder, root, options["pathPrefix"], textIn(metadata["siteUrl"]));
  const addresses = new GatsbyAddresses(options, prefix, route);
  const counted = new NoteList();
  const ids = new GatsbyIds(folder, { path, root, plugins, metadata, route });
  const plans = new GatsbyPlans(folder, root, plugins, { addresses, filters: new GatsbyFilters(folder, root), ids }, counted);
  const notes = [
    ...(script === undefined ? [`Cannot read ${path}: its defaults were assumed`] : []),
    ...(route === undefined
      ? ["Cannot find the rule of the addresses in gatsby-node.js: they are unknown; write permalink into the settings"]
      : []),
    ...(note === undefined ? [] : [note]),
    ...ids.notes,
  ];
  const authors = new NamedAuthors(folder, root);
  return {
    settings: readOldSettings(options["siteMetadata"]),
    get notes() {
      return [...notes, ...counted.sentences];
    },
    plan: (file) => plans.plan(file),
    pageFiles: [{ folder: joinPath(root, "src/pages"), name: /^(.+)\.[jt]sx?$/ }],
    namesOfAuthors: (frontMatter) => authors.namesOf(frontMatter),
    hasAnySchema: true,
    readsJsYaml: true,
    ...mdxTemplates(isMdx),
    pathsOf: sourceAliases(folder, root),
    ...(prefix !== "" && { linkBase: addressPath(prefix, "/") }),
  };
}
