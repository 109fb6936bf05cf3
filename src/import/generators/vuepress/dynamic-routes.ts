import { tableOf } from "../../../base/table-values.ts";
import { readScript } from "../../configuration/script-module.ts";
import type { SiteFolder } from "../../site-rules/old-site.ts";
import { joinPath } from "../../site-rules/site-path.ts";

const parameter = /\[(\w+)\]/g;

/** Returns whether VitePress makes pages of a file for each value, as of `[pkg].md` (vitepress.dev/guide/routing, "Dynamic Routes"). */
export function hasParameter(path: string): boolean {
  return /\[\w+\]/.test(path);
}

/**
 * Returns the paths of the pages that a dynamic route makes: `pkg/foo.md`. Empty if they are not constants of its paths file.
 * @param source the folder of the content @param target the path of the template below it
 */
export function pagesOfRoute({ paths, read }: SiteFolder, source: string, target: string): string[] {
  const quiet = { paths, read: (name: string) => read(name) }; // the paths file is no configuration
  const stem = joinPath(source, target).replace(/\.md$/, "");
  const file = ["js", "ts", "mjs", "mts"].map((ending) => `${stem}.paths.${ending}`).find((path) => paths.includes(path));
  const routes = file === undefined ? [] : tableOf(readScript(quiet, file)?.exported)["paths"];
  return (Array.isArray(routes) ? routes : []).flatMap((route) => {
    const values = tableOf(tableOf(route)["params"]);
    const page = target.replace(parameter, (written, name: string) => (Object.hasOwn(values, name) ? String(values[name]) : written));
    return hasParameter(page) ? [] : [page];
  });
}
