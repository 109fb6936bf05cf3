import type { OldSite } from "../../site-rules/old-site.ts";

/** The kind of texts that stay drafts although the generator itself has no drafts. */
export const unreadDraft =
  "VitePress and VuePress do not read draft themselves, so the old site may have published these drafts: delete the key to publish one";

/** The template rules of VitePress and VuePress: outputs have the front matter and the title of the page. */
export const vueTemplates: Pick<OldSite, "publicText" | "templateLanguage" | "templateValues"> = {
  templateLanguage: () => "vue",
  templateValues: ({ frontMatter }) => {
    const page = { title: frontMatter["title"], frontmatter: frontMatter };
    return { $frontmatter: frontMatter, frontmatter: frontMatter, $page: page, page };
  },
  publicText: (body) => body.replace(baseAttribute, '$1="$2"'),
};

// `:src="$withBase('/a.png')"`
const baseAttribute = /(?<=\s)(?::|v-bind:)(src|href)="\$?withBase\('([^'"\n]{1,1000})'\)"/g;

/** Returns whether a text shows the text of another file: `<!--@include: ./a.md-->`, `<<< @/a.js`, `@[code](./a.js)`. */
export function includesFiles(body: string): boolean {
  return /^\s{0,3}(?:<!--\s{0,9}@include:|<<<[ \t]{0,9}[@.\w/]|@\[code\b|!!!include\()/m.test(body);
}
