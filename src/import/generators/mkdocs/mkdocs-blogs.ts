import { textIn } from "../../../base/table-values.ts";
import { resolvePath } from "../../site-rules/site-path.ts";
import type { MkdocsConfig, MkdocsPlugin } from "./mkdocs-config.ts";
import { type Slugify, slugifyOf } from "./mkdocs-slug.ts";

/** A blog of Material's plugin (squidfunk.github.io/mkdocs-material/plugins/blog). Its paths begin at the folder of the texts. */
export interface MkdocsBlog {
  /** Empty if the whole site is the blog. */
  readonly folder: string;
  readonly posts: string;
  readonly urlFormat: string;
  readonly dateFormat: string;
  /** Undefined for a function that only Python can run. */
  readonly slugify: Slugify | undefined;
  readonly slugifyCategory: Slugify | undefined;
  readonly maxCategories: number;
  readonly authorsFile: string;
  readonly separator: string;
  /** True if the old site showed drafts. */
  readonly hasDrafts: boolean;
  /** True if posts with a date in the future are drafts. */
  readonly hidesFuture: boolean;
}

/** Returns the blogs of a site. */
export function blogsOf({ plugins }: MkdocsConfig): MkdocsBlog[] {
  return plugins.filter(({ name }) => name === "blog").map(blogOf);
}

function blogOf({ options }: MkdocsPlugin): MkdocsBlog {
  const folder = resolvePath("", textIn(options["blog_dir"]) ?? "blog");
  const below = (path: string) =>
    resolvePath(
      "",
      path.replaceAll("{blog}", () => folder),
    );
  const text = (key: string, byDefault: string) => textIn(options[key]) ?? byDefault;
  const separator = (key: string) => (typeof options[key] === "string" ? options[key] : "-");
  const max = options["post_url_max_categories"];
  return {
    folder,
    posts: below(text("post_dir", "{blog}/posts")),
    urlFormat: text("post_url_format", "{date}/{slug}"),
    dateFormat: text("post_url_date_format", "yyyy/MM/dd"),
    slugify: slugifyOf(options["post_slugify"], separator("post_slugify_separator")),
    slugifyCategory: slugifyOf(options["categories_slugify"], separator("categories_slugify_separator")),
    maxCategories: typeof max === "number" ? max : 1,
    authorsFile: below(text("authors_file", "{blog}/.authors.yml")),
    separator: text("post_excerpt_separator", "<!-- more -->"),
    hasDrafts: options["draft"] === true,
    hidesFuture: options["draft_if_future_date"] === true,
  };
}
