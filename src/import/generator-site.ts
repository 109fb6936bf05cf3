import { parse as parseToml } from "smol-toml";
import { parse as parseYaml } from "yaml";
import { generators } from "./generators.ts";

/** A subfolder of a site and its target below the articles folder. Both are paths, empty for the whole folder. */
export interface Tree {
  readonly from: string;
  readonly to: string;
  /** True if its texts are articles; otherwise only pictures and recordings are copied. */
  readonly hasArticles: boolean;
}

/** A site folder of another generator, and the settings that it needs. */
export interface GeneratorSite {
  /** A key of {@link generators}; undefined for an unknown folder, which is copied as it is. */
  readonly system?: string;
  readonly trees: readonly Tree[];
  /** The settings for `[vars.SITE]` that keep every address and id. */
  readonly settings: Readonly<Record<string, string>>;
}

/** Access to the files of a site folder. */
export interface SiteFolder {
  /** The paths of all files, separated by `/`. */
  readonly paths: readonly string[];
  /** Returns the text of a file; undefined if it does not exist. */
  read(path: string): string | undefined;
}

type Config = Readonly<Record<string, unknown>>;
type Found = { readonly trees: readonly Tree[]; readonly config: Config; readonly permalink?: string };

const articles = (from: string, to = ""): Tree => ({ from, to, hasArticles: true });
const media = (from: string, to = ""): Tree => ({ from, to, hasArticles: false });

// Each generator is recognized by the files that it requires.
const finders: Readonly<Record<string, (folder: SiteFolder) => Found | undefined>> = {
  zola(folder) {
    const config = configIn(folder, ["config.toml", "zola.toml"]);
    if (config?.["base_url"] === undefined || !hasArticles(folder, "content")) return undefined;
    return { trees: [articles("content"), media("static")], config };
  },
  hugo(folder) {
    const names = ["hugo", "config", "config/_default/hugo", "config/_default/config"];
    const config = configIn(
      folder,
      names.flatMap((name) => ["toml", "yaml", "yml", "json"].map((ending) => `${name}.${ending}`)),
    );
    if (config === undefined || !hasArticles(folder, "content")) return undefined;
    return { trees: [articles("content"), media("static"), media("assets")], config, ...given(hugoPattern(config["permalinks"])) };
  },
  hexo(folder) {
    const config = configIn(folder, ["_config.yml"]);
    if (config === undefined || !hasArticles(folder, "source/_posts")) return undefined;
    const trees = [articles("source/_posts", "_posts"), articles("source/_drafts", "_drafts"), media("source")];
    return { trees, config, ...given(text(config["permalink"])) };
  },
  jekyll(folder) {
    const config = configIn(folder, ["_config.yml", "_config.yaml", "_config.toml"]);
    if (config === undefined) return undefined;
    const root = text(config["source"])?.replace(/^\.?\/|\/$/g, "") ?? "";
    const own = folder.paths.filter((path) => isBelow(path, root)).map((path) => path.slice(root === "" ? 0 : root.length + 1));
    const posts = new Set(own.flatMap((path) => /^(?:[^_.][^/]*\/)*_(?:posts|drafts)(?=\/)/.exec(path)?.[0] ?? []));
    if (posts.size === 0) return undefined;
    return {
      trees: [...[...posts].map((path) => articles(joined(root, path), path)), media(root)],
      config,
      ...given(text(config["permalink"])),
    };
  },
  astro(folder) {
    if (!hasConfig(folder, /^astro\.config\.[cm]?[jt]s$/)) return undefined;
    const roots = ["src/content", "src/data", "content"].filter((root) => hasArticles(folder, root));
    const collections = roots.flatMap((root) => foldersIn(folder, root).map((name) => joined(root, name)));
    const [only, another] = [...collections, ...["src/blog", "src/posts"].filter((path) => hasArticles(folder, path))];
    const from = another === undefined ? (only ?? "src/pages") : (roots[0] ?? "src");
    const permalink = another === undefined && only !== undefined ? `/${lastOf(only)}/:sections/:filename/` : "/:sections/:filename/";
    return { trees: [articles(from), media("public"), media("src/assets", "assets")], config: {}, permalink };
  },
  eleventy(folder) {
    if (!hasConfig(folder, /^(?:\.eleventy|eleventy\.config)\.[cm]?[jt]s$/)) return undefined;
    const from = firstWith(folder, [
      "content/blog",
      "content/posts",
      "src/content/blog",
      "src/blog",
      "src/posts",
      "blog",
      "posts",
      "src",
      "content",
    ]);
    const isNamed = /(?:blog|posts)$/.test(from);
    const pictures = ["public", "static", "src", "content", ""].map((path) => media(path));
    return { trees: [articles(from), ...pictures], config: {}, permalink: isNamed ? `/${lastOf(from)}/:slug/` : "/:slug/" };
  },
  gatsby(folder) {
    if (!hasConfig(folder, /^gatsby-config\.[cm]?[jt]s$/)) return undefined;
    const from = firstWith(folder, ["content/blog", "content/posts", "content", "src/posts", "src/content", "posts", "blog"]);
    return { trees: [articles(from), media("static")], config: {} };
  },
};

