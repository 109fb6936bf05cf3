import type { AnyNode } from "acorn";
import type { Table } from "../../../base/table-values.ts";
import { declaredNames } from "../../configuration/declared-names.ts";
import { parseText, type ScriptModule } from "../../configuration/script-module.ts";
import { nameOf } from "../../constants/code-nodes.ts";
import { constantValue } from "../../constants/constant-value.ts";

/**
 * Reads the defaults of the schemas of collections: `status: z.enum(["a", "b"]).default("a")` (zod.dev/api, "Defaults"). Returns them by the
 * name of the collection.
 * @param script the constants of the configuration
 */
export function schemaDefaults(source: string, script: ScriptModule | undefined): ReadonlyMap<string, Table> {
  const program = parseText(source);
  const names = new Map(program === undefined ? [] : declaredNames(program));
  const resolved = (node: AnyNode): AnyNode => (node.type === "Identifier" ? (names.get(node.name) ?? node) : node);
  const reader = new DefaultsReader(resolved, (name) => script?.constant(name));
  const collections = names.get("collections");
  const entries = collections?.type === "ObjectExpression" ? collections.properties : [];
  return new Map(
    entries.flatMap((each): [string, Table][] => {
      const name = each.type === "Property" && !each.computed ? nameOf(each.key) : undefined;
      const schema = each.type === "Property" ? schemaOf(resolved(each.value)) : undefined;
      return name === undefined || schema === undefined ? [] : [[name, Object.fromEntries(reader.read(schema, 0))]];
    }),
  );
}

const maxDepth = 20; // of schemas that extend others
const maxSteps = 1000; // a schema may contain another one several times

class DefaultsReader {
  readonly #resolved: (node: AnyNode) => AnyNode;
  readonly #scope: (name: string) => unknown;
  #steps = 0;

  constructor(resolved: (node: AnyNode) => AnyNode, scope: (name: string) => unknown) {
    this.#resolved = resolved;
    this.#scope = scope;
  }

  /** Returns the defaults of a schema: `z.object({…}).extend({…})`, a name of one, or a function that returns one. */
  read(written: AnyNode, depth: number): [string, unknown][] {
    const node = this.#resolved(written);
    if (depth > maxDepth || this.#steps++ > maxSteps) return [];
    if (node.type === "ArrowFunctionExpression" || node.type === "FunctionExpression" || node.type === "FunctionDeclaration")
      return this.read(returnedBy(node.body), depth + 1);
    if (node.type !== "CallExpression" || node.callee.type !== "MemberExpression") return [];
    const outer = this.read(node.callee.object, depth + 1);
    return [...outer, ...node.arguments.flatMap((each) => this.#ofArgument(each, depth))];
  }

  #ofArgument(argument: AnyNode, depth: number): [string, unknown][] {
    const node = this.#resolved(argument);
    if (node.type !== "ObjectExpression") return this.read(node, depth + 1);
    if (depth > maxDepth || this.#steps++ > maxSteps) return [];
    return node.properties.flatMap((each): [string, unknown][] => {
      if (each.type === "SpreadElement") return this.#ofArgument(each.argument, depth + 1);
      const value = each.computed ? undefined : this.#defaultOf(each.value);
      return value === undefined ? [] : [[nameOf(each.key) ?? "", value]];
    });
  }

  // `.default("a")`, also before or after other methods.
  #defaultOf(node: AnyNode): unknown {
    for (let at = node; at.type === "CallExpression" && at.callee.type === "MemberExpression"; at = at.callee.object)
      if (nameOf(at.callee) === "default") return constantValue(at.arguments[0], this.#scope);
    return undefined;
  }
}

function schemaOf(collection: AnyNode): AnyNode | undefined {
  const [options] = collection.type === "CallExpression" ? collection.arguments : [];
  const found = options?.type === "ObjectExpression" ? options.properties : [];
  return found.flatMap((each) => (each.type === "Property" && nameOf(each.key) === "schema" ? [each.value] : []))[0];
}

function returnedBy(body: AnyNode): AnyNode {
  if (body.type !== "BlockStatement") return body;
  const last = body.body.findLast(({ type }) => type === "ReturnStatement");
  return (last?.type === "ReturnStatement" && last.argument) || body;
}
