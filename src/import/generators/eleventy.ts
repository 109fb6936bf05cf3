import { tableOf, textIn } from "../../base/table-values.ts";
import type { FrontMatterValue } from "../../content/front-matter/front-matter-table.ts";
import { dateOfPath } from "../../content/metadata/date-of-path.ts";
import { findConfig } from "../configuration/find-config.ts";
import { findPackage } from "../configuration/find-package.ts";
import { readScript } from "../configuration/script-module.ts";
import { describeAddressFault } from "../site-rules/address-fault.ts";
import { isMarkdown, isOfRepository } from "../site-rules/content-file.ts";
import { instantOf, isDated, writtenDate } from "../site-rules/front-matter-date.ts";
import { NoteList } from "../site-rules/note-list.ts";
import type { ArticlePlan, Generator, Plan, SiteFile } from "../site-rules/old-site.ts";
import { planMedia } from "../site-rules/plan-media.ts";
import { readableAddress } from "../site-rules/readable-address.ts";
import { isIn, pathIn } from "../site-rules/site-path.ts";
import { type Data, directoryData, globalData, merged, tagsOf, withComputedPermalink } from "./eleventy/directory-data.ts";
import { defaultAddress, fillData, permalinkAddress, permalinkPattern } from "./eleventy/eleventy-address.ts";
import { type EleventyConfig, readEleventyConfig } from "./eleventy/eleventy-config.ts";
import { readEleventySettings } from "./eleventy/eleventy-settings.ts";
import { pageValues, siteData, templateRule } from "./eleventy/eleventy-values.ts";

/** Eleventy 0.11 to 3: Markdown and HTML templates, with the data of their folders. */
export const eleventy: Generator = {
  name: "Eleventy",
  open(folder) {
    const file =
      findConfig(folder.paths, /(?:^|\/)(?:\.eleventy|eleventy\.config)\.[cm]?[jt]s$/) ??
      findPackage(folder, "@11ty/eleventy", "eleventy.config.js");
    if (file === undefined) return undefined;
    const config = readEleventyConfig(folder, file);
    const dataOf = directoryData(folder, config.input, globalData(folder, config.data));
    const languageOf = templateRule(readScript(folder, file.path));
    const values = siteData(folder, config.data, file.root);
    const dataOfArticle = ({ frontMatter, path }: SiteFile): Data => {
      const data = withComputedPermalink(merged(dataOf(path), frontMatter));
      const { permalink } = data;
      return typeof permalink === "string" ? { ...data, permalink: fillData(permalink, { ...values, ...data }) } : data;
    };
    const notes = new NoteList();
    if (!config.isReadable) notes.add(`Cannot read ${file.path}: its defaults were assumed`);
    const mediaFolders = [...config.copied, { from: config.input, to: "" }];
    return {
      settings: { ...readEleventySettings(folder, config), timezone: "UTC", limit: config.limit },
      base: config.prefix,
      ...(config.hasLinkPrefix && config.prefix !== "" && { linkBase: `${config.prefix}/` }),
      get notes() {
        return notes.sentences;
      },
      plan(siteFile) {
        const { path } = siteFile;
        if (!isIn(file.root, path) || config.excluded.some((excluded) => isIn(excluded, path))) return undefined;
        const isText = isIn(config.input, path) && !isOfRepository(path) && pathIn(config.input, path).split("/").every(isContentName);
        const isTemplate = isText && /\.(?:njk|liquid|hbs|mustache|ejs|haml|pug)$/.test(path);
        const isArticle = isText && (isMarkdown(path) || (/\.html$/.test(path) && Object.keys(siteFile.frontMatter).length > 0));
        if (isArticle && config.isIgnored(path))
          return { kind: "left out", what: "texts that .eleventyignore, .gitignore and the configuration ignore" };
        if (isTemplate) return config.isIgnored(path) ? undefined : planTemplate(path, dataOf, config);
        if (!isArticle) return planMedia(path, mediaFolders);
        const data = dataOfArticle(siteFile);
        const plan = planText(siteFile, config, data, dataOf(path));
        if (plan.kind !== "post" || !hasTimeOfFile(siteFile, data)) return plan;
        notes.count(
          "The date is the time of the file, which copies do not have, so it became a page; write the day, and remove feed: false",
          path,
        );
        return { ...plan, kind: "page" };
      },
      runsTagsInCode: true,
      templateLanguage: (text) => languageOf(text) ?? "liquid",
      templateValues: (text, url) =>
        languageOf(text) !== undefined
          ? {
              ...{ ...values, ...dataOf(text.path), ...text.frontMatter, pathPrefix: config.prefix },
              page: pageValues(text, config.input, url?.slice(config.prefix.length)),
            }
          : undefined,
    };
  },
};

