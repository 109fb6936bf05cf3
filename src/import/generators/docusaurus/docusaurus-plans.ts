import { withoutExtension } from "../../../base/file-path.ts";
import { type Table, tableOf, textIn } from "../../../base/table-values.ts";
import type { FrontMatterTable } from "../../../content/front-matter/front-matter-table.ts";
import { asList } from "../../../content/front-matter/front-matter-value.ts";
import { dateOfPath } from "../../../content/metadata/date-of-path.ts";
import { readDataFile } from "../../configuration/data-file.ts";
import { isMarkdown } from "../../site-rules/content-file.ts";
import type { ArticlePlan, OldAddress, Plan, SiteFile, SiteFolder } from "../../site-rules/old-site.ts";
import { type PublicFolder, planMedia } from "../../site-rules/plan-media.ts";
import { readableAddress } from "../../site-rules/readable-address.ts";
import { isBlank } from "../../site-rules/site-file.ts";
import { addressPath, isIn, joinPath, pathIn, resolvePath } from "../../site-rules/site-path.ts";
import { addressInBlog, type Blog } from "./docusaurus-blogs.ts";
import type { PageFolder } from "./docusaurus-pages.ts";

/** Plans the files of a Docusaurus site. */
export class DocusaurusPlans {
  readonly #folder: SiteFolder;
  readonly #root: string;
  readonly #blogs: readonly Blog[];
  readonly #base: string;
  readonly #slash: unknown;
  readonly #pages: readonly PageFolder[];
  readonly #media: readonly PublicFolder[];
  readonly #labels = new Map<Blog, Table>();

