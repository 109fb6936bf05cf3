import { tableOf, textIn } from "../../../base/table-values.ts";
import type { FrontMatterValue } from "../../../content/front-matter/front-matter-table.ts";
import { dateOfPath } from "../../../content/metadata/date-of-path.ts";
import { describeAddressFault } from "../../site-rules/address-fault.ts";
import { isMarkdown, isOfRepository } from "../../site-rules/content-file.ts";
import { instantOf, isDated, writtenDate } from "../../site-rules/front-matter-date.ts";
import type { NoteList } from "../../site-rules/note-list.ts";
import type { ArticlePlan, Plan, SiteFile } from "../../site-rules/old-site.ts";
import { type PublicFolder, planMedia } from "../../site-rules/plan-media.ts";
import { readableAddress } from "../../site-rules/readable-address.ts";
import { isIn, pathIn } from "../../site-rules/site-path.ts";
import { type Data, merged, tagsOf, withComputedPermalink } from "./directory-data.ts";
import { defaultAddress, fillData, permalinkAddress, permalinkPattern } from "./eleventy-address.ts";
import type { EleventyConfig } from "./eleventy-config.ts";

/** The data that texts inherit (www.11ty.dev/docs/data-cascade). */
export interface EleventyData {
  /** Returns the data that the folders of a text give to it. */
  readonly ofFolder: (path: string) => Data;
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
    const isText = isIn(input, path) && !isOfRepository(path) && pathIn(input, path).split("/").every(isContentName);
    const isTemplate = isText && /\.(?:njk|liquid|hbs|mustache|ejs|haml|pug)$/.test(path);
    const isArticle = isText && (isMarkdown(path) || (/\.html$/.test(path) && Object.keys(file.frontMatter).length > 0));
    if (isTemplate) return isIgnored(path) ? undefined : this.#planTemplate(path);
    if (!isArticle) return planMedia(path, this.#media);
    if (isIgnored(path)) return { kind: "left out", what: "texts that .eleventyignore, .gitignore and the configuration ignore" };
    return this.#planText(file);
  }

  // A post in another template language would be missing without a word.
  #planTemplate(path: string): Plan | undefined {
    return this.#isInFeed(path, this.#data.ofFolder(path)) || dateOfPath(path) !== undefined
      ? { kind: "left out", what: "posts in Nunjucks, Liquid and the like" }
      : undefined;
  }

  #planText(file: SiteFile): Plan {
    const data = this.#dataOf(file);
    const isHidden = data["permalink"] === false || data["permalink"] === "false";
    if (isHidden && !/^true$/i.test(String(data["draft"])))
      return { kind: "left out", what: "texts with permalink: false, which Eleventy does not publish" };
    const target = pathIn(this.#config.input, file.path);
    const keys = inheritedKeys(this.#data.ofFolder(file.path), this.#config);
    return {
      kind: this.#kindOf(file, data),
      target,
      ...(isHidden ? {} : addressOf(file, target, data, this.#config)),
      ...(Object.keys(keys).length > 0 && { keys }),
      ...withoutCollectionTags(file.frontMatter, keys["tags"]),
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

  #dataOf({ frontMatter, path }: SiteFile): Data {
    const data = withComputedPermalink(merged(this.#data.ofFolder(path), frontMatter));
    const { permalink } = data;
    return typeof permalink === "string" ? { ...data, permalink: fillData(permalink, { ...this.#data.ofSite, ...data }) } : data;
  }
}

// The tags of collections that themes of Eleventy leave out of their lists of topics (filterTagList of eleventy-base-blog).
const collectionTags: ReadonlySet<string> = new Set(["all", "nav", "post", "posts"]);

// Eleventy adds the tags of folders to those of the text.
function withoutCollectionTags(own: Data, inherited: FrontMatterValue | undefined): Pick<ArticlePlan, "corrections"> {
  const tags = tagsOf(own);
  const topics = tags.filter((tag) => !collectionTags.has(tag));
  return topics.length === tags.length ? {} : { corrections: { tags: [...new Set([...tagsOf({ tags: inherited }), ...topics])] } };
}

function isContentName(name: string): boolean {
  return !name.startsWith(".") && name !== "node_modules";
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
