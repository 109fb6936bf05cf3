import type { AnyNode, Program } from "acorn";
import { declaredNames } from "../configuration/declared-names.ts";
import { moduleFile } from "../configuration/module-file.ts";
import { parseText } from "../configuration/script-module.ts";
import { nameOf } from "../constants/code-nodes.ts";
import type { ConditionScope, Imported } from "../constants/local-names.ts";
import type { SiteFolder } from "../site-rules/old-site.ts";
import { packageFunction } from "./package-functions.ts";

/** The surroundings of the code of a site. */
export interface SiteCodeOptions {
  /** The values of the environment by name, such as `BASE_URL`. */
  readonly environment: Readonly<Record<string, unknown>>;
  /** Returns what the generator exports by a name; undefined if it does not, or its value is unknown. */
  exported(source: string, name: string): unknown;
  /** Returns the code in the text of a file: of a page, the script. */
  codeIn(source: string): string;
}

const maxDepth = 10; // of modules that export names of others

/** The modules of a site: the functions and constants that they declare, and those that they import from each other and from packages. */
export class SiteModules {
  readonly #folder: SiteFolder;
  readonly #options: SiteCodeOptions;
  readonly #modules = new Map<string, SiteModule | undefined>();

  constructor({ paths, read }: SiteFolder, options: SiteCodeOptions) {
    this.#folder = { paths, read: (path) => read(path) }; // its code is no configuration
    this.#options = options;
  }

  /** Returns what a module exports by a name; undefined if it does not, or only running the code would give it. */
  exported(path: string, name: string, depth = 0): Imported | undefined {
    const found = this.#moduleAt(path);
    if (found === undefined || depth > maxDepth) return undefined;
    if ("value" in found) return found;
    const node = found.exports.get(name);
    if (node === undefined) return this.#ofOthers(path, found, name, depth + 1);
    return this.#resolved(path, found, node, depth + 1);
  }

  // `export * from "./posts"`
  #ofOthers(path: string, { wholes }: ParsedModule, name: string, depth: number): Imported | undefined {
    for (const source of name === "default" ? [] : wholes) {
      const found = this.#imported(path, { source, name }, depth);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  #resolved(path: string, module: ParsedModule, exported: Exported, depth: number): Imported | undefined {
    if ("source" in exported) return this.#imported(path, exported, depth);
    const { node } = exported;
    const imported = node.type === "Identifier" ? module.imports.get(node.name) : undefined;
    const declared = node.type === "Identifier" ? module.scope.declared(node.name) : node;
    if (declared !== undefined) return { node: declared, scope: module.scope };
    return imported && this.#imported(path, imported, depth);
  }

  #imported(from: string, { name, source }: ImportedName, depth = 0): Imported | undefined {
    const path = moduleFile(this.#folder, from, source);
    if (path !== undefined) return this.exported(path, name, depth);
    const value = this.#options.exported(source, name) ?? packageFunction(source, name);
    return value === undefined ? undefined : { value };
  }

  #moduleAt(path: string): SiteModule | undefined {
    if (!this.#modules.has(path)) this.#modules.set(path, this.#parse(path));
    return this.#modules.get(path);
  }

  #parse(path: string): SiteModule | undefined {
    const text = this.#folder.read(path) ?? "";
    if (path.endsWith(".json")) return jsonIn(text);
    const program = parseText(this.#options.codeIn(text));
    if (program === undefined) return undefined;
    const names = new Map(declaredNames(program));
    const imports = importsIn(program);
    const found = new Map<string, Imported | undefined>();
    const scope: ConditionScope = {
      declared: (name) => names.get(name),
      imported: (name) => {
        const own = imports.get(name);
        if (own !== undefined && !found.has(name)) found.set(name, this.#imported(path, own));
        return found.get(name);
      },
      environment: this.#options.environment,
      isStrict: true,
    };
    return { scope, imports, exports: exportsIn(program, names), wholes: wholesIn(program) };
  }
}

type SiteModule = ParsedModule | { readonly value: unknown };

interface ParsedModule {
  readonly scope: ConditionScope;
  readonly imports: ReadonlyMap<string, ImportedName>;
  readonly exports: ReadonlyMap<string, Exported>;
  /** The modules whose names it all exports. */
  readonly wholes: readonly string[];
}

interface ImportedName {
  readonly source: string;
  readonly name: string;
}

type Exported = ImportedName | { readonly node: AnyNode };

function jsonIn(text: string): SiteModule | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined; // the site itself would not be built
  }
}

function importsIn({ body }: Program): Map<string, ImportedName> {
  const found = new Map<string, ImportedName>();
  for (const statement of body)
    if (statement.type === "ImportDeclaration")
      for (const each of statement.specifiers) {
        const name =
          each.type === "ImportSpecifier" ? nameOf(each.imported) : each.type === "ImportDefaultSpecifier" ? "default" : undefined;
        if (name !== undefined) found.set(each.local.name, { source: String(statement.source.value), name });
      }
  return found;
}

function exportsIn({ body }: Program, names: ReadonlyMap<string, AnyNode>): Map<string, Exported> {
  const found = new Map<string, Exported>([...names].map(([name, node]) => [name, { node }]));
  for (const statement of body) {
    if (statement.type === "ExportDefaultDeclaration") found.set("default", { node: statement.declaration });
    if (statement.type !== "ExportNamedDeclaration") continue;
    for (const { exported, local } of statement.specifiers) {
      const [name = "", own = ""] = [nameOf(exported), nameOf(local)];
      found.set(name, statement.source ? { source: String(statement.source.value), name: own } : { node: local });
    }
  }
  return found;
}

function wholesIn({ body }: Program): string[] {
  return body.flatMap((each) => (each.type === "ExportAllDeclaration" && !each.exported ? [String(each.source.value)] : []));
}
