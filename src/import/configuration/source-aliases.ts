import type { AnyNode } from "acorn";
import { isTable, textIn } from "../../base/table-values.ts";
import { nameOf, visitNodes } from "../constants/code-nodes.ts";
import { constantValue } from "../constants/constant-value.ts";
import type { Scope } from "../constants/scope.ts";
import type { SiteFolder } from "../site-rules/old-site.ts";
import { isIn, joinPath, pathIn, resolvePath } from "../site-rules/site-path.ts";
import { mappedNames } from "./path-aliases.ts";
import { parseModule, readScript } from "./script-module.ts";

/** A name of `resolve.alias`, and the path that it means. */
type Alias = readonly [name: string, path: string];

// The configurations in which sites with Vite or webpack have aliases.
const configuration =
  /^(?:(?:astro|babel|docusaurus|eleventy|next|nuxt|svelte|vite|vue|webpack)\.config|gatsby-(?:config|node)|\.eleventy|\.vitepress\/config(?:\/index)?|\.vuepress\/config)\.[cm]?[jt]s$/;

/**
 * Creates the rule by which the bundler of a site, Vite or webpack, reads the names of files: by `paths` of tsconfig.json, `resolve.alias`
 * (vite.dev/config/shared-options, webpack.js.org/configuration/resolve), and by custom. The rule returns paths in the site folder.
 * @param root the folder of the site's configuration
 * @param source the folder of its code
 */
export function sourceAliases(folder: SiteFolder, root: string, source = joinPath(root, "src")): (reference: string) => string[] {
  let find: ((name: string) => string[]) | undefined;
  return (reference) => {
    if (/^[./\\]|^[a-z][a-z\d+.-]*:/i.test(reference)) return [];
    find ??= finder(folder, root, source);
    const names = /^~[^/]/.test(reference) ? [reference.slice(1), reference] : [reference]; // in webpack, ~ begins the name of a module
    return names.flatMap(find);
  };
}

function finder({ paths, read }: SiteFolder, root: string, source: string): (name: string) => string[] {
  const folder = { paths, read }; // a fault of a file that is read for its aliases alone changes no address
  const mapped = mappedNames(folder, joinPath(root, "package.json"));
  const configs = paths.filter((path) => isIn(root, path) && configuration.test(pathIn(root, path)));
  const own = configs.flatMap((path) => aliasesOf(folder, path, root)).sort(([a], [b]) => b.length - a.length);
  const aliases = [...own, ...usualAliases(root, source)];
  return (name) => [...mapped(name), ...aliases.flatMap((alias) => pathBelow(alias, name))];
}

// The names that starters give to the folder of the code; `$lib` is that of SvelteKit.
function usualAliases(root: string, source: string): Alias[] {
  const folders = [...new Set([source, root])];
  return [
    ...folders.flatMap((folder): Alias[] => [
      ["@", folder],
      ["~", folder],
    ]),
    ["$lib", joinPath(source, "lib")],
  ];
}

function pathBelow([alias, path]: Alias, name: string): string[] {
  if (name === alias) return [path];
  return name.startsWith(`${alias}/`) ? [resolvePath(path, name.slice(alias.length + 1))] : [];
}

function aliasesOf(folder: SiteFolder, path: string, root: string): Alias[] {
  const program = parseModule(folder, path);
  const script = readScript(folder, path);
  if (program === undefined || script === undefined) return [];
  return aliasValues(program, script.constant).flatMap(([name, value]): Alias[] => {
    const [alias, place] = [withoutStar(name), withoutStar(textIn(value) ?? "")];
    if (alias === "" || place === "") return [];
    const start = place.startsWith("/") ? root : resolvePath(path, "..");
    return [[alias, resolvePath(start, place)]];
  });
}

// `@assets/*` of SvelteKit, `@assets$` of webpack, and `@assets/`.
function withoutStar(name: string): string {
  return name.replace(/\/?\*$|\/$|\$$/, "");
}

/** Returns the names and values of all tables `alias` of a program, of assignments to their members, and of `alias.set("@a", "src/a")`. */
function aliasValues(program: AnyNode, scope: Scope): [string, unknown][] {
  const found: [string, unknown][] = [];
  visitNodes(program, (node) => found.push(...aliasesAt(node, scope)));
  return found;
}

function aliasesAt(node: AnyNode, scope: Scope): [string, unknown][] {
  if (node.type === "Property" && !node.computed && nameOf(node.key) === "alias") return entriesOf(constantValue(node.value, scope));
  if (node.type === "AssignmentExpression" && node.left.type === "MemberExpression") {
    const { left, right } = node;
    if (nameOf(left) === "alias") return entriesOf(constantValue(right, scope));
    const name = left.computed ? constantValue(left.property, scope) : nameOf(left.property);
    return nameOf(left.object) === "alias" && typeof name === "string" ? [[name, constantValue(right, scope)]] : [];
  }
  if (node.type !== "CallExpression" || nameOf(node.callee) !== "set" || nameOf(startOfChain(node)) !== "alias") return [];
  const [name, value] = node.arguments.map((argument) => constantValue(argument, scope));
  return typeof name === "string" ? [[name, value]] : [];
}

// `alias` of `config.resolve.alias.set("@a", a).set("@b", b)`
function startOfChain(call: AnyNode): AnyNode {
  let start = call;
  while (start.type === "CallExpression" && start.callee.type === "MemberExpression") start = start.callee.object;
  return start;
}

// A table, or the list of `find` and `replacement` of Vite.
function entriesOf(value: unknown): [string, unknown][] {
  if (!Array.isArray(value)) return isTable(value) ? Object.entries(value) : [];
  return value.flatMap((each): [string, unknown][] =>
    isTable(each) && typeof each["find"] === "string" ? [[each["find"], each["replacement"]]] : [],
  );
}
