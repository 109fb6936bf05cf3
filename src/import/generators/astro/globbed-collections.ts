import { type EntryRoute, GlobAddresses } from "../../feed-code/glob-addresses.ts";
import { globbedTexts } from "../../feed-code/globbed-texts.ts";
import { isOfRepository } from "../../site-rules/content-file.ts";
import { isDated } from "../../site-rules/front-matter-date.ts";
import type { SiteFolder } from "../../site-rules/old-site.ts";
import { readFile } from "../../site-rules/site-file.ts";
import { commonFolder, isIn, joinPath, pathIn } from "../../site-rules/site-path.ts";
import type { Collection } from "./astro-collections.ts";
import type { AstroRoute } from "./astro-routes.ts";

const entryRoute = /^(.*?)\[(\.\.\.)?(\w{1,50})\](\/index)?\.astro$/;
const ofLists = /^(?:tags?|categor(?:y|ies)|page|pages|lang|locale|year|month|authors?|topics?|series|version)$/i;

/**
 * Finds the folders outside of `src/pages` whose texts code reads by patterns (`import.meta.glob("../markdown/*.md")`, `Astro.glob()`), if
 * they have dates or a page with a parameter reads them. They have the names of their folders.
 * @param collections the collections of the configuration, whose texts do not count
 */
export function globbedCollections(
  folder: SiteFolder,
  root: string,
  { collections, pages, source }: { readonly collections: readonly Collection[]; readonly pages: string; readonly source: string },
): Collection[] {
  const isFree = (path: string) =>
    !isIn(pages, path) && !isOfRepository(path) && !collections.some((collection) => isIn(collection.folder, path));
  const globs = globbedTexts(folder, root, source).map((glob) => ({ ...glob, texts: glob.texts.filter(isFree) }));
  const used = globs.filter(({ texts }) => texts.length > 0);
  if (used.length === 0) return [];
  const routes = findRoutes(folder, pages);
  const addresses = new GlobAddresses(folder, used, routes);
  const published = used.filter((glob) => addresses.isOfPage(glob) || glob.texts.some((path) => isDated(readFile(folder, path))));
  const byFolder = Map.groupBy(published, (glob) => (["", root, source].includes(glob.folder) ? commonFolder(glob.texts) : glob.folder));
  return [...byFolder].map(([base, all]) => {
    const texts = new Set(all.flatMap((glob) => glob.texts));
    const [first = ""] = texts;
    const route = addresses.routeOf(first);
    return {
      ...{ name: base, base, folder: base, skipsUnderscore: false, hasOwnIds: false, defaults: {}, isGlobbed: true },
      ...{ changedKeys: [], form: "unknown" as const, ownIdOf: () => undefined },
      selects: (path) => texts.has(joinPath(base, path)),
      ...(route && { route: astroRoute(route) }),
    };
  });
}

function findRoutes({ paths }: SiteFolder, pages: string): EntryRoute[] {
  return paths.flatMap((path): EntryRoute[] => {
    const [, prefix = "", rest, name = ""] = (isIn(pages, path) && entryRoute.exec(pathIn(pages, path))) || [];
    const isOfEntries = name !== "" && !ofLists.test(name) && !/\[|(?:^|\/)_/.test(prefix);
    return isOfEntries ? [{ prefix: prefix.replace(/\/$/, ""), hasFolders: rest !== undefined, files: [path] }] : [];
  });
}

function astroRoute({ files: [path = ""], prefix }: EntryRoute): AstroRoute {
  return { path, prefix, isIndex: path.endsWith("/index.astro"), endsWithId: true };
}
