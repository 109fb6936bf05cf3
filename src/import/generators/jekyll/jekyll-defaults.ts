import { tableOf } from "../../../base/table-values.ts";
import type { FrontMatterTable, FrontMatterValue } from "../../../content/front-matter/front-matter-table.ts";
import { compileGlob } from "../../configuration/glob.ts";
import type { JekyllConfig } from "./jekyll-config.ts";
import { mergeTables } from "./with-defaults.ts";

interface Scope {
  readonly path: string;
  readonly type: string | undefined;
  readonly values: FrontMatterTable;
  matches(path: string): boolean;
}

const oldTypes: Readonly<Record<string, string>> = { page: "pages", post: "posts", draft: "drafts" };

/** The front matter defaults of a site (jekyllrb.com/docs/configuration/front-matter-defaults). */
export class JekyllDefaults {
  readonly #scopes: readonly Scope[];
  readonly #merged = new Map<string, FrontMatterTable>();

  constructor({ collectionsFolder, values }: JekyllConfig) {
    const sets = Array.isArray(values["defaults"]) ? values["defaults"].map(tableOf) : [];
    this.#scopes = sets.map((set) => scopeOf(set, collectionsFolder));
  }

  /** Returns the defaults of a file. @param type `posts`, `drafts`, `pages` or the label of a collection */
  of(path: string, type: string): FrontMatterTable {
    const matching = this.#scopes.filter((scope) => (scope.type === undefined || scope.type === type) && scope.matches(path));
    const key = matching.map((scope) => this.#scopes.indexOf(scope)).join();
    const merged = this.#merged.get(key) ?? merge(matching);
    this.#merged.set(key, merged);
    return merged;
  }
}

function scopeOf(set: Readonly<Record<string, unknown>>, collectionsFolder: string): Scope {
  const scope = tableOf(set["scope"]);
  const written = typeof scope["path"] === "string" ? scope["path"] : "";
  const plain = written.startsWith("/") ? written.slice(1) : written;
  const path = collectionsFolder !== "" && plain.startsWith(`${collectionsFolder}/`) ? plain.slice(collectionsFolder.length + 1) : plain;
  const type = typeof scope["type"] === "string" ? (oldTypes[scope["type"]] ?? scope["type"]) : undefined;
  return {
    path,
    type,
    values: asTable(tableOf(set["values"])),
    matches: path.includes("*") ? globMatcher(path) : (file) => file.startsWith(path),
  };
}

// The files that a glob finds, and everything below the folders that it finds.
function globMatcher(glob: string): (path: string) => boolean {
  const expression = compileGlob(glob);
  return (path) => {
    const names = path.split("/");
    return names.some((_, depth) => expression.test(names.slice(0, depth + 1).join("/")));
  };
}

// A longer path has precedence, then a scope with a type, then the later one.
function merge(scopes: readonly Scope[]): FrontMatterTable {
  let merged: FrontMatterTable = {};
  let last: Scope | undefined;
  for (const scope of scopes) {
    const wins =
      last === undefined ||
      (scope.path.length === last.path.length ? scope.type !== undefined || last.type === undefined : scope.path.length > last.path.length);
    merged = wins ? mergeTables(merged, scope.values) : mergeTables(scope.values, merged);
    if (wins) last = scope;
  }
  return merged;
}

function asTable(values: Readonly<Record<string, unknown>>): FrontMatterTable {
  return Object.fromEntries(Object.entries(values).flatMap(([key, value]) => (value === null ? [] : [[key, asValue(value)]])));
}

function asValue(value: unknown): FrontMatterValue {
  if (Array.isArray(value)) return value.filter((item) => item !== null).map(asValue);
  return typeof value === "object" && value !== null ? asTable(value as Record<string, unknown>) : String(value);
}
