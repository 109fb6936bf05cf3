import { baseName, folderOf } from "../../../base/file-path.ts";
import type { EntryRoute } from "../../feed-code/glob-addresses.ts";
import type { SiteFolder } from "../../site-rules/old-site.ts";
import { isIn, joinPath, pathIn } from "../../site-rules/site-path.ts";

const parameter = /^(.*?)\[(\.{3})?(\w{1,50})(?:=\w{1,50})?\]$/;
const ofLists = /^(?:tags?|categor(?:y|ies)|page|pages|lang|locale|year|month|day|authors?|topics?|series|version)$/i;

/** Finds the pages with the parameter of one text: `blog/[slug]/+page.svelte`, and before version 1 `blog/[slug].svelte`. @param routes the folder of pages */
export function findSvelteKitRoutes({ paths }: SiteFolder, routes: string): EntryRoute[] {
  const code = paths.filter((path) => isIn(routes, path) && /\.(?:svelte|[jt]s)$/.test(path) && !/\+server\.[jt]s$/.test(path));
  const byAddress = Map.groupBy(code, (path) => addressOfRoute(pathIn(routes, path)) ?? "");
  return [...byAddress].flatMap(([address, files]): EntryRoute[] => {
    const [, before = "", rest, name = ""] = parameter.exec(address) ?? [];
    const prefix = before.replace(/\/$/, "");
    const isOfEntries = name !== "" && !ofLists.test(name) && !prefix.includes("[") && (before === "" || before.endsWith("/"));
    return isOfEntries ? [{ prefix, hasFolders: rest !== undefined, files }] : [];
  });
}

/** Returns the address of a file of a page, without groups: `blog/moon` of `(site)/blog/moon/+page.md`. Undefined for a file of no page. */
export function addressOfRoute(own: string): string | undefined {
  const names = own.split("/").filter((name) => !/^\(.*\)$/.test(name));
  const last = baseName(own);
  if (/^\+page(?:@[^.]{0,50})?(?:\.server)?\./.test(last)) return folderOf(joinPath(...names));
  if (last.startsWith("+") || names.some((name) => /^_/.test(name))) return undefined;
  const [stem = ""] = last.split(".", 1); // `moon` of `moon.svelte.md`, and of `moon.json.js`
  return joinPath(folderOf(joinPath(...names)), stem === "index" ? "" : stem);
}
