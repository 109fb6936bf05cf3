import { baseName } from "../../../base/file-path.ts";
import { tableOf, textIn, textsIn } from "../../../base/table-values.ts";
import type { NoteList } from "../../site-rules/note-list.ts";
import type { SiteFile, SiteFolder } from "../../site-rules/old-site.ts";
import { isIn } from "../../site-rules/site-path.ts";
import type { MkdocsConfig } from "./mkdocs-config.ts";

/** Adds notes about what a text has and its copy will lack. */
export function noteText({ body, frontMatter, path }: SiteFile, { plugins }: MkdocsConfig, notes: NoteList): void {
  if (/^[ \t]{0,20}-{1,9}8<-{1,9}(?:[ \t]|$)/m.test(body)) notes.count("Included snippets (--8<--) are not read; copy their text", path);
  if (plugins.some(({ name }) => name === "macros") && /\{[{%]/.test(body))
    notes.count("The templates of the plugin macros are not run; write what they show", path);
  if (Array.isArray(frontMatter["links"]))
    notes.count("The related links in the front matter (links) are not shown; write them into the text", path);
}

/** Adds notes about settings without a counterpart. */
export function noteSettings(folder: SiteFolder, { docs, path, plugins, values }: MkdocsConfig, notes: NoteList): void {
  if (textIn(values["site_url"]) === undefined)
    notes.add(
      `The site_url of ${path} is unknown, so the addresses begin with /; if the site is in a folder of its host, write site_url, and import again`,
    );
  const snippets = appendedSnippets(values["markdown_extensions"]);
  if (snippets.length > 0) notes.add(`${path} appends ${snippets.join(", ")} to each text (auto_append): the copies do not have that text`);
  if (plugins.some(({ name, options }) => name === "exclude" && options["regex"] !== undefined))
    notes.add(`Cannot evaluate regex of the plugin exclude in ${path}: delete the copies that it names`);
  if (plugins.some(({ name, options }) => name === "redirects" && Object.keys(tableOf(options["redirect_maps"])).length > 0))
    notes.add(`${path} has redirect_maps: copy them to [vars.SITE.redirects]`);
  const hooks = textsIn(values["hooks"]);
  if (hooks.length > 0) notes.add(`${path} has hooks (${hooks.join(", ")}), which are Python and were not run`);
  for (const file of folder.paths)
    if (isIn(docs, file) && baseName(file) === ".meta.yml")
      notes.count("Front matter for a whole folder is not read; copy it to the texts", file);
}

// A list of names and of tables with one name, or a table.
function appendedSnippets(extensions: unknown): string[] {
  return [extensions].flat().flatMap((item) => textsIn(tableOf(tableOf(item)["pymdownx.snippets"])["auto_append"]));
}
