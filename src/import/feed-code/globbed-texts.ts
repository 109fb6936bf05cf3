import { folderOf } from "../../base/file-path.ts";
import { selectFiles } from "../configuration/file-patterns.ts";
import { sourceAliases } from "../configuration/source-aliases.ts";
import { withoutComments } from "../configuration/without-comments.ts";
import { isMarkdown } from "../site-rules/content-file.ts";
import type { SiteFolder } from "../site-rules/old-site.ts";
import { commonFolder, isIn, joinPath, resolvePath } from "../site-rules/site-path.ts";

/** Texts that code of a site reads by patterns of their paths: `import.meta.glob("../posts/*.md")`. */
export interface GlobbedTexts {
  /** The module or the component with the patterns. */
  readonly module: string;
  /** The texts that they select, sorted. */
  readonly texts: readonly string[];
  /** The deepest folder that contains the patterns: `posts`. */
  readonly folder: string;
  /** True if the code puts a name into the path of one text: `../posts/${params.slug}.md`. */
  readonly isNamed: boolean;
}

const code = /\.(?:[cm]?[jt]sx?|svelte|vue|astro)$/;
const maxLength = 262_144; // UTF-16 units
const glob = /\b(?:import\.meta\.glob(?:Eager)?|Astro\.glob)\b/;
const maxCall = 3000; // UTF-16 units
const named = /\bimport\(\s{0,9}(?:\/\*[^*]{0,100}\*\/\s{0,9})?`([^`\n]{1,300}\.(?:mdx?|svx|markdown))`/g;

/**
 * Finds the texts that Vite reads by patterns in the code of a site (vite.dev/guide/features#glob-import).
 * @param root the folder of the site, at which patterns with a slash begin
 * @param source the folder of its code
 */
export function globbedTexts(folder: SiteFolder, root: string, source = joinPath(root, "src")): GlobbedTexts[] {
  const all = folder.paths.filter((path) => isIn(root, path) && isMarkdown(path));
  const aliases = sourceAliases(folder, root, source);
  return folder.paths
    .filter((path) => isIn(root, path) && code.test(path))
    .flatMap((module) => {
      const text = (folder.read(module) ?? "").slice(0, maxLength);
      if (!/\bglob|\bimport\(/.test(text)) return [];
      return patternsIn(withoutComments(text)).flatMap(({ isNamed, written }): GlobbedTexts[] => {
        const patterns = written.flatMap((each) => placeOf(each, module, root, aliases) ?? []);
        const selected = selectFiles(patterns);
        const texts = patterns.some((each) => !each.startsWith("!")) ? all.filter((path) => selected.test(path)) : [];
        const folders = patterns.filter((each) => !each.startsWith("!")).map(staticFolder);
        return texts.length === 0 ? [] : [{ module, texts, folder: commonFolder(folders.map((each) => joinPath(each, "*"))), isNamed }];
      });
    });
}

interface WrittenPatterns {
  readonly written: readonly string[];
  readonly isNamed: boolean;
}

// In the path of an import, an expression is one name.
function patternsIn(text: string): WrittenPatterns[] {
  const [, ...calls] = text.split(glob);
  const imports = [...text.matchAll(named)].map(([, path = ""]) => path).filter((path) => path.includes("${"));
  return [
    ...calls.map((call) => ({ written: argumentOf(call.slice(0, maxCall)), isNamed: false })),
    ...imports.map((path) => ({ written: [path.replace(/\$\{[^{}]{0,100}\}/g, "*")], isNamed: true })),
  ];
}

// The texts of `<() => Post>(["a", "b"], …)` or `("a", …)`.
function argumentOf(call: string): string[] {
  const start = call.startsWith("<") ? call.indexOf(">(") + 1 : 0;
  if (call[start] !== "(") return [];
  const written = call.slice(start + 1).trimStart();
  const list = written.startsWith("[") ? written.split("]", 1).join("") : written.slice(0, written.indexOf(written.charAt(0), 1) + 1);
  return [...list.matchAll(/["'`]([^"'`\n]{1,300})["'`]/g)].map(([, pattern = ""]) => pattern);
}

function placeOf(pattern: string, module: string, root: string, aliases: (name: string) => string[]): string | undefined {
  if (pattern.startsWith("!")) {
    const place = placeOf(pattern.slice(1), module, root, aliases);
    return place && `!${place}`;
  }
  if (pattern.startsWith("/")) return resolvePath(root, pattern.slice(1));
  if (/^\.{1,2}\//.test(pattern)) return resolvePath(folderOf(module), pattern);
  return pattern.startsWith("**/") ? joinPath(root, pattern) : aliases(pattern)[0];
}

// `posts` of `posts/**/*.md`
function staticFolder(pattern: string): string {
  const names = pattern.split("/").slice(0, -1);
  const wild = names.findIndex((name) => /[*?[{(!]/.test(name));
  return joinPath(...(wild < 0 ? names : names.slice(0, wild)));
}
