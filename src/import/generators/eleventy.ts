import { folderOf } from "../../base/file-path.ts";
import { tableOf } from "../../base/table-values.ts";
import { type ConfigFile, findConfig } from "../configuration/find-config.ts";
import { findPackage } from "../configuration/find-package.ts";
import { NamedAuthors } from "../configuration/named-authors.ts";
import { readScript } from "../configuration/script-module.ts";
import { sourceAliases } from "../configuration/source-aliases.ts";
import { languageOfTemplates, localeIn } from "../configuration/stated-language.ts";
import { NoteList } from "../site-rules/note-list.ts";
import type { Generator, NoteOfText, OldSite, SiteFile, SiteFolder } from "../site-rules/old-site.ts";
import { isIn } from "../site-rules/site-path.ts";
import { templateFeedFilters } from "../template-tags/feed-filters.ts";
import { feedTemplateLimit } from "../template-tags/feed-limit.ts";
import { templateFeeds } from "../template-tags/template-feeds.ts";
import { readEleventyConfig } from "./eleventy/eleventy-config.ts";
import { excerptSeparator, withMoreMark } from "./eleventy/eleventy-excerpts.ts";
import { collectionFilters } from "./eleventy/eleventy-feed-filters.ts";
import { eleventyIds } from "./eleventy/eleventy-ids.ts";
import { EleventyPlans } from "./eleventy/eleventy-plans.ts";
import { readEleventySettings } from "./eleventy/eleventy-settings.ts";
import { pageValues, siteData, templateRule } from "./eleventy/eleventy-values.ts";
import { feedData, withFeedData } from "./eleventy/feed-data.ts";
import { inheritedData } from "./eleventy/inherited-data.ts";
import { noteShortcodes, ownShortcodes } from "./eleventy/own-shortcodes.ts";
import { hasBreaks } from "./markdown-breaks.ts";

/** Eleventy 0.11 to 3: Markdown and HTML templates, with the data of their folders. */
export const eleventy: Generator = {
  name: "Eleventy",
  open(folder) {
    const file =
      findConfig(folder.paths, /(?:^|\/)(?:\.eleventy|eleventy\.config)\.[cm]?[jt]s$/) ??
      findPackage(folder, "@11ty/eleventy", "eleventy.config.js");
    return file && openSite(folder, file);
  },
};

function isLayout(path: string): boolean {
  const isInLayouts = folderOf(path)
    .split("/")
    .some((name) => /^_?(?:includes|layouts)$/.test(name));
  return isInLayouts && /\.(?:njk|liquid|html|hbs|ejs|webc|vto)$/.test(path);
}

function openSite(folder: SiteFolder, file: ConfigFile): OldSite {
  const config = readEleventyConfig(folder, file);
  const { feeds, hasLinkPrefix, input, limit, prefix } = config;
  const script = readScript(folder, file.path);
  const languageOf = templateRule(script);
  const separator = excerptSeparator(script);
  const shortcodes = ownShortcodes(folder, file.root);
  const ofSite = siteData(folder, config.data, file.root);
  const inherited = inheritedData(folder, config, ofSite);
  const notes = new NoteList();
  if (!config.isReadable) notes.add(`Cannot read ${file.path}: its defaults were assumed`);
  if (config.hasUnreadIgnores)
    notes.add(`Cannot read all globs of ignores.add() in ${file.path}: delete the copies of the texts that the others exclude`);
  const plans = new EleventyPlans(file.root, config, { inherited, ofSite }, notes);
  const isTemplate = (path: string) => isIn(file.root, path) && isLayout(path);
  const language = localeIn(...(script?.calls("addPlugin") ?? []).map(([, options]) => options)) ?? languageOfTemplates(folder, isTemplate);
  const ofFeed = feedData(folder, input);
  const settings = readEleventySettings(config, ofSite, ofFeed, language);
  const ids = eleventyIds(folder, { inherited, input, ofSite: withFeedData(ofSite, ofFeed), prefix, url: settings.url });
  const authors = new NamedAuthors(
    folder,
    file.root,
    [],
    Object.values(ofSite).map((table) => tableOf(tableOf(table)["authors"])),
  );
  const dataOf = (text: SiteFile) => ({ ...ofSite, ...inherited(text).data, ...text.frontMatter });
  const isOwn = (path: string) => isIn(input, path);
  const ofCollections = collectionFilters(folder, file.path, config.feedCollections);
  const ofTemplates = templateFeedFilters(folder, isOwn, (text) => {
    const page = pageValues(text, input, undefined);
    return { values: ofSite, post: { ...page, page, data: dataOf(text) } };
  });
  return {
    settings: { ...settings, timezone: "UTC", limit: limit ?? feedTemplateLimit(folder, isOwn) },
    base: prefix,
    lists: [...feeds, ...templateFeeds(folder, input, prefix)],
    get notes() {
      return [...notes.sentences, ...(ids.note === undefined ? [] : [ids.note])];
    },
    readsJsYaml: true,
    ...((separator !== undefined || shortcodes.size > 0) && {
      publicText(body: string, note?: NoteOfText) {
        noteShortcodes(body, shortcodes, note);
        return separator === undefined ? body : withMoreMark(body, separator);
      },
    }),
    idOf: ids.idOf,
    outOfFeedBy: (text) => ofCollections(text, dataOf(text)) ?? ofTemplates(text),
    plan: (text) => plans.plan(text),
    publishesUnderscores: true,
    markdown: { breaks: hasBreaks(undefined, script) ? "markdown-it (breaks: true)" : undefined },
    futureSetting: "Eleventy publishes posts of any date",
    mayCompareDates: true,
    pageFiles: [{ folder: input, name: /^(?!(?:.*\/)?_?components\/)(.+)\.(?:webc|11ty\.[cm]?[jt]s)$/ }],
    namesOfAuthors: (frontMatter) => authors.namesOf(frontMatter),
    pathsOf: sourceAliases(folder, file.root),
    ...(hasLinkPrefix && prefix !== "" && { linkBase: `${prefix}/` }),
    runsTagsInCode: true,
    templateLanguage: (text) => languageOf(text) ?? "liquid",
    templateValues: (text, url) =>
      languageOf(text) !== undefined
        ? {
            ...{ ...dataOf(text), pathPrefix: prefix },
            page: pageValues(text, input, url?.slice(prefix.length)),
          }
        : undefined,
  };
}
