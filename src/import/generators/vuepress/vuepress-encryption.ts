import { isTable, type Table, tableOf } from "../../../base/table-values.ts";
import { pluginOptions } from "./vuepress-settings.ts";

/**
 * Creates the test for the paths that the configuration protects by a password: `encrypt` of vuepress-theme-hope
 * (theme-hope.vuejs.press/guide/feature/encrypt.html), and `checkAll` of vuepress-plugin-posts-encrypt.
 */
export function encryptedPaths(options: Table): (path: string) => boolean {
  const plugins = pluginOptions(options["plugins"]);
  const tables = [options["themeConfig"], options["theme"]].map((theme) => tableOf(tableOf(theme)["encrypt"]));
  const isEverything = plugins.some(({ checkAll }) => checkAll === true) || tables.some(isGlobal);
  const protectedPaths = tables.flatMap(({ config }) => (isTable(config) ? Object.keys(config) : [])).map(decoded);
  return (path) => isEverything || protectedPaths.some((each) => decoded(path).startsWith(each));
}

// Version 1 has the passwords of the whole site here, and a state.
function isGlobal({ global, status }: Table): boolean {
  return status === "global" || (status === undefined && global !== undefined && global !== false);
}

function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path; // a percent sign of its own
  }
}
