import type { SiteFolder } from "../../site-rules/old-site.ts";
import { isIn, joinPath, pathIn } from "../../site-rules/site-path.ts";

/** The rule by which `gatsby-node` or a file of `src/pages` makes addresses. */
export interface GatsbyRoute {
  /** Empty, or `/blog`. */
  readonly prefix: string;
  /** True if a post without a key of its own has the address of its path, as `createFilePath` makes it. */
  readonly hasFilePath: boolean;
  /** The key of front matter with the address, such as `slug`. */
  readonly key: string | undefined;
  readonly endsWithSlash: boolean;
}

/** Finds the rule of addresses; undefined for an unusual one. */
export function findGatsbyRoute(folder: SiteFolder, root: string): GatsbyRoute | undefined {
  const sources = ["js", "ts", "mjs", "cjs"].map((ending) => folder.read(joinPath(root, `gatsby-node.${ending}`)) ?? "");
  const source = sources.find((text) => text !== "") ?? "";
  const key = /\bfrontmatter\.(slug|path|permalink|url)\b/.exec(source)?.[1];
  const hasFilePath = /\bcreateFilePath\s*\(/.test(source);
  if (!hasFilePath && key === undefined) return routeOfPages(folder, joinPath(root, "src/pages"));
  return {
    prefix: prefixIn(source),
    hasFilePath,
    key,
    endsWithSlash: !/trailingSlash\s*:\s*false/.test(source),
  };
}

// `path: "/blog" + node.fields.slug`, path: `/blog${slug}`; the field itself may have a prefix, too.
const prefixes = [
  [/\bvalue {0,9}[:=]\s{0,99}`(\/[\w/-]{0,99})\$\{/, /\bvalue {0,9}[:=]\s{0,99}["'`](\/[\w/-]{0,99})["'`] {0,9}\+/],
  [/\bpath {0,9}:\s{0,99}`(\/[\w/-]{0,99})\$\{/, /\bpath {0,9}:\s{0,99}["'`](\/[\w/-]{0,99})["'`] {0,9}\+/],
] as const;

function prefixIn(source: string): string {
  const found = prefixes.map(
    (expressions) => expressions.map((expression) => expression.exec(source)?.[1]).find((prefix) => prefix !== undefined) ?? "",
  );
  return found
    .toReversed()
    .map((prefix) => prefix.replace(/\/$/, ""))
    .join("");
}

// The File System Route API: `src/pages/blog/{MarkdownRemark.fields__slug}.js`
function routeOfPages({ paths }: SiteFolder, pages: string): GatsbyRoute | undefined {
  for (const path of paths.filter((path) => isIn(pages, path))) {
    const [, prefix = "", field, key] =
      /^(.*?)\{(?:MarkdownRemark|Mdx)\.(frontmatter|fields)__(\w+)\}\.[jt]sx?$/i.exec(pathIn(pages, path)) ?? [];
    if (field === undefined) continue;
    return {
      prefix: `/${prefix}`.replace(/\/$/, ""),
      hasFilePath: false,
      key: field === "frontmatter" ? key : undefined,
      endsWithSlash: true,
    };
  }
  return undefined;
}
