import type { Comment, Element, Root, RootContent, Text } from "hast";
import type { Code, InlineCode, Root as MarkdownRoot, Parent } from "mdast";
import type { MdxFlowExpression, MdxjsEsm, MdxTextExpression } from "mdast-util-mdx";
import remarkGfm from "remark-gfm";
import remarkMdx from "remark-mdx";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { SKIP, visit } from "unist-util-visit";
import { VFileMessage } from "vfile-message";
import { blockElements } from "../html/block-elements.ts";
import { endsExcerpt } from "../html/cut-at-more-mark.ts";
import { textNode } from "../html/hast-nodes.ts";
import { parseHtml } from "../html/parse-html.ts";
import { walkElements } from "../html/walk-tree.ts";
import { limitDepth } from "../limits/limit-depth.ts";
import { formulaNode } from "../plain-html/formula-node.ts";
import { mayDefine } from "./dialects/lines/definition-lists.ts";
import { constantsOf, textsIn } from "./expressions/constants.ts";
import { Evaluator } from "./expressions/evaluate.ts";
import type { ExpressionText } from "./expressions/nodes-of-value.ts";
import { ExpressionResolver, type HtmlContent } from "./expressions/resolve-expressions.ts";
import { limitForRemark } from "./limit-markdown.ts";
import { type PlainNodes, withAttributes } from "./mdx-attributes.ts";
import { isMdxBlock, isMdxGroup, isShown, mdxCallout, mdxContent } from "./mdx-callout.ts";
import { type HtmlData, type MdxElement, type MdxProperties, mdxElementHtml, mdxProperties } from "./mdx-element.ts";
import { fillPictureLists } from "./mdx-picture-lists.ts";
import { besideElement, hasLostWords, isTitledPicture, mdxPictures, noPictures, pictureNodes } from "./mdx-pictures.ts";
import { labelTabs } from "./mdx-tabs.ts";
import { verbatimComponent } from "./mdx-verbatim.ts";
import { MeteredAcorn } from "./metered-acorn.ts";
import { convertDefinitions } from "./remark-definitions.ts";
import { importedFiles } from "./shortcodes/markdown-imports.ts";

/** Parsed MDX. */
export interface ParsedMdx {
  readonly tree: Root;
  /** The components and expressions that were removed, as they are written (`<Chart>`), with their counts. */
  readonly removed: ReadonlyMap<string, number>;
  /** The first of them. */
  readonly firstRemoved: Pick<MdxNode, "position">;
}

/** The error that a text is not valid MDX. The message contains only the reason. */
export class MdxError extends Error {
  override readonly name = "MdxError";
  /** From 1. */
  readonly line: number;
  readonly column: number;

  constructor({ column = 1, line = 1, reason }: VFileMessage) {
    const [place = "", tagLine = line, tagColumn = column] = / \((\d+):(\d+)-\d+:\d+\)/.exec(reason) ?? []; // an unclosed tag
    super(reason.replace(place, ""));
    this.line = Number(tagLine);
    this.column = Number(tagColumn);
  }
}

// MDX has no HTML: such a node is the mark that ends the excerpt.
const comment = (_state: unknown, { value }: { readonly value: string }): Comment => ({ type: "comment", value });

const expressionText = (_state: unknown, { value }: ExpressionText): Text => textNode(value);

function htmlContent(_state: unknown, { position, value }: HtmlContent & Pick<MdxNode, "position">): RootContent[] {
  const { children } = parseHtml(value);
  placeElements(children, { position });
  return children;
}

const handlers: Readonly<Record<string, unknown>> = { html: comment, expressionText, htmlContent };

// Not satteri, which parses Markdown: MeteredAcorn limits the parsing of expressions, and their values are read from its tree.
const reader = unified().use(remarkParse).use(remarkGfm).freeze();
const writer = unified().use(remarkRehype, { clobberPrefix: "", footnoteBackContent: "↩\uFE0E", handlers }).freeze();

