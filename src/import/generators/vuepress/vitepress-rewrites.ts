import { tableOf } from "../../../base/table-values.ts";

/** The rewrites of a site (vitepress.dev/guide/routing, "Route Rewrites"). */
export interface Rewrites {
  /** True if some rewrites are functions or patterns. */
  readonly isPartial: boolean;
  /** Returns the path that a file gets; undefined if it is unknown. */
  apply(path: string): string | undefined;
}

/** Reads the rewrites: a table of files, or of patterns such as `packages/:pkg/:slug*`. The first that matches counts. */
export function rewritesOf(value: unknown): Rewrites {
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
const maxInName = 2; // parameters in the name of one folder or file, as each end of the first is tried
const maxMany = 2; // parameters of several names
const maxParameters = 8;

// The rewrite of one pattern; without `apply` if it needs more than parameters.
function rewriteOf(from: string, to: unknown): { readonly prefix: string; readonly apply?: (path: string) => string | undefined } {
  const prefix = from.slice(0, Math.max(0, from.search(/[:(*{]|$/)));
  const rest = from.replace(parameter, "");
  if (typeof to !== "string" || /[:(){}*?+\\]/.test(rest) || !isFast(from)) return { prefix };
  const parts = from.split(/(:\w+[*+]?)/).filter((part) => part !== "");
  return {
    prefix,
    apply(path) {
      const values = valuesIn(path, parts);
      return values && to.replace(parameter, (written, name: string) => values[name] ?? written);
    },
  };
}

function isFast(from: string): boolean {
  const parameters = from.match(parameter) ?? [];
  const many = parameters.filter((each) => /[*+]$/.test(each)).length;
  const inNames = from.split("/").map((name) => name.match(parameter)?.length ?? 0);
  return parameters.length <= maxParameters && many <= maxMany && Math.max(...inNames) <= maxInName;
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
