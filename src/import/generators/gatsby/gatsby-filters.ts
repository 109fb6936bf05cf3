import type { AnyNode } from "acorn";
import { declaredNames } from "../../configuration/declared-names.ts";
import { filterResult, onlySelects, shortCode } from "../../configuration/hiding-code.ts";
import { visitNodes } from "../../constants/code-nodes.ts";
import { unknownValue } from "../../constants/condition-operators.ts";
import { type GuardedCall, guardedCalls } from "../../constants/guarded-calls.ts";
import type { HidingCode, SiteFile, SiteFolder } from "../../site-rules/old-site.ts";
import { readGatsbyCode } from "./gatsby-code.ts";
import { GatsbyNodes, type SourcePlace } from "./gatsby-nodes.ts";
import { hasRouteOfPages, pathOfPost } from "./gatsby-routes.ts";
import { type ListQuery, listQueries, passesFilter } from "./graphql-queries.ts";
import { listSource } from "./list-source.ts";
import { pathOfCall } from "./page-paths.ts";

/** A condition that texts must fulfil for a page of their own. */
interface Condition {
  /** As it is written, with its file. */
  readonly text: string;
  /** Returns whether a text fulfils it; undefined if only the site knows, and the condition may hide it. */
  passes(node: unknown): boolean | undefined;
}

/**
 * The conditions under which `gatsby-node` makes the pages of texts: the filters of its queries and its lists, and the branches around
 * `createPage`.
 */
export class GatsbyFilters {
  readonly #nodes: GatsbyNodes;
  /** Those of each call. */
  readonly #pages: readonly (readonly Condition[])[];

  constructor(folder: SiteFolder, root: string) {
    const quiet = { paths: folder.paths, read: (name: string) => folder.read(name) }; // faults were reported already
    const { files } = readGatsbyCode(quiet, root);
    const programs = files.flatMap(({ path, program, source }) => (program ? [{ path, program, source }] : []));
    const queries = programs.flatMap((file) =>
      textsIn(file).flatMap((text) => listQueries(text).map((query) => ({ ...query, path: file.path }))),
    );
    this.#nodes = new GatsbyNodes(programs, queries);
    const calls = programs.flatMap((file) =>
      guardedCalls(file.program, "createPage").map((each) => ({ ...each, file, source: listSource(each.list, file.program) })),
    );
    const ofPosts = calls.filter(
      ({ call, file, source }) =>
        pathOfPost(pathOfCall(file.program, call)) !== undefined || queries.some(({ name }) => name === source.name),
    );
    const reader = new ConditionReader(this.#nodes, queries, ofPosts);
    this.#pages = hasRouteOfPages(folder, root) ? [] : ofPosts.map((page) => reader.conditionsOf(page));
  }

  /** Returns the condition that keeps a text off all pages. */
  hidingCode(file: SiteFile, place: SourcePlace): HidingCode | undefined {
    if (this.#pages.every((conditions) => conditions.length === 0)) return undefined;
    const node = this.#nodes.nodeOf(file, place);
    const failing = this.#pages.map((conditions) => {
      const results = conditions.map((condition) => ({ condition, passes: condition.passes(node) }));
      return results.find(({ passes }) => passes === false) ?? results.find(({ passes }) => passes === undefined);
    });
    const [first] = failing;
    if (first === undefined || failing.includes(undefined)) return undefined;
    return { condition: first.condition.text, isCertain: failing.every((each) => each?.passes === false) };
  }
}

interface CodeFile {
  readonly path: string;
  readonly program: AnyNode;
  readonly source: string;
}

interface PageCall extends GuardedCall {
  readonly file: CodeFile;
  /** The query of its list, and the filters of the list. */
  readonly source: ReturnType<typeof listSource>;
}

type FileQuery = ListQuery & { readonly path: string };

class ConditionReader {
  readonly #nodes: GatsbyNodes;
  readonly #queries: readonly FileQuery[];
  readonly #calls: readonly PageCall[];

  constructor(nodes: GatsbyNodes, queries: readonly FileQuery[], calls: readonly PageCall[]) {
    this.#nodes = nodes;
    this.#queries = queries;
    this.#calls = calls;
  }

  conditionsOf(page: PageCall): Condition[] {
    const { file, guards, source } = page;
    const declared = declarationsOf(file.program);
    return [
      ...this.#conditionOfQueries(source.name),
      ...source.filters.map((node) => {
        const filter = node.type === "Identifier" ? (declared(node.name) ?? node) : node;
        return conditionOf(file, { node: filter, shown: node, code: textOf(file, filter), isTrue: true });
      }),
      ...guards.flatMap((guard) => {
        const { isTrue, test } = guard;
        const code = codeAbout(page, test);
        if (code === undefined) return [];
        const isEither = this.#hasOtherBranch(guard);
        return [conditionOf(file, { node: page.functionOf(test), shown: test, code, isTrue, isEither })];
      }),
    ];
  }

