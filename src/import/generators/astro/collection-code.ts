import type { AnyNode } from "acorn";
import { type Table, tableOf } from "../../../base/table-values.ts";
import { readJson } from "../../configuration/data-file.ts";
import { parseText } from "../../configuration/script-module.ts";
import { buildEnvironment } from "../../constants/build-environment.ts";
import { isCallable } from "../../constants/call-list.ts";
import { childrenOf, nameOf } from "../../constants/code-nodes.ts";
import { unknownValue } from "../../constants/condition-operators.ts";
import { expressionValue } from "../../constants/condition-value.ts";
import { SiteModules } from "../../site-code/site-modules.ts";
import type { SiteFolder } from "../../site-rules/old-site.ts";
import { joinPath } from "../../site-rules/site-path.ts";

/**
 * The entries that code gets of a collection: those of `glob()`, those of a folder without a loader in Astro 5 and later, those of Astro 2 to
 * 4, whose ids are paths, or those of a folder in an unknown version, or of another loader.
 */
export type EntryForm = "glob" | "folder" | "legacy" | "unversioned" | "unknown";

/** The code of the configuration of collections. */
export class CollectionCode {
  readonly #modules: SiteModules;
  readonly #path: string | undefined;
  /** The keys of front matter that schemas may change; "all" if they may change any. */
  readonly changedKeys: readonly string[] | "all";
  readonly #withoutLoader: EntryForm;

  /** @param path the configuration of the collections @param root the folder of the site @param options those of its configuration */
  constructor(folder: SiteFolder, path: string | undefined, root: string, options: Table) {
    this.#path = path;
    this.#modules = new SiteModules(folder, { environment: buildEnvironment, exported: exportedByAstro, codeIn: (text) => text });
    this.changedKeys = path === undefined ? [] : changedKeys(folder.read(path) ?? "");
    const isLegacy = tableOf(options["legacy"])["collections"] === true;
    this.#withoutLoader = isLegacy ? "legacy" : formOf(folder, root);
  }

  /** Returns the form of the entries of a collection. */
  formOf(name: string): EntryForm {
    return (
      this.#loaderOf(name, (loader) => (loader === undefined ? this.#withoutLoader : isGlob(loader) ? "glob" : "unknown")) ?? "unknown"
    );
  }

  /** Returns the id that `generateId` makes of an entry; undefined if it is unknown. @param entry its path below the base */
  idOf(name: string, entry: string, data: unknown): string | undefined {
    return this.#loaderOf(name, (loader) => {
      const generate = isGlob(loader) ? loader["generateId"] : undefined;
      const id = isCallable(generate) ? generate([{ entry, data, base: unknownValue }]) : undefined;
      return typeof id === "string" && id !== "" ? id : undefined;
    });
  }

  #loaderOf<T>(name: string, use: (loader: unknown) => T): T | undefined {
    const found = this.#path === undefined ? undefined : this.#modules.exported(this.#path, "collections");
    if (found === undefined || "value" in found) return found === undefined ? use(undefined) : undefined;
    let result: T | undefined;
    expressionValue(found.node, found.scope, (collections) => {
      if (collections === unknownValue) return;
      const own = tableOf(collections)[name];
      if (own !== unknownValue) result = use(tableOf(own)["loader"]);
    });
    return result;
  }
}

const kind = Symbol("glob");

function exportedByAstro(source: string, name: string): unknown {
  if (/^astro[:/]content(?:$|\/)/.test(source) && name === "defineCollection") return ([options]: readonly unknown[]) => options;
  if (source !== "astro/loaders" || name !== "glob") return undefined;
  return ([options]: readonly unknown[]) => ({ ...tableOf(options), [kind]: true });
}

function isGlob(loader: unknown): loader is Table {
  return typeof loader === "object" && loader !== null && kind in loader;
}

function formOf(folder: SiteFolder, root: string): EntryForm {
  const { dependencies, devDependencies } = readJson(folder, joinPath(root, "package.json"));
  const version = { ...tableOf(devDependencies), ...tableOf(dependencies) }["astro"];
  const [, major] = /^[~^>=v]{0,3}(\d{1,3})(?:\.|$)/.exec(typeof version === "string" ? version : "") ?? [];
  return major === undefined ? "unversioned" : Number(major) < 5 ? "legacy" : "folder";
}

const changes = /^(?:transform|preprocess|pipe|codec|overwrite|catch|trim|toLowerCase|toUpperCase|normalize|slugify)$/;
const maxDepth = 200; // of nodes

// `slug: z.string().transform(…)`
function changedKeys(source: string): readonly string[] | "all" {
  const program = parseText(source);
  if (program === undefined) return "all";
  const found = new Set<string>();
  const visit = (node: AnyNode, key: string, depth: number): void => {
    if (depth > maxDepth) return;
    if (node.type === "CallExpression" && changes.test(nameOf(node.callee) ?? "")) found.add(key);
    const inner = node.type === "Property" && !node.computed ? (nameOf(node.key) ?? "") : key;
    for (const child of childrenOf(node)) visit(child, inner, depth + 1);
  };
  visit(program, "", 0);
  return found.has("") || found.has("schema") ? "all" : [...found];
}
