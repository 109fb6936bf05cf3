import type { SiteFolder } from "../../site-rules/old-site.ts";
import { isIn, pathIn } from "../../site-rules/site-path.ts";

/** A page template that publishes the entries of a collection, such as `src/pages/blog/[...slug].astro`. */
export interface Route {
  readonly path: string;
  /** The part of the address before the entry's own: `blog`. Undefined if it depends on more than the entry. */
  readonly prefix: string | undefined;
  /** True for `[slug]/index.astro`. */
  readonly isIndex: boolean;
  /** True if the address ends with the id of the entry; false if the template computes something else. */
  readonly endsWithId: boolean;
}

const entryRoute = /^(.*?)\[(?:\.\.\.)?(\w+)\](\/index)?\.astro$/;
const ofLists = /^(?:tags?|categor(?:y|ies)|page|pages|lang|locale|year|month|authors?|topics?|series|version)$/i;

/** Finds the route of each collection, by the names of collections. */
export function findRoutes(folder: SiteFolder, pages: string): Map<string, Route> {
  const routes = new Map<string, Route>();
  for (const path of folder.paths.filter((path) => isIn(pages, path) && path.includes("["))) {
    const [, prefix = "", parameter = "", index] = entryRoute.exec(pathIn(pages, path)) ?? [];
    if (parameter === "" || ofLists.test(parameter) || prefix.split("/").some((name) => /^_/.test(name))) continue;
    const code = (folder.read(path) ?? "").replace(/\s/g, "");
    for (const name of collectionsIn(code)) {
      const route: Route = {
        path,
        prefix: prefix.includes("[") ? undefined : prefix.replace(/\/$/, ""),
        isIndex: index !== undefined,
        endsWithId: endsWithId(code),
      };
      const other = routes.get(name);
      if (other === undefined || (other.prefix === undefined && route.prefix !== undefined)) routes.set(name, route);
    }
  }
  return routes;
}

function collectionsIn(code: string): string[] {
  return [...code.matchAll(/get(?:Collection|Entry|EntryBySlug)\(["'`]([\w-]{1,50})["'`]/g)].map(([, name = ""]) => name);
}

// `params: { slug: post.slug }`, `params: { slug: entry.id }`, `params: { slug }`; without static paths, the address is looked up.
function endsWithId(code: string): boolean {
  const start = code.indexOf("params:{");
  if (start < 0) return true;
  const [parameter = "", ...others] = code
    .slice(start + "params:{".length, code.indexOf("}", start))
    .replace(/,$/, "")
    .split(",");
  const value = parameter.split(":")[1];
  return others.length === 0 && (value === undefined || /^(?:[\w.]{1,99}\.)?(?:slug|id)$/.test(value));
}