/**
 * Parses MDX (mdxjs.com) as Markdown, without running any code. HTML elements are kept, pictures and videos become HTML, and any
 * other component is replaced with its title and its children.
 * @param language the language of the article, for the titles of callouts
 * @param readText returns the text of an imported file, `import code from "./a.js?raw"`
 * @throws MdxError with its position, or ArticleError
 */
export function parseMdx(
  text: string,
  language: string,
  acorn = new MeteredAcorn(),
  readText: (reference: string) => string | undefined = () => undefined,
): ParsedMdx {
  limitForRemark(text);
  const removed = new Map<string, number>();
  const tree = parse(text, acorn);
  const imports = importsOf(tree);
  const evaluator = new Evaluator();
  const scope = constantsOf(tree, evaluator, importedTexts(imports, readText));
  const constants = textsIn(scope);
  const context = { texts: new Map(constants), values: new Map([...imports, ...constants]), language };
  const resolver = new ExpressionResolver(evaluator, scope, text);
  resolver.resolve(tree);
  labelTabs(tree, resolver);
  fillPictureLists(tree, resolver);
  unwrapBlocks(tree, context);
  let firstRemoved: ParsedMdx["firstRemoved"] | undefined;
  visit(tree, (node, index, parent) => {
    if (parent === undefined || index === undefined || !node.type.startsWith("mdx")) return undefined;
    const plain = plainOf(node as MdxNode, context);
    const element = "attributes" in node ? (node as MdxElement) : undefined;
    const { name, nodes } = element ? withAttributes(plain, element, mdxProperties(element, context.values)) : plain;
    placeNew(nodes, node);
    if (name !== undefined) {
      firstRemoved ??= node;
      removed.set(name, (removed.get(name) ?? 0) + 1);
    }
    (parent as Parent).children.splice(index, 1, ...(nodes as Parent["children"]));
    return [SKIP, index]; // visit the replacement, too
  });
  const html = writer.runSync(tree) as Root;
  limitDepth(html);
  if (mayDefine(text)) convertDefinitions(html);
  return { tree: html, removed, firstRemoved: firstRemoved ?? {} };
}

function parse(text: string, acorn: MeteredAcorn): MarkdownRoot {
  try {
    const tree = reader().use(remarkMdx, { acorn }).parse(text);
    acorn.check(text);
    return tree;
  } catch (error) {
    acorn.check(text); // code that it refused may look like a mistake
    if (error instanceof VFileMessage) throw new MdxError(error);
    throw error;
  }
}

// Markdown puts a block element on its own line into a paragraph, where HTML allows none.
function unwrapBlocks(tree: MarkdownRoot, { values }: MdxContext): void {
  visit(tree, "paragraph", ({ children }, index, parent) => {
    const isBlock = (child: (typeof children)[number]) =>
      child.type === "mdxJsxTextElement"
        ? blockElements.has(child.name ?? "") || isMdxBlock(child) || isTitledPicture(child, mdxProperties(child, values))
        : child.type === "text" && child.value.trim() === "";
    if (parent === undefined || index === undefined || !children.every(isBlock)) return undefined;
    const blocks = children.map((child) => (child.type === "mdxJsxTextElement" ? asFlow(child) : child));
    parent.children.splice(index, 1, ...(blocks as typeof parent.children));
    return index + blocks.length;
  });
}

function asFlow(element: MdxElement): object {
  const children: readonly object[] = element.children;
  const blocks = isMdxGroup(element) ? children.flatMap((child) => ("name" in child ? [asFlow(child as MdxElement)] : [])) : children;
  return { ...element, type: "mdxJsxFlowElement", children: blocks };
}

interface MdxContext {
  /** The exported constants, and the texts of files that are imported as such, by name. */
  readonly texts: ReadonlyMap<string, string>;
  /** The imported files and the exported constants by name. */
  readonly values: ReadonlyMap<string, string>;
  readonly language: string;
}

type MdxNode = MdxElement | MdxFlowExpression | MdxTextExpression | MdxjsEsm;

