import type { AnyNode } from "acorn";
import { baseName, folderOf, withoutExtension } from "../../../base/file-path.ts";
import { tableOf } from "../../../base/table-values.ts";
import { declaredNames } from "../../configuration/declared-names.ts";
import { conditionData, filterValue } from "../../configuration/hiding-code.ts";
import { parseText } from "../../configuration/script-module.ts";
import { truthOf, unknownValue } from "../../constants/condition-operators.ts";
import { constantValue } from "../../constants/constant-value.ts";
import { type GuardedCall, guardedCalls } from "../../constants/guarded-calls.ts";
import { isMdx } from "../../site-rules/mdx-templates.ts";
import type { SiteFile } from "../../site-rules/old-site.ts";
import type { ListQuery } from "./graphql-queries.ts";
import { argumentOf } from "./page-paths.ts";

interface Field extends GuardedCall {
  readonly name: string;
  readonly value: AnyNode;
  readonly program: AnyNode;
}

/** The place of a text in a folder of gatsby-source-filesystem. */
export interface SourcePlace {
  /** The path below the folder. */
  readonly own: string;
  /** The path of its page as `createFilePath` makes it; undefined if it is unknown. */
  readonly slug: string | undefined;
  /** The name of the folder in the configuration. */
  readonly source: string | undefined;
}

/** Computes what Gatsby has of a text: its front matter, its file, and the fields that `createNodeField` adds. */
export class GatsbyNodes {
  readonly #fields: readonly Field[];
  readonly #names: readonly string[];
  readonly #types: ReadonlySet<string>;

  /** @param queries the queries whose filters may read fields */
  constructor(files: readonly { readonly program: AnyNode; readonly source: string }[], queries: readonly ListQuery[]) {
    this.#fields = files.flatMap(({ program }) => guardedCalls(program, "createNodeField").flatMap((call) => fieldOf(call, program)));
    const inCode = files.flatMap(({ source }) => [...source.matchAll(/\bfields\??\.(\w{1,50})/g)].map(([, name = ""]) => name));
    const inFilters = queries.flatMap(({ filter }) => Object.keys(tableOf(tableOf(filter)["fields"])));
    this.#types = new Set(queries.map(({ type }) => type));
    this.#names = [...new Set([...inCode, ...inFilters])];
  }

  /** Returns whether a name is that of a field which other code adds. */
  isForeign(name: string): boolean {
    return this.#names.includes(name) && !this.#fields.some((field) => field.name === name);
  }

  /** Returns the node of a text. It is also its own member `node`, since code gets nodes, and edges with a node. */
  nodeOf(file: SiteFile, place: SourcePlace): unknown {
    return nodeWith(file, this.#typeOf(file), Object.fromEntries(this.#names.map((name) => [name, this.fieldOf(name, file, place)])));
  }

  /** Returns the value that `createNodeField` gives to a field of a text; `unknownValue` if only running the code would give it. */
  fieldOf(name: string, file: SiteFile, place: SourcePlace): unknown {
    return this.#valueOf(name, nodeWith(file, this.#typeOf(file), unknownValue), functionsFor(file.path, place));
  }

  /** Returns the value of an expression around a call for a text; `unreached` if the code does not reach the call. */
  valueAt(call: GuardedCall, program: AnyNode, expression: AnyNode, node: unknown): unknown {
    return valueAt(call, expression, node, declarationsOf(program));
  }

  #typeOf({ path }: SiteFile): string | undefined {
    const types = [...this.#types];
    return types.length === 1 ? types[0] : isMdx(path) ? "Mdx" : "MarkdownRemark";
  }

  #valueOf(name: string, node: unknown, functions: Declared): unknown {
    const calls = this.#fields.filter((field) => field.name === name);
    if (calls.length === 0) return unknownValue;
    const values = calls.map((call) => {
      const names = declarationsOf(call.program);
      return valueAt(call, call.value, node, (each) => functions(each) ?? names(each));
    });
    const [value, ...others] = new Set(values.filter((each) => each !== unreached));
    return others.length === 0 ? value : unknownValue;
  }
}

type Declared = (name: string) => AnyNode | undefined;

function declarationsOf(program: AnyNode): Declared {
  const names = new Map(program.type === "Program" ? declaredNames(program) : []);
  return (name) => names.get(name);
}

/** The value of an expression that the code does not reach. */
export const unreached = Symbol("unreached");

function valueAt({ functionOf, guards }: GuardedCall, expression: AnyNode, node: unknown, declared: Declared): unknown {
  const evaluate = (each: AnyNode) => filterValue({ node: functionOf(each), declared }, [node, unknownValue]);
  const reached = guards.map(({ isTrue, test }) => {
    const truth = truthOf(evaluate(test));
    return truth === unknownValue ? truth : truth === isTrue;
  });
  if (reached.includes(false)) return unreached;
  return reached.includes(unknownValue) ? unknownValue : evaluate(expression);
}

function fieldOf(call: GuardedCall, program: AnyNode): Field[] {
  const name = argumentOf(call.call, "createNodeField", "name");
  const value = argumentOf(call.call, "createNodeField", "value");
  const known = constantValue(name, () => undefined);
  return value === undefined || typeof known !== "string" ? [] : [{ ...call, name: known, value, program }];
}

const computed = [
  "body",
  "children",
  "excerpt",
  "headings",
  "html",
  "id",
  "rawBody",
  "rawMarkdownBody",
  "tableOfContents",
  "timeToRead",
  "wordCount",
];

function nodeWith({ frontMatter, path }: SiteFile, type: string | undefined, fields: unknown): unknown {
  const absolute = `/${path}`;
  const node: Record<string, unknown> = {
    ...Object.fromEntries(computed.map((name) => [name, unknownValue])),
    fields,
    frontmatter: conditionData(frontMatter),
    fileAbsolutePath: absolute,
    internal: { type, contentFilePath: absolute },
    parent: unknownValue,
  };
  node["node"] = node;
  return node;
}

// The functions of Gatsby that code calls, as functions of JavaScript that return their value.
function functionsFor(path: string, { own, slug, source }: SourcePlace): Declared {
  const base = baseName(path);
  const name = withoutExtension(base);
  const ext = base.slice(name.length);
  const file = {
    ...{ absolutePath: `/${path}`, dir: `/${folderOf(path)}`, relativePath: own, relativeDirectory: folderOf(own) },
    ...{ base, name, ext, extension: ext.slice(1), sourceInstanceName: source },
    internal: { type: "File" },
  };
  const values: Readonly<Record<string, unknown>> = { getNode: file, createFilePath: slug };
  return (called) => {
    if (!Object.hasOwn(values, called)) return undefined;
    const [statement] = parseText(`() => (${JSON.stringify(values[called]) ?? "unknown()"})`)?.body ?? [];
    return statement?.type === "ExpressionStatement" ? statement.expression : undefined;
  };
}
