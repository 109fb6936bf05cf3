import { baseName, folderOf } from "../../../base/file-path.ts";
import { tableOf, textIn } from "../../../base/table-values.ts";
import type { FrontMatterValue } from "../../../content/front-matter/front-matter-table.ts";
import { isMarkedAsDraft } from "../../../content/metadata/is-draft.ts";
import type { Glob } from "../../configuration/glob.ts";
import { listPages } from "../../site-rules/content-file.ts";
import { instantOf, isDated, writtenDate } from "../../site-rules/front-matter-date.ts";
import type { NoteList } from "../../site-rules/note-list.ts";
import type { ArticlePlan, Plan, SiteFile, SiteFolder } from "../../site-rules/old-site.ts";
import { planFile } from "../../site-rules/plan-media.ts";
import { patternOrPath, readablePath } from "../../site-rules/readable-path.ts";
import { isBlank } from "../../site-rules/site-file.ts";
import { isIn, joinPath, pathIn, resolvePath } from "../../site-rules/site-path.ts";
import { isIndex, MkdocsAddresses, titleOfName } from "./mkdocs-address.ts";
import type { MkdocsBlog } from "./mkdocs-blogs.ts";
import type { MkdocsConfig } from "./mkdocs-config.ts";
import { excludedByPlugin, excludedDocs } from "./mkdocs-exclusions.ts";
import { noteText } from "./mkdocs-notes.ts";
import { translationFault } from "./mkdocs-translations.ts";

/** Plans the files of a MkDocs site. */
export class MkdocsPlans {
  readonly #config: MkdocsConfig;
  readonly #blogs: readonly MkdocsBlog[];
  readonly #addresses: MkdocsAddresses;
  readonly #notes: NoteList;
  readonly #paths: ReadonlySet<string>;
  readonly #isExcluded: (own: string) => boolean;
  readonly #excluded: Glob;
  readonly #ofTheme: readonly string[];

  /** @param base the path of `site_url` */
  constructor(folder: SiteFolder, config: MkdocsConfig, blogs: readonly MkdocsBlog[], base: string, notes: NoteList) {
    this.#config = config;
    this.#blogs = blogs;
    this.#addresses = new MkdocsAddresses({ base, hasDirectories: config.hasDirectories, language: config.language });
    this.#notes = notes;
    this.#paths = new Set(folder.paths);
    this.#isExcluded = excludedDocs([config.values["exclude_docs"], config.values["draft_docs"]]);
    this.#excluded = excludedByPlugin(config);
    const theme = textIn(tableOf(config.values["theme"])["custom_dir"]);
    const folders = ["overrides", "includes"].map((name) => joinPath(config.docs, name));
    this.#ofTheme = theme === undefined ? folders : [...folders, resolvePath(config.root, theme)];
  }

  /** Returns the planned action for a file; undefined if it is not content. */
  plan(file: SiteFile): Plan | undefined {
    const { docs } = this.#config;
    if (!isIn(docs, file.path)) return undefined;
    const own = pathIn(docs, file.path);
    if (own.split("/").some((name) => name.startsWith("."))) return undefined;
    const isText = isDocument(own);
    if (this.#isExcluded(own)) return isText ? { kind: "left out", what: "texts that exclude_docs or draft_docs leaves out" } : undefined;
    if (this.#excluded.test(own)) return isText ? { kind: "left out", what: "texts that the plugin exclude names" } : undefined;
    if (this.#ofTheme.some((folder) => isIn(folder, file.path)))
      return isText ? { kind: "left out", what: "snippets, and files of the theme (includes, overrides)" } : undefined;
    const blog = this.#blogs.find(({ posts }) => isIn(posts, own));
    if (!isText) return planFile(file.path, placeOfMedia(own, blog));
    if (/(?:^|\/)README\.[^/]+$/.test(own) && this.#paths.has(joinPath(docs, folderOf(own), "index.md")))
      return { kind: "left out", what: "README.md next to index.md, which MkDocs does not publish" };
    return blog === undefined ? this.#planPage(file, own) : this.#planPost(file, own, blog);
  }

  #planPage(file: SiteFile, own: string): Plan {
    if (this.#blogs.some(({ folder }) => isIndex(own) && folderOf(own) === folder) && isBlank(withoutHeading(file.body)))
      return { kind: "left out", what: listPages };
    noteText(file, this.#config, this.#notes);
    const addressFault = translationFault(own, this.#config);
    const address = { path: readablePath(this.#addresses.ofPage(own)) };
    const known = addressFault === undefined ? { address } : { addressFault };
    return { kind: isDated(file) ? "post" : "page", target: own, ...known, ...withKeys(file, titleKey(file)) };
  }

  #planPost(file: SiteFile, own: string, blog: MkdocsBlog): ArticlePlan {
    noteText(file, this.#config, this.#notes);
    if (blog.hasDrafts && isMarkedAsDraft(file.frontMatter))
      this.#notes.count("The old site showed drafts (draft: true of the plugin blog); the copies are drafts", file.path);
    const { keys, ...address } = this.#addressOf(file, own, blog);
    return { kind: isDated(file) ? "post" : "page", target: own, ...address, ...withKeys(file, { ...titleKey(file), ...keys }) };
  }

  // Where the title makes the address, the key `slug` in the copy lets one pattern make all addresses.
  #addressOf(file: SiteFile, target: string, blog: MkdocsBlog): Pick<ArticlePlan, "address" | "addressFault" | "keys"> {
    const translation = translationFault(target, this.#config);
    const found = translation === undefined ? this.#addresses.ofPost(file, blog) : { fault: translation };
    if ("fault" in found) return { addressFault: found.fault };
    const { path, slug } = found;
    const { frontMatter } = file;
    const pattern = this.#addresses.patternOf(blog);
    const date = instantOf(writtenDate(frontMatter));
    const addressWith = (own: SiteFile["frontMatter"]) => patternOrPath(path, pattern, { target, frontMatter: own, date }, {});
    const address = addressWith(frontMatter);
    if ("pattern" in address || slug === undefined || frontMatter["slug"] !== undefined) return { address };
    const withSlug = addressWith({ ...frontMatter, slug });
    return "pattern" in withSlug ? { address: withSlug, keys: { slug } } : { address };
  }
}

// MkDocs's own endings (mkdocs/utils): other texts are published as they are.
function isDocument(path: string): boolean {
  return /\.(?:markdown|mdown|mkdn|mkd|md)$/i.test(baseName(path));
}

// The address of a file next to a post lacks the folder of the posts.
function placeOfMedia(own: string, blog: MkdocsBlog | undefined): string {
  return blog === undefined ? own : joinPath(blog.folder, pathIn(blog.posts, own));
}

function withoutHeading(body: string): string {
  return body.replace(/^\s{0,99}# [^\n]*/, "");
}

function titleKey({ body, frontMatter, path }: SiteFile): Readonly<Record<string, string>> {
  const hasTitle = frontMatter["title"] !== undefined || /^(?:# |<h1\b|=+[ \t]*$)/im.test(body) || isBlank(body);
  return hasTitle ? {} : { title: titleOfName(path) };
}

// Keys for the pages of Material: what to hide, the minutes that reading takes, its search and its cards.
const foreign: readonly string[] = ["hide", "readtime", "search", "social"];

function withKeys({ frontMatter }: SiteFile, keys: Readonly<Record<string, FrontMatterValue>>): Pick<ArticlePlan, "dropped" | "keys"> {
  const dropped = foreign.filter((key) => frontMatter[key] !== undefined);
  return { ...(Object.keys(keys).length > 0 && { keys }), ...(dropped.length > 0 && { dropped }) };
}
