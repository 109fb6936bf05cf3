import type { FrontMatter } from "../../front-matter/front-matter.ts";
import { hasAttributeLists, isPythonMarkdown } from "../dialects/python-markdown.ts";
import { isLiquid } from "./escaped-tags.ts";

const otherLayout = /\.(?!html?$|md$)[a-z\d]{1,10}$/i; // of Astro, Eleventy: "../layouts/Post.astro", "post.njk"

/**
 * Returns whether the system of an article reads a block of HTML up to its end tag, and not to a blank line as CommonMark: kramdown (Jekyll)
 * and Python-Markdown (MkDocs, Pelican).
 */
export function keepsBlankLines(source: string, frontMatter: Pick<FrontMatter, "body" | "data">): boolean {
  const { body, data } = frontMatter;
  if (hasOtherLayout(data)) return false;
  return isLiquid(source, frontMatter) || isPythonMarkdown(body) || hasAttributeLists(body);
}

/** Returns whether an article has signs of Jekyll, which reads its text with kramdown. */
export function isOfJekyll(source: string, frontMatter: Pick<FrontMatter, "body" | "data">): boolean {
  return !hasOtherLayout(frontMatter.data) && isLiquid(source, frontMatter);
}

function hasOtherLayout({ layout }: FrontMatter["data"]): boolean {
  return typeof layout === "string" && otherLayout.test(layout);
}
