import { tableOf, textIn } from "../../base/table-values.ts";
import { NamedAuthors, nameOfAuthor } from "../configuration/named-authors.ts";
import { languageOfTemplates } from "../configuration/stated-language.ts";
import { JekyllEngine } from "../liquid/jekyll-engine.ts";
import { NoteList } from "../site-rules/note-list.ts";
import type { Generator, OldSite, SiteFolder } from "../site-rules/old-site.ts";
import { isIn, joinPath, resolvePath } from "../site-rules/site-path.ts";
import { templateFeedFilters } from "../template-tags/feed-filters.ts";
import { feedTemplateLimit } from "../template-tags/feed-limit.ts";
import { templateFeeds } from "../template-tags/template-feeds.ts";
import { feedLiterals } from "./jekyll/feed-literals.ts";
import { type JekyllConfig, pluginsOf, readJekyllConfig } from "./jekyll/jekyll-config.ts";
import { JekyllDefaults } from "./jekyll/jekyll-defaults.ts";
import { jekyllIds } from "./jekyll/jekyll-ids.ts";
import { jekyllFeeds } from "./jekyll/jekyll-lists.ts";
import { markdownFiles, markdownOfJekyll } from "./jekyll/jekyll-markdown.ts";
import { notesOfJekyll } from "./jekyll/jekyll-notes.ts";
import { JekyllPlaces } from "./jekyll/jekyll-places.ts";
import { JekyllPlans } from "./jekyll/jekyll-plans.ts";
import { authorsFileOf, authorsIn, readJekyllSettings } from "./jekyll/jekyll-settings.ts";
import { JekyllTemplates } from "./jekyll/jekyll-variables.ts";

/** Jekyll 3 and 4, as the gem and as GitHub Pages. */
export const jekyll: Generator = {
  name: "Jekyll",
  open(folder) {
    const config = readJekyllConfig(folder);
    if (config === undefined) return undefined;
    const places = new JekyllPlaces(config);
    const posts = textIn(config.values["source_dir"]) ?? "source"; // of Hexo, whose configuration has the same name
    const hasPosts = folder.paths.some((path) => {
      const place = places.of(path);
      return /^(?:post|draft|document)$/.test(place?.kind ?? "") && (hasLayouts(folder) || !isIn(posts, place?.path ?? ""));
    });
    return hasPosts || isNamed(config, folder) ? openSite(folder, config, places) : undefined;
  },
};

// The code of the plugins in the site's folder.
function ownPlugins(folder: SiteFolder, source: string): string[] {
  const paths = folder.paths.filter((path) => isIn(joinPath(source, "_plugins"), path) && path.endsWith(".rb"));
  return paths.map((path) => folder.read(path) ?? "");
}

function hasLayouts({ paths }: SiteFolder): boolean {
  return paths.some((path) => /(?:^|\/)_(?:layouts|includes)\//.test(path));
}

// A new site has a theme or a Gemfile, and no posts yet.
function isNamed({ root, values }: JekyllConfig, folder: SiteFolder): boolean {
  const gemfile = folder.read(joinPath(root, "Gemfile")) ?? "";
  return /\bjekyll\b|\bgithub-pages\b/.test(gemfile) || "remote_theme" in values || ("theme" in values && "plugins" in values);
}

function openSite(folder: SiteFolder, config: JekyllConfig, places: JekyllPlaces): OldSite {
  const { source } = config;
  const ofFile = authorsIn(folder, config);
  const plugins = pluginsOf(config, folder);
  const stated = readJekyllSettings(config, plugins, ofFile);
  const literals = stated.title === undefined ? feedLiterals(folder) : {};
  const hasOwnFeed = folder.read(joinPath(config.root, "feed.xml")) !== undefined; // which replaces that of jekyll-feed
  const settings = {
    ...stated,
    title: stated.title ?? literals.title,
    author: stated.author ?? literals.author,
    language: stated.language ?? languageOfTemplates(folder, (path) => isIn(joinPath(source, "_layouts"), path)),
    limit: hasOwnFeed ? (feedTemplateLimit(folder) ?? stated.limit) : (stated.limit ?? feedTemplateLimit(folder)),
    url: stated.url ?? (stated.unusedUrl === undefined ? literals.url : undefined),
  };
  const hasPluginFeed = settings.ids === "jekyll-feed" && !hasOwnFeed;
  const notes = new NoteList();
  for (const note of notesOfJekyll(config, settings)) notes.add(note);
  const rules = { places, defaults: new JekyllDefaults(config) };
  const plans = new JekyllPlans(folder, config, rules, settings, notes);
  const templates = new JekyllTemplates(config, rules, settings, folder);
  const ids = jekyllIds(folder, config, settings, templates);
  const isCopied = authorsFileOf(config, new Set(folder.paths)) !== undefined; // so its keys stay
  const authors = new NamedAuthors(folder, source);
  const templateEngine = new JekyllEngine(folder.read, joinPath(source, textIn(config.values["includes_dir"]) ?? "_includes"));
  return {
    settings,
    base: config.url.base,
    lists: [...(hasPluginFeed ? jekyllFeeds(config.values, config.url.base) : []), ...templateFeeds(folder, source, config.url.base)],
    get notes() {
      return [...notes.sentences, ...(ids.note === undefined ? [] : [ids.note])];
    },
    idOf: ids.idOf,
    outOfFeedBy: hasPluginFeed
      ? undefined
      : templateFeedFilters(
          folder,
          (path) => isIn(source, path),
          (file) => {
            const values = templates.valuesOf(file, undefined);
            return values && { values, post: tableOf(values["page"]) };
          },
        ),
    ...(config.values["future"] === true && { futureSetting: "future: true" }),
    plan: (file) => plans.plan(file),
    namesOfAuthors: (frontMatter) => (isCopied ? {} : authors.namesOf(frontMatter)),
    authorNamed: (key) => nameOfAuthor(ofFile[key]),
    isText: markdownFiles(config.values),
    runsTagsInCode: true,
    markdown: markdownOfJekyll(config.values, plugins, ownPlugins(folder, source)),
    hasAllTemplateNames: config.unreadable === undefined,
    templateValues: (file, address) => templates.valuesOf(file, address),
    ...(config.unreadable === undefined && { templateEngine: (path) => templateEngine.of(path) }),
    picturesOf: (file) => plans.picturesOf(file),
    pathsOf: (reference) => [source, joinPath(source, config.collectionsFolder)].map((root) => resolvePath(root, reference)),
  };
}
