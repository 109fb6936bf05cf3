import { markupOf } from "../../model/markup-of.ts";
import type { OldSite } from "./old-site.ts";

/** Returns whether a path is that of a text in MDX. */
export function isMdx(path: string): boolean {
  return markupOf(path) === "mdx";
}

/** The template rules of generators that run MDX: `{frontmatter.title}` in Astro, `{frontMatter.title}` in Docusaurus. */
export function mdxTemplates(isMdx: (path: string) => boolean): Pick<OldSite, "templateLanguage" | "templateValues"> {
  return {
    templateLanguage: () => "mdx",
    templateValues: ({ frontMatter, path }) =>
      isMdx(path) ? { frontMatter, frontmatter: frontMatter, props: { frontMatter, frontmatter: frontMatter } } : undefined,
  };
}
