import { baseName, folderOf } from "../../base/file-path.ts";
import { textsIn } from "../../base/table-values.ts";
import { type PythonConstants, type PythonValue, readPythonFile } from "../configuration/python/python-constants.ts";
import { PythonSettings } from "../configuration/python/python-settings.ts";
import { parseSiteUrl } from "../configuration/site-url.ts";
import { type MarkdownRules, pythonMarkdown } from "../old-markdown/markdown-rules.ts";
import { statedRedirects, type WrittenRedirect } from "../old-pages/stated-redirects.ts";
import { NoteList } from "../site-rules/note-list.ts";
import type { Generator, OldSite, SiteFolder } from "../site-rules/old-site.ts";
import { addressPath } from "../site-rules/site-path.ts";
import { nikolaLists } from "./nikola/nikola-lists.ts";
import { NikolaPlans } from "./nikola/nikola-plans.ts";
import { readNikolaSettings } from "./nikola/nikola-settings.ts";
import { noteNikolaShortcodes, withMediaAddresses } from "./nikola/nikola-shortcodes.ts";

/** Nikola 7 and later. */
export const nikola: Generator = {
  name: "Nikola",
  open(folder) {
    const files = folder.paths.filter((path) => baseName(path) === "conf.py" && path.split("/").length <= 4);
    for (const file of files.sort((a, b) => a.split("/").length - b.split("/").length)) {
      const source = folder.read(file) ?? "";
      if (/^(?:POSTS|PAGES|BLOG_TITLE)\s*=/m.test(source)) return openSite(folder, file, readPythonFile(folder, file)); // Sphinx has a conf.py, too
    }
    return undefined;
  },
};

function openSite(folder: SiteFolder, file: string, constants: PythonConstants): OldSite {
  const python = new PythonSettings(constants);
  const url = parseSiteUrl(python.text("BASE_URL") ?? python.text("SITE_URL"));
  const settings = readNikolaSettings(python, url, file);
  const notes = notesOf(file, constants.computed);
  const stated = statedRedirects(redirectsOf(python.get("REDIRECTIONS"), url.base), `REDIRECTIONS of ${file}`);
  for (const note of stated.notes) notes.add(note);
  const plans = new NikolaPlans(folder, folderOf(file), python, url.base, settings, notes);
  return {
    settings,
    base: url.base,
    redirects: stated.redirects,
    lists: nikolaLists(python, url.base),
    ...(python.flag("FUTURE_IS_NOW", false) && { futureSetting: "FUTURE_IS_NOW" }),
    idKeys: ["guid"], // getnikola.com/handbook.html, "Extra"
    get notes() {
      return notes.sentences;
    },
    plan: (file) => plans.plan(file),
    publishesUnderscores: true,
    markdown: markdownOfNikola(python),
    publicText(body, note) {
      noteNikolaShortcodes(body, note);
      return withMediaAddresses(body);
    },
    pathsOf: (reference) => plans.pathsOf(reference),
  };
}

// Another compiler, such as pandoc, may read .md instead.
function markdownOfNikola(python: PythonSettings): MarkdownRules {
  const others = Object.entries(python.table("COMPILERS")).filter(([name]) => name !== "markdown");
  const isOther = others.some(([, endings]) => textsIn(endings).includes(".md"));
  return isOther ? {} : pythonMarkdown(python.texts("MARKDOWN_EXTENSIONS") ?? []);
}

// `("old/page.html", "/new/")`: the old path is a file.
function redirectsOf(list: PythonValue | undefined, base: string): WrittenRedirect[] {
  return (Array.isArray(list) ? list : []).map((each: PythonValue) => {
    const [from, to] = Array.isArray(each) ? each : [];
    return { from: typeof from === "string" ? addressPath(base, from.replace(/(?<=^|\/)index\.html$/, "")) : undefined, to };
  });
}

const relevant = /^(?:POSTS|PAGES|TRANSLATIONS|SITE_URL|BASE_URL|BLOG_TITLE|TIMEZONE|PRETTY_URLS|REDIRECTIONS)$/;

function notesOf(file: string, computed: readonly string[]): NoteList {
  const notes = new NoteList();
  const unread = computed.filter((name) => relevant.test(name));
  if (unread.length > 0) notes.add(`${file} computes ${unread.join(", ")} with Python: Nikola's defaults were assumed`);
  return notes;
}