  // `if (node.frontmatter.layout === "page") createPage(…) else createPage(…)`
  #hasOtherBranch({ choice, isTrue, test }: GuardedCall["guards"][number]): boolean {
    const isOther = (guard: GuardedCall["guards"][number]) =>
      choice === undefined ? guard.test === test && guard.isTrue !== isTrue : guard.choice === choice && guard.test !== test;
    return this.#calls.some(({ guards }) => guards.some(isOther));
  }

  // Without a known list, the texts of any query may have pages.
  #conditionOfQueries(name: string | undefined): Condition[] {
    const named = this.#queries.filter((query) => query.name === name);
    const withPaths = this.#queries.filter(({ hasPath }) => hasPath);
    const queries = named.length > 0 ? named : withPaths.length > 0 ? withPaths : this.#queries;
    const [first] = queries;
    if (first === undefined || queries.some(({ text }) => text === undefined)) return [];
    return [
      {
        text: `${shortCode(first.text ?? "")} in ${first.path}`,
        passes: (node) => {
          const results = queries.map(({ filter }) => this.#passesQuery(filter, node));
          return results.includes(true) ? true : results.includes(undefined) ? undefined : false;
        },
      },
    ];
  }

  #passesQuery(filter: unknown, node: unknown): boolean | undefined {
    const unknown: string[] = [];
    const result = passesFilter(filter, node, (name) => unknown.push(name));
    if (result !== unknownValue) return result;
    const selects = (key: string) => onlySelects({ code: `data.${key}` }) || ofPlace.test(key) || this.#nodes.isForeign(key);
    return unknown.every(selects) || undefined;
  }
}

const ofPlace = /\b(?:fileAbsolutePath|contentFilePath|absolutePath|relativePath|relativeDirectory|sourceInstanceName)\b/;

// `{ lang, hush } = post.frontmatter`
const destructured = /\{([\w\s,:]{1,300})\}\s{0,9}=\s{0,9}[\w$.?]{1,100}\.(?:frontmatter|fields)\b/g;

function keysOf(pattern: string): string {
  const keys = pattern.split(",").flatMap((each) => each.split(":")[0]?.trim() || []);
  return keys.map((key) => `data.${key}`).join(" ");
}

interface CodeCondition {
  /** A function of the node. */
  readonly node: AnyNode;
  readonly shown: AnyNode;
  /** The code that decides what it may hide. */
  readonly code: string;
  readonly isTrue: boolean;
  /** True if texts for which it is false have pages, too. */
  readonly isEither?: boolean;
}

function conditionOf(file: CodeFile, { code: written, isEither = false, isTrue, node, shown }: CodeCondition): Condition {
  const code = written.replace(destructured, (_found, names: string) => keysOf(names)).replace(/\b(?:frontmatter|fields)\b/g, "data");
  const selects = isEither || onlySelects({ code }) || ofPlace.test(code);
  const declared = declarationsOf(file.program);
  return {
    text: `${shortCode(textOf(file, shown))} in ${file.path}`,
    passes: (item) => {
      const result = filterResult({ node, text: "", code, declared }, [item, unknownValue, unknownValue]);
      return result === unknownValue ? selects || undefined : result === isTrue;
    },
  };
}

// The code of a condition with that of its constants; undefined for one about errors, or about the texts before and after.
function codeAbout({ constants, file, item }: PageCall, test: AnyNode): string | undefined {
  const own = textOf(file, test);
  const declared = constants.flatMap((each) => (each.type === "VariableDeclaration" ? each.declarations : []));
  const named = declared.filter(({ id, init }) => init && namesIn(textOf(file, id)).some((name) => namesIn(own).includes(name)));
  const code = [own, ...named.map((each) => textOf(file, each))].join("\n").replace(texts, '""'); // a query names keys, too
  const names = item === undefined ? [] : namesIn(textOf(file, item));
  const readsItem = !names.includes("graphql") && names.some((name) => namesIn(code).includes(name));
  return readsItem || /\b(?:frontmatter|fields)\b/.test(code) ? code : undefined;
}

const texts = /`[^`]*`|"[^"\n]*"|'[^'\n]*'/g;

function textOf({ source }: CodeFile, { end, start }: AnyNode): string {
  return source.slice(start, end);
}

function namesIn(code: string): string[] {
  return code.split(/[^\w$]+/).filter((name) => name !== "");
}

function declarationsOf(program: AnyNode): (name: string) => AnyNode | undefined {
  const names = new Map(program.type === "Program" ? declaredNames(program) : []);
  return (name) => names.get(name);
}

/** Returns the texts with queries in a program; U+0000 stands for the code in them. */
export function textsIn({ program }: { readonly program: AnyNode }): string[] {
  const found: string[] = [];
  visitNodes(program, (node) => {
    if (node.type === "TemplateLiteral") found.push(node.quasis.map(({ value }) => value.cooked ?? "").join("\0"));
    if (node.type === "Literal" && typeof node.value === "string") found.push(node.value);
  });
  return found.filter((text) => /\ball(?:MarkdownRemark|Mdx)\b/.test(text));
}