  /** @param root the folder of the configuration */
  constructor(folder: SiteFolder, root: string, options: Table, blogs: readonly Blog[], pages: readonly PageFolder[]) {
    this.#folder = folder;
    this.#root = root;
    this.#blogs = blogs;
    this.#base = textIn(options["baseUrl"]) ?? "/";
    this.#slash = options["trailingSlash"];
    this.#pages = pages;
    this.#media = [
      { from: joinPath(root, "static"), to: "" },
      ...blogs.map((blog) => ({ from: blog.folder, to: this.#placeOf(blog) })),
      ...pages.map(({ folder: from, route }) => ({ from, to: resolvePath("", route) })),
    ];
  }

  /** Returns the planned action for a file; undefined if it is not content. */
  plan(file: SiteFile): Plan | undefined {
    const { path } = file;
    const blog = this.#blogs.find(({ folder }) => isIn(folder, path));
    const named = this.#blogs.filter(({ authors }) => authors === path);
    if (named.length > 0) return { kind: "media", target: joinPath(this.#placeOfAll(named), "authors.yml") };
    if (path.split("/").some((name) => name.startsWith("_"))) return planMedia(path, this.#media);
    if (blog !== undefined && /\.mdx?$/.test(path)) return this.#planPost(file, blog);
    const pages = this.#pages.filter((each) => isIn(each.folder, path));
    if (pages.length > 0 && isMarkdown(path)) return this.#planPage(path, pages);
    const what = isMarkdown(path) ? this.#reasonToLeaveOut(path) : undefined;
    return what === undefined ? planMedia(path, this.#media) : { kind: "left out", what };
  }

  #planPost({ body, frontMatter, path }: SiteFile, blog: Blog): Plan {
    const own = pathIn(blog.folder, path);
    if (!blog.publishes(own)) return { kind: "left out", what: "files that the options of the blog exclude" };
    const { date, title } = addressInBlog(own);
    const keys = {
      ...(date !== undefined && dateOfPath(own) !== date && { date }),
      ...(frontMatter["title"] === undefined && !isBlank(body) && !beginsWithTitle(body) && title !== "" && { title }),
    };
    return {
      kind: "post",
      target: joinPath(this.#placeOf(blog), own),
      address: this.#addressOf(frontMatter, own, blog),
      ...(Object.keys(keys).length > 0 && { keys }),
      ...this.#correctionsOf(frontMatter, blog),
    };
  }

  #planPage(path: string, folders: readonly PageFolder[]): Plan {
    const pages = folders.find(({ folder, publishes }) => publishes(pathIn(folder, path)));
    if (pages === undefined) return { kind: "left out", what: "files that the options of the pages exclude" };
    const own = pathIn(pages.folder, path);
    const name = withoutExtension(own).replace(/(?:^|\/)index$/, "");
    const address = { path: this.#ended(addressPath(this.#base, pages.route, name)) };
    return { kind: "page", target: joinPath(resolvePath("", pages.route), own), address };
  }

  // docusaurus.io/docs/blog, "Tags": posts have the keys of tags.yml or tables with a label, and readers see the labels.
  #correctionsOf(frontMatter: FrontMatterTable, blog: Blog): Pick<ArticlePlan, "corrections"> {
    const labels = this.#labelsOf(blog);
    const keys = asList(frontMatter["tags"]);
    const tags = keys.map((tag) => textIn(tableOf(tag)["label"]) ?? textIn(tableOf(labels[textIn(tag) ?? ""])["label"]) ?? tag);
    return tags.every((tag, index) => tag === keys[index]) ? {} : { corrections: { tags } };
  }

  #addressOf(frontMatter: FrontMatterTable, own: string, blog: Blog): OldAddress {
    const { address, date } = addressInBlog(own);
    const place = this.#placeOf(blog);
    const slug = textIn(frontMatter["slug"]);
    const published = this.#ended(addressPath(this.#base, blog.route, slug ?? address));
    const dates = slug === undefined && date !== undefined ? ":year/:month/:day/" : "";
    const pattern = this.#ended(addressPath(this.#base, place === "" ? blog.route : "", `${dates}:slug`));
    return readableAddress(published, pattern, {
      target: joinPath(place, own),
      frontMatter: date === undefined ? frontMatter : { date, ...frontMatter },
    });
  }

  #reasonToLeaveOut(path: string): string | undefined {
    if (isIn(joinPath(this.#root, "i18n"), path)) return "translations";
    return /^(?:\w+_)?docs$/.test(pathIn(this.#root, path).split("/")[0] ?? "") ? "pages of the documentation" : undefined;
  }

  #labelsOf(blog: Blog): Table {
    const known = this.#labels.get(blog) ?? tableOf(readDataFile(this.#folder, blog.tags));
    this.#labels.set(blog, known);
    return known;
  }

  // Below the articles folder, several blogs have the folders of their addresses.
  #placeOf({ route }: Blog): string {
    return this.#blogs.length === 1 ? "" : resolvePath("", route); // `/` for the root
  }

  // Builds look for authors in the folder of a post and in those above it.
  #placeOfAll([blog, ...others]: readonly Blog[]): string {
    return blog === undefined || others.length > 0 ? "" : this.#placeOf(blog);
  }

  #ended(address: string): string {
    return endedAddress(address, this.#slash);
  }
}

/** Writes the slash at the end of an address, or removes it, as `trailingSlash` says (docusaurus.io/docs/api/docusaurus-config). */
export function endedAddress(address: string, slash: unknown): string {
  const bare = address.replace(/(?<!\/)\/+$/, "");
  if (typeof slash !== "boolean" || bare === "") return address;
  return slash ? `${bare}/` : bare;
}

// docusaurus-utils, markdownUtils.ts, parseMarkdownContentTitle(): a heading of level 1, which imports may precede.
function beginsWithTitle(body: string): boolean {
  let text = body.trimStart();
  while (/^(?:import|export)\s/.test(text)) {
    const end = text.search(/\n[ \t]*\n/);
    text = end < 0 ? "" : text.slice(end).trimStart();
  }
  return /^#[ \t]{1,9}\S|^[^\n]{1,999}\n=+[ \t]*(?:\n|$)|^<h1[\s>]/.test(text);
}
