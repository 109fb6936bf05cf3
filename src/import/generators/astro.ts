import { slug as githubSlug } from "github-slugger";
import { tableOf, textIn } from "../../base/table-values.ts";
import { textOf } from "../../content/front-matter/front-matter-value.ts";
import { dateOfPath } from "../../content/metadata/date-of-path.ts";
import { findConfig } from "../configuration/find-config.ts";
import { findPackage } from "../configuration/find-package.ts";
import { readScript } from "../configuration/script-module.ts";
import { isMarkdown, isOfRepository } from "../site-rules/content-file.ts";
import { instantOf, isDated, writtenDate } from "../site-rules/front-matter-date.ts";
import { isMdx, mdxTemplates } from "../site-rules/mdx-templates.ts";
import type { Generator, Plan, SiteFile } from "../site-rules/old-site.ts";
import { planMedia } from "../site-rules/plan-media.ts";
import { readableAddress } from "../site-rules/readable-address.ts";
import { addressPath, isIn, joinPath, pathIn, resolvePath, withoutExtension } from "../site-rules/site-path.ts";
import { AstroAuthors } from "./astro/astro-authors.ts";
import { type Collection, findCollections } from "./astro/astro-collections.ts";
import { type AstroRoute, fillRoute, findAstroRoutes } from "./astro/astro-routes.ts";
import { readAstroSettings } from "./astro/astro-settings.ts";

