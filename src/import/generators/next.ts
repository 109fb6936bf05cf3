import { tableOf, textIn } from "../../base/table-values.ts";
import { NamedAuthors } from "../configuration/named-authors.ts";
import { readScript } from "../configuration/script-module.ts";
import { sourceAliases } from "../configuration/source-aliases.ts";
import { feedScripts } from "../feed-code/code-ids.ts";
import { codeFeedFilters } from "../feed-code/feed-filters.ts";
import { statedRedirects, type WrittenRedirect } from "../old-pages/stated-redirects.ts";
import { isMdx, mdxTemplates } from "../site-rules/mdx-templates.ts";
import type { Generator, OldSite, SiteFolder } from "../site-rules/old-site.ts";
import { breaksOfRemark } from "./markdown-breaks.ts";
import { findNextConfig, type NextConfig, nextRoots } from "./next/next-config.ts";
import { nextIds } from "./next/next-ids.ts";
import { nextLists } from "./next/next-lists.ts";
import { NextPlaces } from "./next/next-places.ts";
import { NextPlans } from "./next/next-plans.ts";
import { readNextSettings } from "./next/next-settings.ts";

/** Next.js with Contentlayer, Nextra, or MDX: texts of a content folder, and pages in `pages` and `app`. */
export const next: Generator = {
  name: "Next.js",
  open(folder) {
    const config = findNextConfig(folder);
    return config && openSite(folder, config);
  },
};

function openSite(folder: SiteFolder, config: NextConfig): OldSite {
  const { path, root } = config;
  const exported = path === undefined ? {} : readScript(folder, path)?.exported;
  const options = tableOf(exported);
  const [apps = [], pages = []] = nextRoots(root);
  const places = new NextPlaces(folder, config);
  const plans = new NextPlans(folder, config, places, options);
  const isUnread = exported === undefined && path !== undefined && folder.read(path) !== "";
  const authors = new NamedAuthors(folder, root);
  const base = textIn(options["basePath"]) ?? "";
  const stated = statedRedirects(redirectsOf(options["redirects"], base), `${path}`);
  const ids = nextIds(folder, root, base);
  return {
    settings: readNextSettings(folder, root, options),
    base,
    redirects: stated.redirects,
    lists: nextLists(folder, root, base),
    get notes() {
      return [
        ...(isUnread ? [`Cannot read ${path}: its defaults were assumed`] : []),
        ...(places.unpublished === undefined
          ? []
          : [`Cannot find the page that publishes ${places.unpublished}: its addresses are unknown; write permalink into the settings`]),
        ...(places.note === undefined ? [] : [places.note]),
        ...stated.notes,
        ...(ids.note === undefined ? [] : [ids.note]),
      ];
    },
    idOf: ids.idOf,
    plan: (file) => plans.plan(file),
    outOfFeedBy: codeFeedFilters(folder, feedScripts(folder, root)),
    markdown: { breaks: breaksOfRemark(folder) },
    futureSetting: "Next.js publishes posts of any date",
    mayCompareDates: true,
    pageFiles: [
      ...apps.map((app) => ({ folder: app, name: /^(?:(.+)\/)?page\.[jt]sx?$/ })),
      ...pages.map((each) => ({ folder: each, name: /^(.+)\.[jt]sx?$/ })),
    ],
    namesOfAuthors: (frontMatter) => authors.namesOf(frontMatter),
    hasAnySchema: true,
    readsJsYaml: true,
    ...mdxTemplates(isMdx),
    pathsOf: sourceAliases(folder, root),
  };
}

// nextjs.org/docs/app/api-reference/config/next-config-js/redirects
function redirectsOf(list: unknown, base: string): WrittenRedirect[] {
  return [list].flat(1).flatMap((each): WrittenRedirect[] => {
    const { basePath, destination, has, missing, source } = tableOf(each);
    if (each === undefined) return [];
    const prefix = basePath === false ? "" : base;
    const withBase = (path: unknown) => (typeof path === "string" && path.startsWith("/") ? prefix + path : path);
    return [{ from: withBase(source), to: withBase(destination), isConditional: has !== undefined || missing !== undefined }];
  });
}
