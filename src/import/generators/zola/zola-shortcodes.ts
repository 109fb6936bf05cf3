import type { SiteFolder } from "../../site-rules/old-site.ts";
import { joinPath } from "../../site-rules/site-path.ts";
import type { ShortcodeLanguage } from "../../template-tags/hidden-shortcodes.ts";
import { templateFiles } from "../../template-tags/shortcode-templates.ts";
import { showsContent } from "../../template-tags/shown-content.ts";
import { readTeraActions } from "../../template-tags/template-actions.ts";
import type { ZolaConfig } from "./zola-config.ts";

const tag = /\{%(?:[^%{]|%(?!\})|\{(?!%)){0,2000}%\}/g;

/** The shortcodes of a Zola site (getzola.org/documentation/content/shortcodes). */
export function zolaShortcodes(folder: SiteFolder, { root }: ZolaConfig): ShortcodeLanguage {
  const files = templateFiles(folder, {
    own: joinPath(root, "templates"),
    inOwn: /^\/shortcodes\//,
    inThemes: /(?:^|\/)templates\/shortcodes\//,
  });
  return {
    tag,
    read,
    shows(name) {
      const found = files(name).flatMap(({ path }) => folder.read(path) ?? []);
      return found.length === 0 ? undefined : found.every((text) => showsContent(readTeraActions(text), /\bbody\b/));
    },
  };
}

function read(written: string): ReturnType<ShortcodeLanguage["read"]> {
  const inner = written.slice(2, -2).replace(/^-|-$/g, "").trim();
  const [, start] = /^(\w+)\s*\(/.exec(inner) ?? [];
  return inner === "end" ? { end: "end" } : start === undefined ? undefined : { start };
}
