import { type Table, tableOf, textIn } from "../../base/table-values.ts";
import { configReadings } from "../configuration/config-readings.ts";
import { readDataFile } from "../configuration/data-file.ts";
import { type ConfigFile, findConfig } from "../configuration/find-config.ts";
import { readOldSettings } from "../configuration/old-settings.ts";
import { readScript } from "../configuration/script-module.ts";
import { authorOfHead } from "../configuration/site-author.ts";
import { sourceAliases } from "../configuration/source-aliases.ts";
import { statedRedirects } from "../old-pages/stated-redirects.ts";
import { isMarkdown } from "../site-rules/content-file.ts";
import { mdxTemplates } from "../site-rules/mdx-templates.ts";
import type { Generator, OldSettings, OldSite, SiteFolder } from "../site-rules/old-site.ts";
import { addressPath, joinPath } from "../site-rules/site-path.ts";
import { type Blog, blogsOf } from "./docusaurus/docusaurus-blogs.ts";
import { DocusaurusDocs } from "./docusaurus/docusaurus-docs.ts";
import { docusaurusLists } from "./docusaurus/docusaurus-lists.ts";
import { pageFoldersOf } from "./docusaurus/docusaurus-pages.ts";
import { DocusaurusPlans, endedAddress } from "./docusaurus/docusaurus-plans.ts";
import { clientRedirects, notesOfSelections } from "./docusaurus/docusaurus-plugins.ts";

/** Docusaurus 2 and 3: the blogs, and the Markdown pages of `src/pages`. Documentation is left out. */
export const docusaurus: Generator = {
  name: "Docusaurus",
  open(folder) {
    const config = findConfig(folder.paths, /(?:^|\/)docusaurus\.config\.[cm]?[jt]s$/);
    return config && openSite(folder, config);
  },
};

function openSite(folder: SiteFolder, { path, root }: ConfigFile): OldSite {
  const readings = configReadings(readScript(folder, path));
  const [options] = readings;
  const isReadable = Object.keys(options).length > 0;
  const blogs = blogsOf(readings, root, isReadable);
  const base = textIn(options["baseUrl"]) ?? "/";
  const pages = pageFoldersOf(readings, root);
  const plans = new DocusaurusPlans(folder, root, options, blogs, pages);
  const docs = new DocusaurusDocs(folder, root, options, (address) => endedAddress(address, options["trailingSlash"]));
  const stated = statedRedirects(clientRedirects(options, base), path);
  const aliases = sourceAliases(folder, root);
  const nameIn = (authors: string, key: string) => textIn(tableOf(tableOf(readDataFile(folder, authors))[key])["name"]);
  return {
    settings: readSettings(options, blogs[0]),
    lists: docusaurusLists(blogs, base),
    redirects: stated.redirects,
    notes: isReadable ? [...notesOfSelections(readings, path), ...stated.notes] : [`Cannot read ${path}: its defaults were assumed`],
    readsJsYaml: true,
    plan: (file) => plans.plan(file),
    futureSetting: "Docusaurus publishes posts of any date",
    pageFiles: pages.map((each) => ({ folder: each.folder, name: /^(.+)\.[jt]sx?$/ })),
    ...mdxTemplates(isMarkdown),
    ...(base !== "/" && { linkBase: addressPath(base, "/") }),
    pathsOf: (reference) => [
      ...(reference.startsWith("@site/") ? [joinPath(root, reference.slice("@site/".length))] : []),
      ...aliases(reference),
    ],
    leftOutAddress: (file) => docs.addressOf(file),
    authorNamed: (key) => blogs.map(({ authors }) => nameIn(authors, key)).find((name) => name !== undefined),
  };
}

// Documentation is left out, so the site is what its first blog was: what the feed states comes first.
function readSettings(options: Table, blog: Blog | undefined): OldSettings {
  const language = tableOf(options["i18n"])["defaultLocale"] ?? "en";
  const author = tableOf(options["customFields"])["author"] ?? authorOfHead(tableOf(options["themeConfig"])["metadata"]);
  const { description, feed = {}, limit } = blog ?? {};
  const { copyright, description: ofFeed, language: languageOfFeed, title } = feed;
  const tables = [
    { title, description: ofFeed, language: languageOfFeed },
    { ...options, description: options["tagline"], language, author },
    { description },
  ];
  return { ...readOldSettings(...tables), limit, copyright: textIn(copyright) };
}
