import mime from "mime";
import { baseName, folderOf } from "../../base/file-path.ts";
import { markupOf } from "../../model/markup-of.ts";
import type { SiteFile } from "./old-site.ts";

const ofRepository =
  /^(?:readme|licen[cs]e|copying|contributing|contributors|changelog|change_log|code_of_conduct|security|support|agents|claude|gemini|authors|todo|maintainers|governance|codeowners|pull_request_template|issue_template)(?:[._-][\w-]+)?$/i;

// Their names have capitals, and an article is `claude.md`. They may have front matter, which assistants read.
const ofAssistants =
  /^(?:(?:AGENTS?|CLAUDE|CODEX|COPILOT|CRUSH|CURSOR|GEMINI|GROK|QWEN|WARP|WINDSURF)(?:[._-](?:local|override))?\.mdx?|(?:copilot|ai)-instructions\.md|llms(?:-[a-z]{1,20})?\.txt)$/;

/** Returns whether a file has instructions for programs that write code, or a list of texts for them: AGENTS.md, CLAUDE.md, llms.txt. */
export function isForAssistants(path: string): boolean {
  return ofAssistants.test(baseName(path));
}

/** Returns whether a file has the name of one about the repository: README.md, LICENSE. */
export function isOfRepository(path: string): boolean {
  return ofRepository.test(baseName(path).replace(/\.[^.]+$/, "")) || isForAssistants(path);
}

// As GitHub writes their names. An article is `security.md`.
const inCapitals =
  /^(?:LICEN[CS]E|COPYING|CONTRIBUTING|CONTRIBUTORS|CHANGELOG|CHANGE_LOG|CODE_OF_CONDUCT|SECURITY|MAINTAINERS|GOVERNANCE|CODEOWNERS)\.(?:mdx?|txt)$/;

/**
 * Returns whether a file at the top of a project is about the repository by its name, so that it is no text of a site, whatever front matter
 * it has: CONTRIBUTING.md, CLAUDE.md.
 */
export function isRepositoryDocument(path: string): boolean {
  return folderOf(path) === "" && (inCapitals.test(path) || isForAssistants(path));
}

/** The plural name of files about the repository. */
export const repositoryFiles = "files about the repository, such as README.md";

/** The plural name of pages that only their generator can render. */
export const codePages = "pages written as code or as templates";

/** The plural name of pages in HTML that code fills in, such as `src/app.html` of SvelteKit. */
export const pageTemplates = "templates of pages, which code fills in";

/** The plural name of Markdown such as `[tag].md`, of which the generator makes pages for each value. */
export const dynamicRoutes = "templates of dynamic routes";

/** Returns whether the path of a page has a name in brackets, so that it is the template of a dynamic route: `tags/[tag].md`. */
export function isDynamicRoute(path: string): boolean {
  return /\[[^[\]/]{1,99}\]/.test(path);
}

/** The plural name of texts in reStructuredText, AsciiDoc, Org and the like. */
export const otherMarkups = "texts that are not Markdown or HTML";

/** The plural name of boards of cards. No program converts them to texts. */
export const canvases = "canvases of Obsidian";

/** The plural name of Markdown next to the folders of articles that the old configuration names. */
export const unreadTexts = "Markdown files that no source of the old site reads";

/** The plural name of pages of a section, `_index.md`, with a text above the list that only their generator makes. */
export const textsOfSections = "section pages with a text";

/** The plural name of pages such as an index or an archive. */
export const listPages = "pages that only list others";

/** The plural name of pages with a list that only their generator can make, and a text. */
export const textsWithLists = "pages that have a text, and list others";

const ofLists =
  /^(?:index|home|blogs?|posts?|articles?|news|notes|journal|writings?|all|latest|archives?|tags?(?:-list)?|tag-?list|categor(?:y|ies)|topics?|series|authors?|pages?|search)$/i;

/** Returns whether a page has the name of a list, such as an index or an archive. */
export function isListName(name: string): boolean {
  return ofLists.test(name);
}

/**
 * Returns whether a file is about the repository, and not a text of the site: it has no front matter, and is README.md or AGENTS.md, which
 * explain any folder, or in one of the first folders. In a folder of posts, `todo.md` is a post. At the top, AGENTS.md may have front matter.
 * @param roots the first folder of the project, and that of its content
 */
export function isAboutRepository({ frontMatter, path }: SiteFile, ...roots: readonly string[]): boolean {
  if (isForAssistants(path) && folderOf(path) === "") return true;
  if (Object.keys(frontMatter).length > 0 || !isOfRepository(path)) return false;
  return /^readme\b/i.test(baseName(path)) || isForAssistants(path) || roots.includes(folderOf(path));
}

/** Returns whether a path is that of a text in Markdown. */
export function isMarkdown(path: string): boolean {
  return /^m/.test(markupOf(path) ?? "") || /\.svx$/i.test(path); // the ending of mdsvex
}

const media = /^(?:image|audio|video)\/|^application\/(?:pdf|zip|epub\+zip|gzip|msword|vnd\..*)$|^text\/(?:csv|vtt)$/;

/**
 * Returns whether a file can be shown by an article or linked from it: pictures, recordings, documents. Code and templates cannot, and
 * neither can the locks of open documents, such as `~$notes.docx`.
 */
export function isMedia(path: string): boolean {
  if (/^(?:~\$|\.~lock\.)/.test(baseName(path))) return false;
  return media.test(mime.getType(path) ?? "") && !/\.m?ts$/i.test(path); // in the folder of a generator, .ts is TypeScript, not video
}
