import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseAst } from "vitest/node";

/** A regular expression of ours. */
export interface Expression {
  /** Below `src/`. */
  readonly file: string;
  readonly source: string;
  readonly flags: string;
}

/** Path of the code. */
export const src: string = resolve(import.meta.dirname, "../src");

/** All files of TypeScript below `src/`. */
export const sourceFiles: readonly string[] = readdirSync(src, { recursive: true, encoding: "utf8" })
  .filter((path) => /\.tsx?$/.test(path) && !path.endsWith(".d.ts"))
  .sort();

interface Node {
  readonly type: string;
  readonly regex?: { readonly pattern: string; readonly flags: string };
  readonly callee?: { readonly name?: string };
}

/** Returns the regular expressions in a file of `src/`, and the number of those that it builds with `new RegExp`. */
export function expressionsIn(file: string): { readonly literals: readonly Expression[]; readonly built: number } {
  const program = parseAst(readFileSync(join(src, file), "utf8"), { lang: file.endsWith("x") ? "tsx" : "ts" });
  const nodes = [...nodesOf(program)];
  return {
    literals: nodes.flatMap(({ regex }) => (regex === undefined ? [] : [{ file, source: regex.pattern, flags: regex.flags }])),
    built: nodes.filter(({ callee, type }) => type === "NewExpression" && callee?.name === "RegExp").length,
  };
}

function* nodesOf(value: unknown): Generator<Node> {
  if (typeof value !== "object" || value === null || value instanceof RegExp) return;
  if ("type" in value) yield value as Node;
  for (const child of Object.values(value)) yield* nodesOf(child);
}

/** Watches `new RegExp` from now on; gives what files of `src/` build with it, and a function that ends it. */
export function recordExpressions(): { readonly built: readonly Expression[]; readonly stop: () => void } {
  const original = globalThis.RegExp;
  const built: Expression[] = [];
  globalThis.RegExp = new Proxy(original, {
    construct(target, given, newTarget) {
      const expression = Reflect.construct(target, given, newTarget) as RegExp;
      const caller = new Error().stack?.split("\n")[2] ?? "";
      const [, file] = /\/src\/([\w/.-]+\.tsx?)\b/.exec(caller) ?? [];
      if (file !== undefined && !caller.includes("node_modules")) built.push({ file, source: expression.source, flags: expression.flags });
      return expression;
    },
  });
  return {
    built,
    stop: () => {
      globalThis.RegExp = original;
    },
  };
}
