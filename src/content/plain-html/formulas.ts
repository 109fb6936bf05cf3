import type { Element } from "hast";
import { decodeUri } from "../../base/decode-uri.ts";
import { findElement } from "../html/find-elements.ts";
import { classesOf, firstProperty, siblingAt, textNode } from "../html/hast-nodes.ts";
import { textStart } from "../html/text-start.ts";
import { type ConversionContext, type Convert, mayContainBlocks } from "./convert.ts";
import { formulaNode, showsFormula } from "./formula-node.ts";
import { mathmlText } from "./mathml-text.ts";

const maxLength = 100_000; // UTF-16 units of one formula

/** Replaces MathML with its TeX, or without TeX with its text. */
export const convertMath: Convert = (math, context) => formulaOf(math, firstProperty(math, "display") === "block", context);

/** Replaces a formula that KaTeX, MathJax or MediaWiki has drawn with its TeX, and removes the copies that are only seen or only heard. */
export const convertDrawnFormula: Convert = (element, context) => {
  const classes = classesOf(element);
  if (firstProperty(element, "ariaHidden") === "true" && isTwin(context)) return [];
  if (/^mjx-/.test(element.tagName)) return formulaOf(element, element.properties["display"] !== undefined, context);
  if (!classes.some((name) => drawn.test(name))) return undefined;
  if (classes.some((name) => mathjax.test(name)) && isBeforeScript(context)) return [];
  if (classes.includes("MathJax_Preview")) return undefined;
  return formulaOf(element, classes.some((name) => /display/i.test(name)) || isBlockIn(element), context);
};

const drawn = /^(?:katex|katex-display|mwe-math-element|MathJax(?:_\w+)?|MJX\w*)$/;
const mathjax = /^(?:MathJax(?:_\w+)?|MJX\w*)$/;

/** Replaces the script that contains a formula for MathJax 2. */
export const convertMathScript: Convert = (script, { parent }) => {
  const type = firstProperty(script, "type") ?? "";
  if (!/^math\/(?:tex|asciimath)\b/i.test(type)) return undefined;
  const tex = textStart(script, maxLength).replace(/^\s*%\s*<!\[CDATA\[|%\s*\]\]>\s*$/g, ""); // kramdown
  return [formulaNode(tex, /mode\s*=\s*display/i.test(type) && mayContainBlocks(parent))];
};

/** Replaces the picture of a formula with its TeX, which is in its address, or its alternative text: often only a word, such as "equation". */
export const convertFormulaImage: Convert = (image, { parent }) => {
  const isFormula = classesOf(image).some((name) => /^(?:mwe-math-fallback-image-\w+|latex|tex)$/.test(name));
  const src = firstProperty(image, "src") ?? "";
  const tex = texOfAddress(src) ?? (isFormula || latexHost.test(src) ? firstProperty(image, "alt") : undefined);
  return tex === undefined
    ? undefined
    : [formulaNode(tex, classesOf(image).includes("mwe-math-fallback-image-display") && mayContainBlocks(parent))];
};

// WordPress.com, CodeCogs, MediaWiki.
const latexHost = /\/latex\.php\?latex=|^(?:https?:)?\/\/latex\.codecogs\.com\/|\/api\/rest_v1\/media\/math\/render\//;

function texOfAddress(src: string): string | undefined {
  const url = src.length > maxAddress ? null : URL.parse(src.replace(/^\/\//, "https://"));
  if (url === null) return undefined;
  const { hostname, pathname, search, searchParams } = url;
  const isInQuery = hostname === "latex.codecogs.com" || /\/(?:mathtex|mimetex)\.cgi$/.test(pathname);
  if (isInQuery) return ofCodeCogs(decodeUri(search.slice(1)) ?? "");
  if (pathname.endsWith("/latex.php")) return searchParams.get("latex") || undefined; // WordPress.com
  const isChart = /^chart\.(?:googleapis|apis\.google)\.com$/.test(hostname) && searchParams.get("cht") === "tx";
  const name = isChart ? "chl" : parameters.get(hostname + pathname);
  return name === undefined ? undefined : searchParams.get(name) || undefined;
}

// Its editor writes &space; and &plus;, and the commands for the size, the font and the colours of the picture before the formula.
function ofCodeCogs(query: string): string | undefined {
  const tex = query
    .replace(/&space;/g, " ")
    .replace(/&plus;/g, "+")
    .replace(/&hash;/g, "#");
  return tex.replace(/^(?:\\(?:inline|(?:dpi|bg|fg|fn)(?:\{[\w ]{1,20}\}|_\w{1,20}))(?![A-Za-z])[ ]{0,9}){1,9}/, "").trim() || undefined;
}

const parameters = new Map([
  ["www.zhihu.com/equation", "tex"],
  ["zhihu.com/equation", "tex"],
  ["render.githubusercontent.com/render/math", "math"],
]);

const maxAddress = 5000; // UTF-16 units

function formulaOf(element: Element, isBlock: boolean, { parent, reportAtNode }: ConversionContext) {
  const tex = texIn(element);
  if (tex !== undefined) return [formulaNode(tex, isBlock && mayContainBlocks(parent))];
  const math = findElement(element, ({ tagName }) => tagName === "math");
  const text = math === undefined ? firstProperty(element, "ariaLabel") : mathmlText(math);
  if (text === "" || (text === undefined && textStart(element, 1) === "" && element.children.length === 0)) return [];
  const shown = text ?? "[formula]"; // the text of a drawing has its numbers in any order
  const result = text === undefined ? "it shows [formula]" : `it became ${JSON.stringify(shown.slice(0, 100))}`;
  reportAtNode(element, "warning", `Cannot find the TeX of a formula: ${result}; write it as $…$ or in <code>`);
  return [textNode(shown)];
}

// MathJax 4 writes data-latex.
function texIn(element: Element): string | undefined {
  const annotation = findElement(
    element,
    ({ properties, tagName }) => tagName === "annotation" && /tex/i.test(String(properties["encoding"])),
  );
  if (annotation !== undefined) return textStart(annotation, maxLength);
  const names = ["alttext", "altText", "dataLatex", "dataTex"];
  const named = findElement(
    element,
    (one) => (one.tagName === "math" || /^mjx-/.test(one.tagName)) && firstProperty(one, ...names) !== undefined,
  );
  if (named !== undefined) return firstProperty(named, ...names);
  const image = findElement(element, (one) => one.tagName === "img" && firstProperty(one, "alt") !== undefined);
  return image && firstProperty(image, "alt");
}

function isBlockIn(element: Element): boolean {
  return findElement(element, ({ properties, tagName }) => tagName === "math" && properties["display"] === "block") !== undefined;
}

function isTwin({ index, parent }: ConversionContext): boolean {
  const before = siblingAt(parent.children, index, -1);
  return before?.type === "element" && (showsFormula(before) || findElement(before, ({ tagName }) => tagName === "math") !== undefined);
}

// Nodes between a formula's first copy and its script. Without a limit, a page of such copies would take quadratic time.
const maxCopies = 8;

// The script follows what MathJax has made of it.
function isBeforeScript({ index, parent }: ConversionContext): boolean {
  for (let at = index + 1; at <= index + maxCopies; at++) {
    const node = parent.children[at];
    if (node?.type === "text" && node.value.trim() === "") continue;
    if (node?.type !== "element") return false;
    if (node.tagName === "script") return /^math\//i.test(firstProperty(node, "type") ?? "");
    if (!classesOf(node).some((name) => mathjax.test(name))) return false;
  }
  return false;
}
