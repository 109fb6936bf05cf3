import type { AnyNode, Program } from "acorn";
import { baseName, folderOf, withoutExtension } from "../../../base/file-path.ts";
import { textIn } from "../../../base/table-values.ts";
import { declarationsOf } from "../../configuration/declared-names.ts";
import { compileGlob, type Glob } from "../../configuration/glob.ts";
import { filterValue } from "../../configuration/hiding-code.ts";
import { parseText } from "../../configuration/script-module.ts";
import { nameOf, visitNodes } from "../../constants/code-nodes.ts";
import type { SiteFile, SiteFolder } from "../../site-rules/old-site.ts";
import { isIn, pathIn, resolvePath } from "../../site-rules/site-path.ts";
import { contentConfiguration } from "./excluded-texts.ts";

/** A collection whose configuration computes addresses. */
interface Collection {
  /** The folder that paths of texts are relative to. */
  readonly folder: string;
  readonly files: Glob;
  /** The functions that compute the address of a text, the most likely first. */
  readonly functions: readonly AnyNode[];
  readonly declared: (name: string) => AnyNode | undefined;
}

const fields = ["url", "permalink", "href", "path", "slug"];

/** The addresses that the configuration of Contentlayer, Velite or Content Collections computes for texts. */
export class ComputedAddresses {
  readonly #collections: readonly Collection[];
  readonly #isVelite: boolean;

  constructor(folder: SiteFolder, root: string) {
    const path = folder.paths.find((each) => folderOf(each) === root && contentConfiguration.test(baseName(each)));
    this.#isVelite = path !== undefined && baseName(path).startsWith("velite");
    const program = path === undefined ? undefined : parseText(folder.read(path) ?? "");
    this.#collections = program === undefined ? [] : collectionsIn(program, root);
  }

  /** Returns the address of a text, `/posts/moon`; undefined if it is not computed, or only running the code would give it. */
  of({ frontMatter, path }: Pick<SiteFile, "frontMatter" | "path">): string | undefined {
    const found = this.#collections.find(({ files, folder }) => isIn(folder, path) && files.test(pathIn(folder, path)));
    if (found === undefined) return undefined;
    const own = pathIn(found.folder, path);
    const entry = { ...valuesOf(own, this.#isVelite), ...frontMatter };
    for (const node of found.functions) {
      const value = filterValue({ node, declared: found.declared }, [entry]);
      if (typeof value === "string" && value.startsWith("/")) return value;
    }
    return undefined;
  }
}

// The values of Contentlayer and Content Collections, and the `slug` that `s.path()` makes in Velite.
function valuesOf(path: string, isVelite: boolean) {
  const [flattened, name] = [withoutExtension(path).replace(/(?:^|\/)index$/, ""), baseName(path)];
  const directory = folderOf(path) || ".";
  return {
    _id: path,
    _raw: { flattenedPath: flattened, sourceFilePath: path, sourceFileName: name, sourceFileDir: directory },
    _meta: { path: flattened, filePath: path, fileName: name, directory },
    ...(isVelite && { slug: flattened }),
  };
}

function collectionsIn(program: Program, root: string): Collection[] {
  const declared = declarationsOf(program);
  const tables: AnyNode[] = [];
  let content: string | undefined;
  visitNodes(program, (node) => {
    if (node.type === "CallExpression" && /^define(?:DocumentType|Collection)$/.test(nameOf(node.callee) ?? ""))
      tables.push(...node.arguments.map(returnedBy));
    if (node.type === "Property" && nameOf(node.key) === "contentDirPath") content ??= literalIn(node.value);
  });
  return tables.flatMap((table): Collection[] => {
    const text = (name: string) => literalIn(memberIn(table, name, declared));
    const directory = text("directory");
    const functions = addressFunctions(table, declared);
    const pattern = text("filePathPattern") ?? text("pattern") ?? text("include") ?? "**";
    if (functions.length === 0) return [];
    const folder = resolvePath(root, directory ?? content ?? "content");
    return [{ folder, files: compileGlob(pattern.replaceAll("**/", "{,**/}")), functions, declared }];
  });
}

type Declared = Collection["declared"];

function addressFunctions(table: AnyNode, declared: Declared): AnyNode[] {
  const computed = memberIn(table, "computedFields", declared);
  if (computed !== undefined) return fields.flatMap((name) => memberIn(memberIn(computed, name, declared), "resolve", declared) ?? []);
  const found: AnyNode[] = [];
  visitNodes(table, (node) => {
    if (node.type === "CallExpression" && nameOf(node.callee) === "transform") found.push(...node.arguments);
    if (node.type === "Property" && nameOf(node.key) === "transform") found.push(node.value);
  });
  return found.flatMap((node) => fields.flatMap((name) => functionOf(node, name, declared) ?? []));
}

// Of `(post) => ({ ...post, url: `/${post.slug}` })`, the function that returns only the member.
function functionOf(node: AnyNode, name: string, declared: Declared): AnyNode | undefined {
  if (node.type !== "ArrowFunctionExpression" || node.body.type === "BlockStatement") return undefined;
  const member = memberIn(node.body, name, declared);
  return member && ({ ...node, body: member } as AnyNode);
}

// The table of `() => ({ … })`.
function returnedBy(node: AnyNode): AnyNode {
  if (node.type !== "ArrowFunctionExpression" || node.body.type !== "BlockStatement")
    return node.type === "ArrowFunctionExpression" ? node.body : node;
  const last = node.body.body.at(-1);
  return (last?.type === "ReturnStatement" ? last.argument : undefined) ?? node;
}

function memberIn(node: AnyNode | undefined, name: string, declared: Declared): AnyNode | undefined {
  const table = node?.type === "Identifier" ? declared(node.name) : node;
  if (table?.type !== "ObjectExpression") return undefined;
  for (const property of table.properties.toReversed()) {
    if (property.type === "SpreadElement") {
      const inner = property.argument.type === "Identifier" ? declared(property.argument.name) : undefined;
      const found = inner && memberIn(inner, name, () => undefined);
      if (found !== undefined) return found;
    } else if (property.type === "Property" && !property.computed && nameOf(property.key) === name) return property.value;
  }
  return undefined;
}

function literalIn(node: AnyNode | undefined): string | undefined {
  if (node?.type === "TemplateLiteral" && node.expressions.length === 0) return node.quasis[0]?.value.cooked ?? undefined;
  if (node?.type === "ArrayExpression") return literalIn(node.elements[0] ?? undefined);
  return node?.type === "Literal" ? textIn(node.value) : undefined;
}