function isContentName(name: string): boolean {
  return !name.startsWith(".") && name !== "node_modules";
}

// A post in another template language would be missing without a word.
function planTemplate(path: string, dataOf: (path: string) => Data, { feedTags, posts }: EleventyConfig): Plan | undefined {
  return tagsOf(dataOf(path)).some((tag) => feedTags.has(tag)) || posts.some((glob) => glob.test(path)) || dateOfPath(path) !== undefined
    ? { kind: "left out", what: "posts in Nunjucks, Liquid and the like" }
    : undefined;
}

function planText(file: SiteFile, config: EleventyConfig, data: Data, inherited: Data): Plan {
  const target = pathIn(config.input, file.path);
  const isHidden = data["permalink"] === false || data["permalink"] === "false";
  if (isHidden && !/^true$/i.test(String(data["draft"])))
    return { kind: "left out", what: "texts with permalink: false, which Eleventy does not publish" };
  const address = isHidden ? undefined : addressOf(file, target, data, config);
  const keys = inheritedKeys(inherited, config);
  const kind = isPost(file, data, config) ? "post" : "page";
  return { kind, target, ...address, ...(Object.keys(keys).length > 0 && { keys }) };
}

function isPost(file: SiteFile, data: Data, { feedTags, posts }: EleventyConfig): boolean {
  if (/^true$/i.test(String(data["eleventyExcludeFromCollections"]))) return false;
  return tagsOf(data).some((tag) => feedTags.has(tag)) || posts.some((glob) => glob.test(file.path)) || isDated(file);
}

// www.11ty.dev/docs/dates: `date: Last Modified`, also as data of the folder.
function hasTimeOfFile({ path }: SiteFile, data: Data): boolean {
  return (
    typeof data["date"] === "string" && /^(?:git )?(?:last modified|created)$/i.test(data["date"].trim()) && dateOfPath(path) === undefined
  );
}

function addressOf(
  { frontMatter, path: source }: SiteFile,
  path: string,
  data: Data,
  { hasOwnSlugs, prefix }: EleventyConfig,
): Pick<ArticlePlan, "address" | "addressFault"> {
  const { permalink } = data;
  const slug = textIn(frontMatter["slug"]);
  const date = instantOf(writtenDate(frontMatter) ?? dateOfPath(source));
  const own = typeof permalink === "string" ? permalink : tableOf(permalink)["build"];
  // In YAML, `null`, `~` and nothing are not permalinks.
  if (!("permalink" in data) || /^(?:null|~)?$/i.test(String(permalink)))
    return { address: readableAddress(prefix + defaultAddress(path), `${prefix}/:sections/:filename/`, { target: path, frontMatter }) };
  const address =
    typeof own === "string"
      ? permalinkAddress(own, { path, slug, date, hasOwnSlugs, title: textIn(frontMatter["title"]) ?? "" })
      : undefined;
  if (typeof own !== "string") return { addressFault: "Cannot compute permalink, which is a function" };
  if (address === undefined) return { addressFault: describeAddressFault("permalink", own) };
  const pattern = permalinkPattern(own);
  return { address: readableAddress(prefix + address, pattern && prefix + pattern, { target: path, frontMatter }) };
}

const inheritable = ["author", "authors", "language", "lang", "draft", "date", "eleventyExcludeFromCollections", "image"];

// The front matter that a folder gives to its articles. Tags of collections, such as posts, are not topics.
function inheritedKeys(data: Data, { feedTags }: EleventyConfig): Record<string, FrontMatterValue> {
  const tags = tagsOf(data).filter((tag) => !feedTags.has(tag));
  const keys = inheritable.flatMap((key): [string, FrontMatterValue][] => {
    const value = data[key];
    return typeof value === "string" || typeof value === "boolean" ? [[key, String(value)]] : [];
  });
  return { ...Object.fromEntries(keys), ...(tags.length > 0 && { tags }) };
}
