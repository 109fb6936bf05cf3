import { tableOf } from "../../base/table-values.ts";
import { isScript } from "../configuration/loaded-code.ts";
import type { ScriptModule } from "../configuration/script-module.ts";
import { withoutComments } from "../configuration/without-comments.ts";
import type { SiteFolder } from "../site-rules/old-site.ts";

const calls = ["markdownIt", "MarkdownIt", "markdownit", "md.set", "markdownLib.set", "mdLib.set", "markdown.set", "markdownLibrary.set"];

/** Returns whether markdown-it has the option `breaks`, in a table or in a call of a configuration. */
export function hasBreaks(options: unknown, script: ScriptModule | undefined): boolean {
  const given = calls.flatMap((name) => script?.calls(name) ?? []).flat();
  return [options, ...given].some((table) => tableOf(table)["breaks"] === true);
}

const plugin = /["'](?:remark-breaks|gatsby-remark-(?:hard-)?breaks)["']/;

/** Returns the plugin of remark that makes line breaks, if a script of the site loads it. */
export function breaksOfRemark({ paths, read }: SiteFolder): string | undefined {
  const scripts = paths.filter((path) => isScript(path) && !/(?:^|\/)(?:node_modules|dist|build|public)\//.test(path));
  const isLoaded = scripts.some((path) => /remark/.test(read(path) ?? "") && plugin.test(withoutComments(read(path) ?? "")));
  return isLoaded ? "remark-breaks" : undefined;
}