/** Detects the generator of a folder, the subfolders to import, and the settings that are needed. */
export function findGeneratorSite(folder: SiteFolder): GeneratorSite {
  for (const [system, find] of Object.entries(finders)) {
    const found = find(folder);
    if (found !== undefined) return { system, trees: found.trees, settings: settingsOf(system, found, folder) };
  }
  return { trees: [articles("")], settings: {} };
}

function settingsOf(system: string, { config, permalink }: Found, folder: SiteFolder): Record<string, string> {
  const timezone = text(config["timezone"]) ?? text(config["timeZone"]);
  const pattern = permalink ?? generators[system];
  return { ...(pattern !== undefined && { permalink: pattern }), ...(timezone !== undefined && { timezone }), ...idsOf(system, folder) };
}

// The plugin jekyll-feed makes ids from addresses without their extension.
function idsOf(system: string, { read }: SiteFolder): Record<string, string> {
  const hasPlugin = system === "jekyll" && ["_config.yml", "Gemfile", "Gemfile.lock"].some((path) => read(path)?.includes("jekyll-feed"));
  return hasPlugin ? { ids: "jekyll-feed" } : {};
}

// Returns a pattern only if all sections share it. In Hugo, :slug falls back to the title, and :title is the title itself.
function hugoPattern(permalinks: unknown): string | undefined {
  const table = (permalinks ?? {}) as Record<string, unknown>;
  const patterns = Object.values({ ...table, ...(table["page"] as object | undefined) }).filter((value) => typeof value === "string");
  const [pattern] = patterns;
  return new Set(patterns).size === 1
    ? pattern?.replace(/:slug(?![a-z])/g, ":slugortitle").replace(/:title(?![a-z])/g, ":post_title")
    : undefined;
}

const maxConfigLength = 65_536; // UTF-16 units: parsing YAML takes time that grows with the square of the length

function configIn({ read }: SiteFolder, names: readonly string[]): Config | undefined {
  for (const name of names) {
    const source = read(name);
    if (source === undefined) continue;
    if (source.length > maxConfigLength) return {};
    try {
      const config: unknown = name.endsWith(".toml") ? parseToml(source) : parseYaml(source, { logLevel: "error" }); // JSON is YAML
      return typeof config === "object" && config !== null ? (config as Config) : {};
    } catch {
      return {}; // without the file, the user sets these values by hand
    }
  }
  return undefined;
}

function hasConfig({ paths }: SiteFolder, name: RegExp): boolean {
  return paths.some((path) => name.test(path));
}

function hasArticles({ paths }: SiteFolder, folder: string): boolean {
  return paths.some((path) => isBelow(path, folder) && /\.(?:md|markdown|mdx|html?)$/.test(path));
}

function foldersIn(folder: SiteFolder, root: string): string[] {
  const names = folder.paths.filter((path) => isBelow(path, root)).map((path) => path.slice(root.length + 1).split("/"));
  return [...new Set(names.filter(({ length }) => length > 1).map(([name = ""]) => name))].filter((name) =>
    hasArticles(folder, joined(root, name)),
  );
}

function firstWith(folder: SiteFolder, candidates: readonly string[]): string {
  return candidates.find((candidate) => hasArticles(folder, candidate)) ?? "";
}

/** Returns whether a path is in a folder; the empty folder contains every path. */
export function isBelow(path: string, folder: string): boolean {
  return folder === "" || path.startsWith(`${folder}/`);
}

function joined(folder: string, path: string): string {
  return folder === "" ? path : `${folder}/${path}`;
}

function lastOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function given(permalink: string | undefined): { readonly permalink?: string } {
  return permalink === undefined ? {} : { permalink };
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}
