import { type Table, tableOf, textIn } from "../../../base/table-values.ts";
import { pluginOptions } from "./vuepress-settings.ts";

/** A folder of posts, and the pattern of their addresses. */
export interface Blog {
  readonly folder: string;
  readonly permalink: string;
}

/** Returns the blogs of a site. The plugin of blogs has its options in `plugins`, or in the configuration of its theme. */
export function blogsOf(options: Table): Blog[] {
  const found = [...pluginOptions(options["plugins"]), tableOf(options["themeConfig"])]
    .map(({ directories }) => directories)
    .find(Array.isArray);
  const isTheme = /blog/.test(textIn(options["theme"]) ?? "");
  const directories = found ?? (isTheme ? [{ dirname: "_posts" }] : []);
  return directories.map(tableOf).map(({ dirname, itemPermalink }) => ({
    folder: textIn(dirname) ?? "_posts",
    permalink: textIn(itemPermalink) ?? "/:year/:month/:day/:slug",
  }));
}
