import { parseFrontMatter } from "../../content/front-matter/front-matter.ts";
import { FrontMatterError } from "../../content/front-matter/front-matter-error.ts";
import { mayHideText } from "./may-hide-text.ts";
import type { OldSite, SiteFile, SiteFolder } from "./old-site.ts";

const text =
  /\.(?:md|markdown|mkdn?|mkdown|mdown|mdwn|mdtxt|mdtext|mdx|svx|html?|xhtml|txt|rst|org|adoc|asciidoc|textile|njk|liquid|hbs|mustache|ejs|haml|pug|ipynb|wp|php)$/i;

const quotedValue = /^([\w-]{1,50}):[ \t]{1,20}(?:"[^"\n]*"|'[^'\n]*')[ \t]*(?:#.*)?$/gm;

/**
 * Reads a file of an old site. Front matter that cannot be read is empty, and then the body is the whole text.
 * @param site its configuration may name further endings of texts
 */
export function readFile(folder: SiteFolder, path: string, site?: Pick<OldSite, "isText">): SiteFile {
  const isText = text.test(path) || site?.isText?.(path) === true;
  const content = isText
    ? folder
        .read(path)
        ?.replace(/^\uFEFF/, "")
        .replace(/\r\n?/g, "\n")
    : undefined;
  if (content === undefined) return { path, frontMatter: {}, body: "" };
  return { path, ...splitText(path, content) };
}

/** Splits the text of a file into its front matter and the text after it. */
export function splitText(path: string, content: string): Omit<SiteFile, "path"> {
  try {
    const frontMatter = parseFrontMatter(path, content);
    const { body, data } = frontMatter;
    const quotedKeys = [...content.slice(0, content.length - body.length).matchAll(quotedValue)].map(([, key = ""]) => key);
    return {
      frontMatter: data,
      body,
      ...(quotedKeys.length > 0 && { quotedKeys }),
      ...(mayHideText(frontMatter) && { isUnreadable: true, isUnfenced: true }),
    };
  } catch (error) {
    if (!(error instanceof FrontMatterError)) throw error;
    return { frontMatter: {}, body: content, isUnreadable: true };
  }
}

/** Returns whether a text is empty or has only comments. */
export function isBlank(body: string): boolean {
  return body.replace(/<!--[\s\S]*?(?:-->|$)/g, "").trim() === "";
}