/** Astro 2 to 7: collections of content, and Markdown files in `src/pages`. */
export const astro: Generator = {
  name: "Astro",
  open(folder) {
    const config = findConfig(folder.paths, /(?:^|\/)astro\.config\.[cm]?[jt]s$/) ?? findPackage(folder, "astro", "astro.config.mjs");
    if (config === undefined) return undefined;
    const script = readScript(folder, config.path);
    const options = tableOf(script?.exported);
    const source = resolvePath(config.root, textIn(options["srcDir"]) ?? "src");
    const pages = joinPath(source, "pages");
    const collections = findCollections(folder, config.root, source);
    const routes = findAstroRoutes(folder, pages);
    const authors = new AstroAuthors(folder, source);
    const ending = endingOf(options);
    const base = textIn(options["base"]) ?? "";
    const published = collections.filter(({ name }) => routes.size === 0 || routes.has(name));
    const isAlone = published.length === 1;
    // Below the articles folder, several collections have the folders of their addresses.
    const placeOf = ({ name }: Collection) => (isAlone ? "" : (routes.get(name)?.prefix ?? name));
    const mediaFolders = [
      { from: resolvePath(config.root, textIn(options["publicDir"]) ?? "public"), to: "" },
      ...collections.map((collection) => ({ from: collection.base, to: placeOf(collection) })),
      { from: pages, to: "" },
      { from: source, to: "" },
    ];

    // Several collections may select a file: the deepest one with a page for each entry publishes it.
    function collectionOf(path: string): Collection | undefined {
      const around = collections.filter(({ folder: own }) => isIn(own, path) && !isOutside(own, path));
      const selecting = around.filter((collection) => collection.selects(pathIn(collection.base, path)));
      return selecting.find((collection) => published.includes(collection)) ?? selecting[0] ?? around[0];
    }

    // A collection of the whole project also contains the pages of `src/pages`, and README.md.
    function isOutside(own: string, path: string): boolean {
      return (own === source || isIn(own, source)) && (isIn(pages, path) || isOfRepository(path));
    }

    function planEntry(file: SiteFile, collection: Collection): Plan {
      const route = routes.get(collection.name);
      if (!published.includes(collection)) return { kind: "left out", what: "entries of collections without a page for each entry" };
      const own = pathIn(collection.base, file.path);
      if (!collection.selects(own)) return { kind: "left out", what: "files that the pattern of their collection leaves out" };
      if (own.split("/").some((name) => name.startsWith("_"))) return { kind: "left out", what: "files whose name begins with _" };
      const target = joinPath(placeOf(collection), own);
      const kind = isDated(file) ? "post" : "page";
      if (route?.prefix === undefined || !route.endsWithId || collection.hasOwnIds) return { kind, target };
      const slug = textOf(file.frontMatter["slug"]);
      const end = ending(route.isIndex);
      const article = { target, frontMatter: file.frontMatter };
      if (route.pattern !== undefined) {
        const instant = instantOf(writtenDate(file.frontMatter) ?? dateOfPath(file.path));
        const filled = fillRoute({ ...route, pattern: route.pattern }, slug ?? idOf(own), instant);
        if (filled === undefined) return { kind, target };
        return {
          kind,
          target,
          address: readableAddress(addressPath(base, filled.path) + end, addressPath(base, filled.pattern) + end, article),
        };
      }
      const path = addressPath(base, route.prefix, slug ?? idOf(own)) + end;
      const pattern = addressPath(base, isAlone ? route.prefix : "", `:sections/:filename${end}`);
      return { kind, target, address: readableAddress(path, pattern, article) };
    }

    function withAuthors(plan: Plan | undefined, { frontMatter }: SiteFile): Plan | undefined {
      if (plan?.kind !== "post" && plan?.kind !== "page") return plan;
      const names = authors.namesOf(frontMatter);
      return Object.keys(names).length === 0 ? plan : { ...plan, corrections: { ...plan.corrections, ...names } };
    }

    function planPage(file: SiteFile): Plan | undefined {
      const target = pathIn(pages, file.path);
      if (target.split("/").some((name) => name.startsWith("_"))) return undefined; // no page of Astro
      const name = withoutExtension(target).replace(/(?:^|\/)index$/, "");
      const path = addressPath(base, name) + (name === "" ? "" : ending(/(?:^|\/)index\.\w+$/.test(target)));
      return {
        kind: isDated(file) ? "post" : "page",
        target,
        address: readableAddress(path, undefined, { target, frontMatter: file.frontMatter }),
      };
    }

    const settings = readAstroSettings(folder, source, script);
    const notes = [
      ...("site" in options && typeof options["site"] !== "string" && settings.url === undefined
        ? [`Cannot compute site in ${config.path}: write url into the settings`]
        : []),
      ...(script === undefined && folder.read(config.path) !== undefined ? [`Cannot read ${config.path}: its defaults were assumed`] : []),
      ...collections
        .filter((collection) => published.includes(collection))
        .flatMap((collection) => noteOf(collection, routes.get(collection.name))),
      ...("redirects" in options ? [`${config.path} has redirects: copy them to [vars.SITE.redirects]`] : []),
    ];

    return {
      settings,
      base,
      notes,
      hasAnySchema: true,
      pathsOf: (reference) => (/^[@~]\//.test(reference) ? [joinPath(source, reference.slice(2))] : []), // the usual names of `src`
      ...mdxTemplates(isMdx),
      plan(file) {
        if (!isIn(config.root, file.path)) return undefined;
        if (!isMarkdown(file.path)) return planMedia(file.path, mediaFolders);
        const collection = collectionOf(file.path);
        if (collection !== undefined) return withAuthors(planEntry(file, collection), file);
        if (isIn(pages, file.path) && !isOfRepository(file.path)) return withAuthors(planPage(file), file);
        return planMedia(file.path, mediaFolders);
      },
    };
  },
};

// The id of a file without a `slug` (docs.astro.build/en/reference/content-loader-reference, "glob() loader").
function idOf(path: string): string {
  return withoutExtension(path)
    .split("/")
    .map((name) => githubSlug(name))
    .join("/")
    .replace(/\/index$/, "");
}

// docs.astro.build/en/reference/configuration-reference, build.format and trailingSlash.
function endingOf(options: Readonly<Record<string, unknown>>): (isIndex: boolean) => string {
  const format = tableOf(options["build"])["format"];
  const slash = options["trailingSlash"] === "never" ? "" : "/";
  return (isIndex) => (format === "file" || (format === "preserve" && !isIndex) ? ".html" : slash);
}

function noteOf({ hasOwnIds, name }: Collection, route: AstroRoute | undefined): string[] {
  if (route === undefined) return [`Cannot find the page in src/pages that publishes the collection ${name}: its addresses are unknown`];
  if (route.prefix !== undefined && route.endsWithId && !hasOwnIds) return [];
  const where = hasOwnIds
    ? `generateId computes the addresses of the collection ${name}`
    : `${route.path} computes the addresses of the collection ${name}`;
  return [`${where}: they are unknown; write permalink into the settings or the posts`];
}
