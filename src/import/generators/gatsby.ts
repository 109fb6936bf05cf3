import { type Table, tableOf, textIn, textsIn } from "../../base/table-values.ts";
import { textOf } from "../../content/front-matter/front-matter-value.ts";
import { excludeFiles } from "../configuration/file-patterns.ts";
import { findConfig } from "../configuration/find-config.ts";
import { readOldSettings } from "../configuration/old-settings.ts";
import { readScript } from "../configuration/script-module.ts";
import { isMarkdown, isOfRepository } from "../site-rules/content-file.ts";
import { isDated } from "../site-rules/front-matter-date.ts";
import { isMdx, mdxTemplates } from "../site-rules/mdx-templates.ts";
import type { Generator, OldAddress, Plan, SiteFile, SiteFolder } from "../site-rules/old-site.ts";
import { planMedia } from "../site-rules/plan-media.ts";
import { readableAddress } from "../site-rules/readable-address.ts";
import { addressPath, isIn, joinPath, pathIn, resolvePath, withoutExtension } from "../site-rules/site-path.ts";
import { findGatsbyPrefix } from "./gatsby/gatsby-prefix.ts";
import { findGatsbyRoute, type GatsbyRoute } from "./gatsby/gatsby-routes.ts";

/** Gatsby 2 to 5: the Markdown of gatsby-source-filesystem, and of `src/pages`. */
export const gatsby: Generator = {
  name: "Gatsby",
  open(folder) {
    const config = findConfig(folder.paths, /(?:^|\/)gatsby-config\.[cm]?[jt]s$/);
    if (config === undefined) return undefined;
    const { path, root } = config;
    const script = readScript(folder, path);
    const options = tableOf(script?.exported);
    const pages = joinPath(root, "src/pages");
    const sources = sourcesOf(folder, options, script?.constant("plugins"), root).filter((source) => !isIn(source, `${pages}/`));
    const ignored = excludeFiles(
      pluginsOf(options, script?.constant("plugins")).flatMap((plugin) => textsIn(tableOf(plugin["options"])["ignore"])),
    );
    const route = findGatsbyRoute(folder, root);
    const settings = readOldSettings(options["siteMetadata"]);
    const siteUrl = textIn(tableOf(options["siteMetadata"])["siteUrl"]);
    const { note, prefix } = findGatsbyPrefix(folder, root, options["pathPrefix"], siteUrl);
    const end = (address: string) => (options["trailingSlash"] === "never" ? address.replace(/(?<=.)\/$/, "") : address);
    const placeOf = (source: string) => (sources.length === 1 ? "" : pathIn(root, source).replace(/^(?:src\/)?content\/?/, ""));
    const mediaFolders = [
      { from: joinPath(root, "static"), to: "" },
      ...sources.map((source) => ({ from: source, to: placeOf(source) })),
      { from: pages, to: "" },
    ];

    function planText(file: SiteFile, source: string): Plan {
      const target = joinPath(placeOf(source), pathIn(source, file.path));
      const kind = isDated(file) ? "post" : "page";
      const own = route && addressIn(route, file, pathIn(source, file.path));
      if (route === undefined || own === undefined) return { kind, target };
      const path = end(addressPath(prefix, route.prefix, own));
      const pattern = end(addressPath(prefix, route.prefix, `:sections/:filename${own.endsWith("/") ? "/" : ""}`));
      const address: OldAddress = readableAddress(path, pattern, { target, frontMatter: file.frontMatter });
      return { kind, target, address };
    }

    return {
      settings,
      notes: [
        ...(script === undefined ? [`Cannot read ${path}: its defaults were assumed`] : []),
        ...(route === undefined
          ? ["Cannot find the rule of the addresses in gatsby-node.js: they are unknown; write permalink into the settings"]
          : []),
        ...(note === undefined ? [] : [note]),
      ],
      ...(prefix !== "" && { linkBase: addressPath(prefix, "/") }),
      ...mdxTemplates(isMdx),
      hasAnySchema: true,
      plan(file) {
        if (!isIn(root, file.path)) return undefined;
        const source = sources.find((each) => isIn(each, file.path));
        const isText = isMarkdown(file.path) && !isOfRepository(file.path);
        if (isText && ignored.test(file.path)) return { kind: "left out", what: "files that the option ignore names" };
        if (isText && source !== undefined) return planText(file, source);
        if (!isText || !isIn(pages, file.path)) return planMedia(file.path, mediaFolders);
        const target = pathIn(pages, file.path);
        return {
          kind: isDated(file) ? "post" : "page",
          target,
          address: readableAddress(end(addressPath(prefix, filePath(target, true))), undefined, { target, frontMatter: file.frontMatter }),
        };
      },
    };
  },
};

function addressIn({ endsWithSlash, hasFilePath, key }: GatsbyRoute, { frontMatter }: SiteFile, path: string): string | undefined {
  const own = key === undefined ? undefined : textOf(frontMatter[key]);
  return own ?? (hasFilePath ? filePath(path, endsWithSlash) : undefined);
}

// As createFilePath of gatsby-source-filesystem.
function filePath(path: string, endsWithSlash: boolean): string {
  const name = withoutExtension(path).replace(/(?:^|\/)index$/, "");
  return addressPath(name, endsWithSlash ? "/" : "");
}

function pluginsOf(options: Table, constants: unknown): Table[] {
  return [options["plugins"] ?? constants].flat(1).map(tableOf);
}

// The folders of gatsby-source-filesystem with Markdown. A theme has its own folder.
function sourcesOf(folder: SiteFolder, options: Readonly<Record<string, unknown>>, constants: unknown, root: string): string[] {
  const declared = pluginsOf(options, constants).flatMap((plugin) => {
    const path = textIn(tableOf(plugin["options"])[/theme/.test(String(plugin["resolve"])) ? "contentPath" : "path"]);
    return path === undefined ? [] : [resolvePath(root, path)];
  });
  const usual = ["content/blog", "content/posts", "content", "src/posts", "src/content", "posts", "blog"].map((path) =>
    joinPath(root, path),
  );
  const hasTexts = (source: string) => folder.paths.some((path) => isIn(source, path) && isMarkdown(path));
  const found = [...new Set(declared)].filter((source) => source !== root && hasTexts(source));
  return found.length > 0 ? found.sort((a, b) => b.length - a.length) : usual.filter(hasTexts).slice(0, 1);
}
