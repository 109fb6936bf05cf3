import { isInsideMarkup } from "../../../content/markup/shortcodes/inside-markup.ts";
import { isKnownTag } from "../../../content/markup/shortcodes/shortcodes.ts";
import { isScript } from "../../configuration/loaded-code.ts";
import type { NoteOfText, SiteFolder } from "../../site-rules/old-site.ts";
import { isIn } from "../../site-rules/site-path.ts";

const added = /\badd(?:Paired|Async|Liquid|Nunjucks|JavaScript){0,3}Shortcode\s{0,9}\(\s{0,9}["'`]([\w-]{1,60})["'`]/g;
const tag = /\{%-?\s{0,9}([\w-]{1,60})([^%]{0,500})/g;

/** Returns the names of the shortcodes that the code of a site adds (11ty.dev/docs/shortcodes). */
export function ownShortcodes({ paths, read }: SiteFolder, root: string): ReadonlySet<string> {
  const scripts = paths.filter((path) => isIn(root, path) && isScript(path));
  return new Set(scripts.flatMap((path) => [...(read(path) ?? "").matchAll(added)].map(([, name = ""]) => name)));
}

/**
 * Adds a note for each shortcode of a text that only the code of the site can run, but that Broadsheet converts by its own rules. Other
 * shortcodes are removed.
 */
export function noteShortcodes(body: string, own: ReadonlySet<string>, note: NoteOfText | undefined): void {
  const kept = [...body.matchAll(tag)].filter(({ 1: name = "", 2: rest = "", index }) => {
    return own.has(name) && isKnownTag(name, rest.replace(/-$/, ""), () => isInsideMarkup(body, index));
  });
  for (const name of new Set(kept.map(([, name]) => name)))
    note?.(`Kept the tag {% ${name} %}, which the code of the old site defines; compare it with the old page, or write what it showed`);
}