// Returns the replacement of a node, and its name if something was removed.
function plainOf(node: MdxNode, { language, texts, values }: MdxContext): PlainNodes {
  if (node.type === "mdxjsEsm") return { nodes: [] };
  if (node.type === "mdxFlowExpression" || node.type === "mdxTextExpression") {
    const [isHarmless, text] = /^\s*(?:\/\*([\s\S]*)\*\/\s*|\{\s*toc\s*\}\s*)?$/i.exec(node.value) ?? []; // {{toc}}: a mark of contents
    if (text !== undefined) return { nodes: endsExcerpt(text) ? [{ type: "html", value: text }] : [] };
    return isHarmless === undefined ? { nodes: [], name: "{…}" } : { nodes: [] };
  }
  if (node.name === null) return { nodes: node.children };
  const data = mdxElementHtml(node, values);
  const properties = mdxProperties(node, values);
  const pictures = mdxPictures(node, properties);
  if (data !== undefined) {
    const more = /^[a-z]/.test(node.name) ? undefined : besideElement(data, pictures, properties);
    const nodes = [
      ...pictureNodes(more?.pictures ?? noPictures, node),
      { type: "html-element", data, children: data.children ?? node.children },
    ];
    return more?.isLost ? { nodes, name: `<${node.name}>` } : { nodes };
  }
  const known = verbatimNode(node, texts) ?? mdxCallout(node, properties, language);
  const nodes = [...pictureNodes(pictures, node), ...(known === undefined ? mdxContent(node, properties) : [known])];
  const isWhole = !pictures.isLost && (known === undefined ? isShown(node, properties, pictures.names) : !hasLostWords(properties, nodes));
  return isWhole ? { nodes } : { nodes, name: `<${node.name}>` };
}

interface NewNode extends Partial<Pick<Parent, "children" | "position">> {
  readonly data?: { readonly hChildren?: HtmlData["hChildren"] };
}

// Problems of new nodes are reported at the component that they replace.
function placeNew(nodes: readonly unknown[], { position }: Pick<MdxNode, "position">): void {
  for (const node of nodes as readonly NewNode[]) {
    if (node.position !== undefined) continue;
    node.position = position;
    placeNew(node.children ?? [], { position });
    placeElements((node.data?.hChildren ?? []) as RootContent[], { position });
  }
}

function placeElements(children: RootContent[], { position }: Pick<MdxNode, "position">): void {
  walkElements({ type: "root", children }, (element) => {
    element.position = position as Element["position"];
    return undefined;
  });
}

function verbatimNode(
  element: MdxElement,
  texts: ReadonlyMap<string, string>,
): Code | InlineCode | { type: string; data: HtmlData } | undefined {
  const found = verbatimComponent(element, mdxProperties(element, texts));
  if (found === undefined) return undefined;
  const { isBlock, kind, language, text } = found;
  const isFlow = element.type === "mdxJsxFlowElement";
  if (kind === "code")
    return isFlow ? { type: "code", value: withoutBlankEnds(text), lang: language ?? null } : { type: "inlineCode", value: text };
  const { children, properties: hProperties, tagName } = formulaNode(text, isBlock && isFlow);
  return { type: "html-element", data: { hName: tagName, hProperties: hProperties as MdxProperties, hChildren: children } };
}

// The first line of code may be indented.
function withoutBlankEnds(code: string): string {
  return code.replace(/^(?:[ \t]*\n)+/, "").trimEnd();
}

// Vite: "./a.js?raw". webpack: "!!raw-loader!./a.js".
function importedTexts(imports: ReadonlyMap<string, string>, readText: (reference: string) => string | undefined): [string, string][] {
  return [...imports].flatMap(([name, file]): [string, string][] => {
    const [, ofVite, ofWebpack = ofVite] = /^(?:([^?!]+)\?raw|!{0,2}raw-loader!([^?!]+))$/.exec(file) ?? [];
    const text = ofWebpack === undefined ? undefined : readText(ofWebpack);
    return text === undefined ? [] : [[name, text]];
  });
}

// Returns the imported files by name.
function importsOf(tree: MarkdownRoot): Map<string, string> {
  const imports = new Map<string, string>();
  visit(tree, "mdxjsEsm", ({ value }: MdxjsEsm) => {
    for (const [name, file] of importedFiles(value)) imports.set(name, file);
  });
  return imports;
}
