import { textIn } from "../../../base/table-values.ts";
import type { SiteFolder } from "../../site-rules/old-site.ts";
import { joinPath } from "../../site-rules/site-path.ts";
import type { ShortcodeLanguage } from "../../template-tags/hidden-shortcodes.ts";
import { templatesOf } from "../../template-tags/shortcode-templates.ts";
import { showsContent } from "../../template-tags/shown-content.ts";
import { readGoActions } from "../../template-tags/template-actions.ts";
import type { HugoConfig } from "./hugo-config.ts";

const tag = /\{\{[<%](?:[^>%{]|[>%](?!\}\})|\{(?!\{)){0,2000}[>%]\}\}/g;

/** The shortcodes of a Hugo site (gohugo.io/templates/shortcode). */
export function hugoShortcodes(folder: SiteFolder, { root, values }: HugoConfig): ShortcodeLanguage {
  const own = joinPath(root, textIn(values["layoutdir"]) ?? "layouts");
  const templates = templatesOf(folder, own, /(?:^|\/)layouts\/_?shortcodes\//);
  return {
    tag,
    read,
    shows(name) {
      const found = name.endsWith(".inline") ? [] : templates(name);
      if (found.length > 0) return found.every((text) => showsContent(readGoActions(text), /\.Inner(?:Deindent)?\b/));
      return name === "comment" ? false : name === "details" || name === "highlight" ? true : undefined;
    },
  };
}

// An escape, `{{</* moon */>}}`, and a tag without content, `{{< moon />}}`, have none.
function read(written: string): ReturnType<ShortcodeLanguage["read"]> {
  const inner = written.slice(3, -3).trim();
  const [, slash, name] = /^(\/?)\s*([\w.-][\w./-]*)/.exec(inner) ?? [];
  if (name === undefined || (slash === "" && inner.endsWith("/"))) return undefined;
  return slash === "" ? { start: name } : { end: name };
}
