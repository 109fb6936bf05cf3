import { baseName, withoutExtension } from "../../../base/file-path.ts";
import { tableOf, textIn } from "../../../base/table-values.ts";
import type { FrontMatterValue } from "../../../content/front-matter/front-matter-table.ts";
import { metadataKeys } from "../../../content/front-matter/keys/metadata-keys.ts";
import { dateOfPath } from "../../../content/metadata/date-of-path.ts";
import { describeAddressFault } from "../../site-rules/address-fault.ts";
import { codePages, isAboutRepository, isListName, isMarkdown, listPages } from "../../site-rules/content-file.ts";
import { isErrorPage } from "../../site-rules/error-page.ts";
import { instantOf, isDated, writtenDate } from "../../site-rules/front-matter-date.ts";
import type { NoteList } from "../../site-rules/note-list.ts";
import type { ArticlePlan, Plan, SiteFile } from "../../site-rules/old-site.ts";
import { type PublicFolder, planMedia } from "../../site-rules/plan-media.ts";
import { readableAddress } from "../../site-rules/readable-address.ts";
import { isIn, pathIn } from "../../site-rules/site-path.ts";
import { type Data, merged, tagsOf, withComputedPermalink } from "./directory-data.ts";
import { defaultAddress, fillData, permalinkAddress, permalinkPattern } from "./eleventy-address.ts";
import type { EleventyConfig } from "./eleventy-config.ts";
import { pageValues } from "./eleventy-values.ts";
import type { InheritedData } from "./inherited-data.ts";

/** The data that texts inherit (www.11ty.dev/docs/data-cascade). */
export interface EleventyData {
  /** Returns the data that a text inherits from the site, its layouts and its folders. */
  readonly inherited: (file: SiteFile) => InheritedData;
  /** The data of the site. */
  readonly ofSite: Data;
}

/** Plans the files of an Eleventy site. */
export class EleventyPlans {
  readonly #root: string;
  readonly #config: EleventyConfig;
  readonly #data: EleventyData;
  readonly #notes: NoteList;
  readonly #media: readonly PublicFolder[];

  /** @param root the folder of the configuration */
  constructor(root: string, config: EleventyConfig, data: EleventyData, notes: NoteList) {
    this.#root = root;
    this.#config = config;
    this.#data = data;
    this.#notes = notes;
    this.#media = [...config.copied, { from: config.input, to: "" }];
  }

