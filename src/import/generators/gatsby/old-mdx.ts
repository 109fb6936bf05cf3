import { tableOf } from "../../../base/table-values.ts";
import { ArticleError } from "../../../content/limits/article-error.ts";
import { hideFormulas } from "../../../content/markup/formulas/hidden-formulas.ts";
import { MdxError, parseMdx } from "../../../content/markup/mdx.ts";
import { readJson } from "../../configuration/data-file.ts";
import type { SiteFolder } from "../../site-rules/old-site.ts";
import { joinPath } from "../../site-rules/site-path.ts";

const firstVersion = /^[\^~>=v ]{0,3}1(?:\.|$)/;
const pluginOfFirst = /^[\^~>=v ]{0,3}[123](?:\.|$)/; // gatsby-plugin-mdx 4 is the first with MDX 2

/** Returns whether a site has MDX 1, which accepts code blocks by indentation, comments and URLs in angle brackets. */
export function hasOldMdx(folder: SiteFolder, root: string): boolean {
  const { dependencies, devDependencies } = readJson(folder, joinPath(root, "package.json"));
  const versions = { ...tableOf(devDependencies), ...tableOf(dependencies) };
  return firstVersion.test(String(versions["@mdx-js/mdx"])) || pluginOfFirst.test(String(versions["gatsby-plugin-mdx"]));
}

/** Returns whether the current MDX accepts a text. */
export function isCurrentMdx(body: string): boolean {
  try {
    parseMdx(hideFormulas(body, true)?.text ?? body, "en");
    return true;
  } catch (error) {
    if (error instanceof MdxError) return false;
    if (error instanceof ArticleError) return true; // Markdown has the same limits
    throw error;
  }
}
