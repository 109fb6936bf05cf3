import { baseName } from "../../base/file-path.ts";
import { markupOf } from "../../model/markup-of.ts";
import { isMarkdown, isOfRepository, repositoryFiles } from "../site-rules/content-file.ts";

const otherFormat = /\.(?:rst|org|adoc|asciidoc|textile|ipynb|rtf|tex|typ|wiki|creole|pod|canvas|wps|wpd|pages|rmd|qmd)$/i;
const backup = /(?:\.(?:bak|backup|old|orig|save|sav|swp|tmp|copy|disabled)|~)$/i;

/**
 * Returns the plural name of a file that may be a text of its owner, although neither its generator nor we read it; undefined for code,
 * configurations and the like.
 * @param path a file next to articles
 */
export function lostTextKind(path: string): string | undefined {
  if (isOfRepository(path)) return isMarkdown(path) ? repositoryFiles : undefined;
  if (hasNoExtension(baseName(path))) return "files without an extension";
  if (isMarkdown(path)) return "Markdown files that the old site did not publish as articles";
  if (otherFormat.test(path)) return "texts that are not Markdown or HTML";
  return backup.test(path) && markupOf(path.replace(backup, "")) !== undefined ? "backup copies of texts" : undefined;
}

// Not `LICENSE`, `CNAME` and `Makefile`.
function hasNoExtension(name: string): boolean {
  return !name.includes(".") && !/^(?:[\dA-Z_-]+|\w{0,40}file)$/.test(name);
}
