import { baseName, withoutExtension } from "../../base/file-path.ts";
import { tableOf, textIn } from "../../base/table-values.ts";
import { exportedMetadata } from "../configuration/exported-metadata.ts";
import { readScript } from "../configuration/script-module.ts";
import { isMarkdown, isOfRepository } from "../site-rules/content-file.ts";
import { isDated } from "../site-rules/front-matter-date.ts";
import { isMdx, mdxTemplates } from "../site-rules/mdx-templates.ts";
import type { Generator, Plan, SiteFile } from "../site-rules/old-site.ts";
import { planMedia } from "../site-rules/plan-media.ts";
import { readableAddress } from "../site-rules/readable-address.ts";
import { addressPath, isIn, joinPath, pathIn } from "../site-rules/site-path.ts";
import { NextAuthors } from "./next/next-authors.ts";
import { findNextConfig, nextRoots } from "./next/next-config.ts";
import { findNextRoutes, routeOfTexts, routePath } from "./next/next-routes.ts";
import { readNextSettings } from "./next/next-settings.ts";
import { findNextTexts } from "./next/next-texts.ts";

/** Next.js with Contentlayer, Nextra, or MDX: texts of a content folder, and pages in `pages` and `app`. */
export const next: Generator = {
  name: "Next.js",
  open(folder) {
    const config = findNextConfig(folder);
    if (config === undefined) return undefined;
    const { path, root } = config;
    const exported = path === undefined ? {} : readScript(folder, path)?.exported;
    const options = tableOf(exported);
    const [apps = [], pages = []] = nextRoots(root);
    const routes = [...apps, ...pages];
    const isNextra =
      /\bnextra\b/.test((path && folder.read(path)) ?? "") && folder.paths.some((file) => isIn(joinPath(root, "content"), file));
    const published = findNextRoutes(folder, routes);
    const texts = isNextra ? [joinPath(root, "content")] : findNextTexts(folder, root, published);
    const source = texts[0];
    const routesOfTexts = new Map(texts.map((each) => [each, routeOfTexts(published, each, each === source)]));
    const base = textIn(options["basePath"]) ?? "";
    const slash = options["trailingSlash"] === true ? "/" : "";
    const authors = new NextAuthors(folder, root);
    const mediaFolders = [{ from: joinPath(root, "public"), to: "" }, ...[...texts, ...routes].map((from) => ({ from, to: "" }))];

    function planText(file: SiteFile, target: string, published: string | undefined, pattern?: string): Plan {
      const exported = exportedMetadata(file.body);
      const all = { ...exported, ...file.frontMatter };
      const kind = isDated({ ...file, frontMatter: all }) ? "post" : "page";
      const corrections = authors.namesOf(file.frontMatter);
      const path = published === undefined ? undefined : addressPath(base, published) + (published === "" ? "" : slash);
      return {
        kind,
        target,
        ...(path !== undefined && {
          address: readableAddress(path, pattern && addressPath(base, pattern) + slash, { target, frontMatter: all }),
        }),
        ...(Object.keys(exported).length > 0 && { keys: exported }),
        ...(Object.keys(corrections).length > 0 && { corrections }),
      };
    }

    function planEntry(file: SiteFile, folderOfTexts: string): Plan {
      const own = pathIn(folderOfTexts, file.path);
      const name = withoutExtension(own).replace(/(?:^|\/)index$/, "");
      if (isNextra) return planText(file, own, name, ":sections/:filename");
      const route = routesOfTexts.get(folderOfTexts);
      if (route === undefined) return planText(file, own, undefined);
      const entry = textIn(file.frontMatter["slug"]) ?? (route.hasFolders ? name : baseName(name));
      return planText(file, own, joinPath(route.prefix, entry), joinPath(route.prefix, ":sections/:slugorfilename"));
    }

    return {
      settings: readNextSettings(folder, root),
      base,
      notes: [
        ...(exported === undefined && path !== undefined && folder.read(path) !== ""
          ? [`Cannot read ${path}: its defaults were assumed`]
          : []),
        ...(source !== undefined && routesOfTexts.get(source) === undefined && !isNextra
          ? [`Cannot find the page that publishes ${source}: its addresses are unknown; write permalink into the settings`]
          : []),
      ],
      ...mdxTemplates(isMdx),
      hasAnySchema: true,
      plan(file) {
        const isText = isMarkdown(file.path) && isIn(root, file.path) && !isOfRepository(file.path);
        const own = texts.find((each) => isIn(each, file.path));
        if (authors.isAuthor(file.path)) return { kind: "left out", what: "texts about authors" };
        if (isText && own !== undefined) return planEntry(file, own);
        const place = routes.find((each) => isIn(each, file.path));
        if (!isText || place === undefined) return planMedia(file.path, mediaFolders);
        const inRoute = pathIn(place, file.path);
        if (inRoute.split("/").some((name) => /^[_[]/.test(name))) return undefined;
        if (pages.includes(place))
          return planText(file, inRoute, withoutExtension(inRoute).replace(/(?:^|\/)index$/, ""), ":sections/:filename");
        const address =
          /^(?:(.*)\/)?page\.mdx?$/.exec(routePath(inRoute))?.[1] ?? (/^page\.mdx?$/.test(routePath(inRoute)) ? "" : undefined);
        return address === undefined
          ? undefined
          : planText(file, address === "" ? "index.mdx" : `${address}/index.mdx`, address, ":sections/:filename");
      },
    };
  },
};
