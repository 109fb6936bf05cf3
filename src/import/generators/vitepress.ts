import { tableOf, textIn, textsIn } from "../../base/table-values.ts";
import { excludeFiles } from "../configuration/file-patterns.ts";
import { findConfig } from "../configuration/find-config.ts";
import { readOldSettings } from "../configuration/old-settings.ts";
import { readScript } from "../configuration/script-module.ts";
import { isOfRepository } from "../site-rules/content-file.ts";
import { isDated } from "../site-rules/front-matter-date.ts";
import { NoteList } from "../site-rules/note-list.ts";
import type { Generator } from "../site-rules/old-site.ts";
import { planMedia } from "../site-rules/plan-media.ts";
import { readableAddress } from "../site-rules/readable-address.ts";
import { addressPath, isIn, joinPath, pathIn, resolvePath } from "../site-rules/site-path.ts";

import { includesFiles, vueTemplates } from "./vuepress/vue-templates.ts";

/** VitePress: a Markdown file with a date is a post, any other a page. */
export const vitepress: Generator = {
  name: "VitePress",
  open(folder) {
    const config =
      findConfig(folder.paths, /(?:^|\/)\.vitepress\/config\.[cm]?[jt]s$/, 1) ??
      findConfig(folder.paths, /(?:^|\/)\.vitepress\/config\/index\.[cm]?[jt]s$/, 2);
    if (config === undefined) return undefined;
    const script = readScript(folder, config.path);
    const options = tableOf(script?.exported);
    const source = resolvePath(config.root, textIn(options["srcDir"]) ?? "");
    const rewrites = rewritesOf(options["rewrites"]);
    const excluded = excludeFiles(textsIn(options["srcExclude"]));
    const base = textIn(options["base"]) ?? "/";
    const ending = options["cleanUrls"] === true ? "" : ".html";
    const notes = new NoteList();
    if (script === undefined) notes.add(`Cannot read ${config.path}: its defaults were assumed`);
    if (rewrites.isPartial) notes.add(`${config.path} has rewrites that are not read: the addresses that they make are unknown`);
    const mediaFolders = [
      { from: joinPath(source, "public"), to: "" },
      { from: source, to: "" },
    ];
    return {
      settings: readOldSettings(options, { url: tableOf(options["sitemap"])["hostname"] }),
      get notes() {
        return notes.sentences;
      },
      ...vueTemplates,
      ...(base !== "/" && { linkBase: addressPath(base, "/") }),
      hasAnySchema: true,
      plan(file) {
        if (!isIn(source, file.path)) return undefined;
        const target = pathIn(source, file.path);
        if (target.split("/").some((name) => name.startsWith("."))) return undefined;
        if (!target.endsWith(".md")) return planMedia(file.path, mediaFolders);
        if (excluded.test(target)) return { kind: "left out", what: "files that srcExclude names" };
        if (isOfRepository(target)) return { kind: "left out", what: "files about the repository, such as README.md" };
        if (includesFiles(file.body)) notes.count("Included files are not read; copy their text", file.path);
        const kind = isDated(file) ? "post" : "page";
        const rewritten = rewrites.apply(target);
        if (rewritten === undefined) return { kind, target };
        const path = addressPath(base, rewritten.replace(/(?<=^|\/)index\.md$/, "").replace(/\.md$/, ending));
        return {
          kind,
          target,
          address: readableAddress(path, addressPath(base, `:sections/:filename${ending}`), { target, frontMatter: file.frontMatter }),
        };
      },
    };
  },
};

interface Rewrites {
  /** True if some rewrites are functions or patterns. */
  readonly isPartial: boolean;
  /** Returns the path that a file gets; undefined if it is unknown. */
  apply(path: string): string | undefined;
}

// vitepress.dev/guide/routing, "Route Rewrites": a table of files, or of patterns such as `packages/:pkg/:slug*`. The first that matches
// counts.
function rewritesOf(value: unknown): Rewrites {
  const entries = Object.entries(tableOf(value)).map(([from, to]) => rewriteOf(from, to));
  return {
    isPartial: entries.some(({ apply }) => apply === undefined) || (value !== undefined && entries.length === 0),
    apply(path) {
      for (const { apply, prefix } of entries) {
        const rewritten = apply?.(path);
        if (rewritten !== undefined) return rewritten;
        if (apply === undefined && path.startsWith(prefix)) return undefined;
      }
      return path;
    },
  };
}

const parameter = /:(\w+)([*+]?)/g;
const maxParameters = 2; // the time grows exponentially with their number

// The rewrite of one pattern; without `apply` if it needs more than parameters.
function rewriteOf(from: string, to: unknown): { readonly prefix: string; readonly apply?: (path: string) => string | undefined } {
  const prefix = from.slice(0, Math.max(0, from.search(/[:(*{]|$/)));
  const rest = from.replace(parameter, "");
  if (typeof to !== "string" || /[:(){}*?+\\]/.test(rest) || (from.match(parameter)?.length ?? 0) > maxParameters) return { prefix };
  const parts = from.split(/(:\w+[*+]?)/).filter((part) => part !== "");
  return {
    prefix,
    apply(path) {
      const values = valuesIn(path, parts);
      return values && to.replace(parameter, (written, name: string) => values[name] ?? written);
    },
  };
}

// The values of the parameters of a path; `:name` is one name, and `:name*` several.
function valuesIn(path: string, [part, ...rest]: readonly string[]): Readonly<Record<string, string>> | undefined {
  if (part === undefined) return path === "" ? {} : undefined;
  if (!part.startsWith(":")) return path.startsWith(part) ? valuesIn(path.slice(part.length), rest) : undefined;
  const isMany = /[*+]$/.test(part);
  for (let end = isMany ? path.length : `${path}/`.indexOf("/"); end > 0; end--) {
    const values = valuesIn(path.slice(end), rest);
    if (values !== undefined) return { ...values, [part.replace(/\W/g, "")]: path.slice(0, end) };
  }
  return undefined;
}