  /** Returns the planned action for a file; undefined if it is not content. */
  plan(file: SiteFile): Plan | undefined {
    const { path } = file;
    const { excluded, input, isIgnored } = this.#config;
    if (!isIn(this.#root, path) || excluded.some((folder) => isIn(folder, path))) return undefined;
    const isText = isIn(input, path) && !isAboutRepository(file, this.#root, input) && pathIn(input, path).split("/").every(isContentName);
    const isTemplate = isText && template.test(path);
    const isArticle = isText && (isMarkdown(path) || (/\.html$/.test(path) && Object.keys(file.frontMatter).length > 0));
    if (isTemplate) return isIgnored(path) ? undefined : this.#planTemplate(file);
    if (!isArticle) return planMedia(path, this.#media);
    if (isIgnored(path)) return { kind: "left out", what: "texts that .eleventyignore, .gitignore and the configuration ignore" };
    return this.#planText(file);
  }

  // A text that needs no tags of its template language is HTML. Others would be missing without a word.
  #planTemplate(file: SiteFile): Plan | undefined {
    const data = this.#dataOf(file);
    if (!isPage(data)) return undefined;
    if (isWithoutTags(file) || isHidden(data)) return this.#planText(file);
    const isList = isListPage(file, pathIn(this.#config.input, file.path));
    const isOutside = data["eleventyExcludeFromCollections"] === true || data["eleventyExcludeFromCollections"] === "true"; // as lists of an author
    const isPost =
      !isOutside && (this.#isInFeed(file.path, data) || (isDated(file) && !isList && isAmongPosts(pathIn(this.#root, file.path))));
    if (isPost) return { kind: "left out", what: "posts in Nunjucks, Liquid and the like" };
    if (isErrorPage(file.path, { kind: "page", target: "" })) return { kind: "left out", what: "error pages" };
    return { kind: "left out", what: isList ? listPages : codePages };
  }

  #planText(file: SiteFile): Plan {
    const data = this.#dataOf(file);
    if (isHidden(data) && !/^true$/i.test(String(data["draft"])))
      return { kind: "left out", what: "texts with permalink: false, which Eleventy does not publish" };
    const target = pathIn(this.#config.input, file.path).replace(template, ".html");
    const inherited = this.#data.inherited(file);
    const keys = inheritedKeys(inherited.data, this.#config);
    const hiddenBy = this.#config.hiddenBy(file.path, { ...data, page: pageValues(file, this.#config.input, undefined) });
    return {
      kind: this.#kindOf(file, data),
      target,
      ...(isHidden(data) ? {} : addressOf(file, target, { data, unreadLayout: inherited.unreadLayout }, this.#config)),
      ...(Object.keys(keys).length > 0 && { keys }),
      ...correctedTags(file, keys, this.#config),
      ...(hiddenBy && { hiddenBy }),
    };
  }

  #kindOf(file: SiteFile, data: Data): ArticlePlan["kind"] {
    if (/^true$/i.test(String(data["eleventyExcludeFromCollections"]))) return "page";
    if (!this.#isInFeed(file.path, data) && !isDated(file)) return "page";
    if (!hasTimeOfFile(file, data)) return "post";
    this.#notes.count(
      "The date is the time of the file, which copies do not have, so it became a page; write the day, and remove feed: false",
      file.path,
    );
    return "page";
  }

  #isInFeed(path: string, data: Data): boolean {
    const { feedTags, posts } = this.#config;
    return tagsOf(data).some((tag) => feedTags.has(tag)) || posts.some((glob) => glob.test(path));
  }

  #dataOf(file: SiteFile): Data {
    const data = withComputedPermalink(merged(this.#data.inherited(file).data, file.frontMatter));
    const { permalink } = data;
    return typeof permalink === "string" ? { ...data, permalink: fillData(permalink, { ...this.#data.ofSite, ...data }) } : data;
  }
}

const template = /\.(?:njk|liquid|hbs|mustache|ejs|haml|pug)$/;

const folderOfPosts = /^_?(?:posts?|blogs?|articles?|news|notes?|journal|writings?)$/i;

// By a folder or a date in its name. A date in the front matter is not enough: a page has one, too.
function isAmongPosts(path: string): boolean {
  return (
    dateOfPath(path) !== undefined ||
    path
      .split("/")
      .slice(0, -1)
      .some((name) => folderOfPosts.test(name))
  );
}

// By its data, its name, or a loop over a collection.
function isListPage({ body, frontMatter }: SiteFile, own: string): boolean {
  const name = baseName(withoutExtension(own).replace(/\/index$/, ""));
  const tags = body.split("{%").map((tag) => tag.split("%}", 1).join());
  const hasLoop = tags.some((tag) => /^-?\s{0,9}for\s/.test(tag) && tag.includes("collections"));
  return frontMatter["pagination"] !== undefined || isListName(name) || hasLoop;
}

function isHidden({ permalink }: Data): boolean {
  return permalink === false || permalink === "false";
}

// Not a feed, a list for crawlers or a style sheet.
function isPage({ permalink }: Data): boolean {
  return !/\.(?!html?$)[a-z]{2,11}$/i.test(String(permalink).trim());
}

// The values of outputs are filled in, as in Markdown.
function isWithoutTags({ body, frontMatter, path }: SiteFile): boolean {
  return /\.(?:njk|liquid)$/.test(path) && !body.includes("{%") && frontMatter["pagination"] === undefined;
}

function isContentName(name: string): boolean {
  return !name.startsWith(".") && name !== "node_modules";
}

// www.11ty.dev/docs/dates: no date, or `date: Last Modified`, also as data of the folder.
function hasTimeOfFile(file: SiteFile, { date }: Data): boolean {
  if (/^(?:undefined|null|~)?$/i.test(String(date).trim())) return !isDated(file);
  return typeof date === "string" && /^(?:git )?(?:last modified|created)$/i.test(date.trim()) && dateOfPath(file.path) === undefined;
}

function addressOf(
  { frontMatter, path: source }: SiteFile,
  path: string,
  { data, unreadLayout }: InheritedData,
  { hasOwnSlugs, prefix }: EleventyConfig,
): Pick<ArticlePlan, "address" | "addressFault"> {
  const { permalink } = data;
  const slug = textIn(frontMatter["slug"]);
  const date = instantOf(writtenDate(frontMatter) ?? dateOfPath(source));
  const own = typeof permalink === "string" ? permalink : tableOf(permalink)["build"];
  if (!("permalink" in data) && unreadLayout !== undefined)
    return { addressFault: `Cannot find or read the layout ${unreadLayout}, which may have a permalink` };
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

// Without the tags of collections. Eleventy adds the tags of the folder.
function correctedTags({ frontMatter }: SiteFile, inherited: Data, { collectionTags }: EleventyConfig): Pick<ArticlePlan, "corrections"> {
  const own = tagsOf(frontMatter);
  const topics = own.filter((tag) => !collectionTags.has(tag));
  return topics.length === own.length ? {} : { corrections: { tags: [...new Set([...tagsOf(inherited), ...topics])] } };
}

const inheritable = [
  "author",
  "authors",
  "language",
  "lang",
  "draft",
  "date",
  "eleventyExcludeFromCollections",
  "image",
  ...metadataKeys.search,
  "unlisted",
];

// The front matter that a folder gives to its articles. Tags of collections, such as posts, are not topics.
function inheritedKeys(data: Data, { feedTags }: EleventyConfig): Record<string, FrontMatterValue> {
  const tags = tagsOf(data).filter((tag) => !feedTags.has(tag));
  const keys = inheritable.flatMap((key): [string, FrontMatterValue][] => {
    const value = data[key];
    return typeof value === "string" || typeof value === "boolean" ? [[key, String(value)]] : [];
  });
  return { ...Object.fromEntries(keys), ...(tags.length > 0 && { tags }) };
}
