import mime from "mime";
import { baseName, folderOf } from "../../base/file-path.ts";
import { markupOf } from "../../model/markup-of.ts";
import { canvases, isMarkdown, isOfRepository, otherMarkups, repositoryFiles } from "../site-rules/content-file.ts";
import { isDated } from "../site-rules/front-matter-date.ts";
import type { SiteFile, SiteFolder } from "../site-rules/old-site.ts";
import type { OwnDates } from "../site-rules/own-dates.ts";

const otherFormat = /\.(?:rst|org|adoc|asciidoc|textile|ipynb|rtf|tex|typ|wiki|creole|pod|wps|wpd|pages|rmd|qmd)$/i;
const backup = /(?:\.(?:bak|backup|old|orig|save|sav|swp|tmp|copy|disabled)|~)$/i;
const otherEnding = /\.(?:text|markdn|markdwn|markdow|mardown|mrkdown|mkdwn|mdn|mdw|mmd|rmarkdown|(?:md|txt)\d{1,3})$/i;
const templates = /\.(?:njk|liquid|hbs|ejs|pug|haml|erb|slim|mustache|vue|astro|svelte|webc|sass|styl|coffee)$/i;
const frontMatter = /^\uFEFF?(?:---|\+\+\+)[ \t]{0,9}\r?\n[\w-]{1,99}[ \t]{0,9}[:=]/;
const withoutEnding = "files without an extension";
const withOtherEnding = "texts whose extension is not .md, .html or .txt";

/**
 * Returns the plural name of a file that may be a text of its owner, although neither its generator nor we read it; undefined for code,
 * configurations and the like.
 * @param path a file next to articles
 */
export function lostTextKind(path: string, { read }: Pick<SiteFolder, "read">): string | undefined {
  if (isOfRepository(path)) return isMarkdown(path) ? repositoryFiles : undefined;
  if (hasNoExtension(baseName(path))) return withoutEnding;
  if (isMarkdown(path)) return "Markdown files that the old site did not publish as articles";
  if (otherFormat.test(path)) return otherMarkups;
  if (/\.canvas$/i.test(path)) return canvases;
  if (otherEnding.test(path) || (mime.getType(path) === null && !templates.test(path) && frontMatter.test(read(path) ?? "")))
    return withOtherEnding;
  return backup.test(path) && markupOf(path.replace(backup, "")) !== undefined ? "backup copies of texts" : undefined;
}

// Not `LICENSE`, `CNAME` and `Makefile`.
function hasNoExtension(name: string): boolean {
  return (
    !name.includes(".") && !/^(?:CNAME|VERSION|OWNERS|INSTALL|BUILD|WORKSPACE|NEWS|THANKS|NOTICE|PATENTS|HEAD|\d+|\w{0,40}file)$/.test(name)
  );
}

const notTexts =
  /^(?:[._].*|themes?|archetypes|scaffolds|layouts?|templates?|snippets|examples?|example-?site|demos?|tests?|__tests__|specs?|fixtures|features|benchmarks?|node_modules|vendor|dist|build|out)$/i;

/**
 * Returns the plural name of a file in a folder without articles that is a text by its front matter, although its name is not that of a
 * text: `wiki/Rose`.
 */
export function lonelyTextKind(path: string, folder: Pick<SiteFolder, "read">): string | undefined {
  const kind = isAmongTexts(path) ? lostTextKind(path, folder) : undefined;
  const isUnusual = kind === withoutEnding || kind === withOtherEnding;
  return isUnusual && frontMatter.test(folder.read(path) ?? "") ? kind : undefined;
}

/** Returns whether a file in a folder without articles is a post by its date: it may belong to a site that is next to this one. */
export function isLostPost(file: SiteFile, dates: OwnDates | undefined): boolean {
  const { path } = file;
  return isMarkdown(path) && !isOfRepository(path) && isAmongTexts(path) && (isDated(file) || dates?.paths.has(path) === true);
}

function isAmongTexts(path: string): boolean {
  return folderOf(path)
    .split("/")
    .every((name) => /^_(?:posts|drafts)$/.test(name) || !notTexts.test(name));
}
