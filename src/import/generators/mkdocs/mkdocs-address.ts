import { baseName, folderOf, withoutExtension } from "../../../base/file-path.ts";
import { textIn, textsIn } from "../../../base/table-values.ts";
import { writtenDate } from "../../site-rules/front-matter-date.ts";
import type { SiteFile } from "../../site-rules/old-site.ts";
import { addressPath, joinPath, resolvePath } from "../../site-rules/site-path.ts";
import type { MkdocsBlog } from "./mkdocs-blogs.ts";
import { formatBabel, patternOfBabel } from "./mkdocs-date.ts";

/** The rules of a site for addresses. */
export interface MkdocsAddressRules {
  /** The path of `site_url`. */
  readonly base: string;
  readonly hasDirectories: boolean;
  readonly language: string;
}

/** The address of a post, or the reason why it is unknown. */
export type MkdocsPostAddress = { readonly path: string; readonly slug?: string | undefined } | { readonly fault: string };

/** Computes the addresses of a MkDocs site. */
export class MkdocsAddresses {
  readonly #rules: MkdocsAddressRules;

  constructor(rules: MkdocsAddressRules) {
    this.#rules = rules;
  }

  /** Returns the decoded path of a page. @param own its path below the folder of the texts */
  ofPage(own: string): string {
    const { base, hasDirectories } = this.#rules;
    const stem = withoutExtension(own);
    if (isIndex(own)) return addressPath(base, folderOf(own), "/");
    return addressPath(base, stem + (hasDirectories ? "/" : ".html"));
  }

  /** Returns the decoded path of a post, and its slug if that comes from its title. */
  ofPost(file: SiteFile, blog: MkdocsBlog): MkdocsPostAddress {
    const parts = this.#partsOf(file, blog);
    let fault: string | undefined;
    const filled = blog.urlFormat.replace(/\{([^{}]{0,100})\}/g, (whole, name: string) => {
      const read = Object.hasOwn(parts, name) ? parts[name as keyof typeof parts]() : undefined;
      if (read === undefined) fault ??= faultOf(whole, file, blog);
      return read ?? "";
    });
    if (fault !== undefined) return { fault };
    return { path: this.ofPage(`${joinPath(blog.folder, resolvePath("", filled))}.md`), slug: parts.slug() };
  }

  /** Returns the pattern, in the tokens of the settings, of a blog; undefined if there is none. */
  patternOf({ dateFormat, folder, urlFormat }: MkdocsBlog): string | undefined {
    const tokens: Readonly<Record<string, string | undefined>> = {
      "{date}": patternOfBabel(dateFormat),
      "{slug}": ":slug",
      "{file}": ":filename",
    };
    const pattern = urlFormat.replace(/\{[^{}]{0,100}\}/g, (token) => tokens[token] ?? token);
    const { base, hasDirectories } = this.#rules;
    return pattern.includes("{") ? undefined : addressPath(base, folder, resolvePath("", pattern)) + (hasDirectories ? "/" : ".html");
  }

  #partsOf({ body, frontMatter, path }: SiteFile, blog: MkdocsBlog) {
    const date = writtenDate(frontMatter);
    const { slugify, slugifyCategory } = blog;
    return {
      date: () => (date === undefined ? undefined : formatBabel(blog.dateFormat, date, this.#rules.language)),
      file: () => nameOf(path),
      slug: () => textIn(frontMatter["slug"]) ?? slugify?.(textIn(frontMatter["title"]) ?? titleOf(body, path)),
      categories: () => {
        const categories = textsIn(frontMatter["categories"]).slice(0, blog.maxCategories);
        return slugifyCategory === undefined ? undefined : categories.map(slugifyCategory).join("/");
      },
    } satisfies Record<string, () => string | undefined>;
  }
}

function faultOf(placeholder: string, { frontMatter }: SiteFile, { dateFormat }: MkdocsBlog): string {
  if (placeholder === "{slug}") return "Cannot run post_slugify, which is Python";
  if (placeholder === "{categories}") return "Cannot run categories_slugify, which is Python";
  if (placeholder !== "{date}") return `Cannot compute ${placeholder} in post_url_format`;
  return writtenDate(frontMatter) === undefined
    ? "Cannot compute {date} in post_url_format without a date"
    : `Cannot write the date as post_url_date_format ${JSON.stringify(dateFormat)}`;
}

/** Returns whether a text is the index of its folder. */
export function isIndex(path: string): boolean {
  return nameOf(path) === "index";
}

// MkDocs calls README.md an index, too.
function nameOf(path: string): string {
  const name = withoutExtension(baseName(path));
  return name === "README" ? "index" : name;
}

// The address depends on a heading only if it is the first line; otherwise on the name of the file.
function titleOf(body: string, path: string): string {
  const first = body.trimStart().split("\n", 1)[0] ?? "";
  return first.startsWith("# ") ? first.replace(/^[# ]+/, "").trimEnd() : titleOfName(path);
}

/** Returns the title that MkDocs gives to a text without a title and a heading: the name of its file as words. */
export function titleOfName(path: string): string {
  const title = nameOf(path).replace(/[-_]/g, " ");
  return title.toLowerCase() === title ? title.charAt(0).toUpperCase() + title.slice(1) : title;
}
