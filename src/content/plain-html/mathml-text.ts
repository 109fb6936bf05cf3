import type { Element, ElementContent } from "hast";
import { oneLine } from "../../base/one-line.ts";
import { firstProperty } from "../html/hast-nodes.ts";

/** Returns the text of MathML in one line, with the signs that its layout replaces: ⅓ becomes `1/3`, not `13`. */
export function mathmlText(element: Element): string {
  return oneLine(textOf(element));
}

function textOf(node: ElementContent): string {
  if (node.type === "text") return node.value.replace(/[\u2061-\u2064]/g, ""); // invisible operators
  return node.type === "element" ? (layouts.get(node.tagName) ?? inRow)(node, elementsIn(node)) : "";
}

type Layout = (element: Element, parts: readonly Element[]) => string;

const inRow: Layout = ({ children }) => children.map(textOf).join("");
const empty: Layout = () => "";

const layouts: ReadonlyMap<string, Layout> = new Map<string, Layout>([
  ["annotation", empty],
  ["annotation-xml", empty],
  ["mphantom", empty],
  ["mprescripts", empty],
  ["none", empty],
  ["semantics", (_, [first]) => (first === undefined ? "" : textOf(first))],
  ["mfrac", (_, parts) => joined(parts, "/")],
  ["msup", (_, parts) => joined(parts, "^")],
  ["mover", (_, parts) => joined(parts, "^")],
  ["msub", (_, parts) => joined(parts, "_")],
  ["munder", (_, parts) => joined(parts, "_")],
  ["msubsup", scripts],
  ["munderover", scripts],
  ["mmultiscripts", (_, parts) => parts.map(grouped).filter(Boolean).join("_")],
  ["msqrt", (element) => `√(${inRow(element, [])})`],
  ["mroot", (_, [base, index]) => `root(${base ? textOf(base) : ""}, ${index ? textOf(index) : ""})`],
  ["mfenced", fenced],
  ["mtable", (_, parts) => parts.map(textOf).join("; ")],
  ["mtr", (_, parts) => parts.map(textOf).join(", ")],
  ["mlabeledtr", (_, parts) => parts.slice(1).map(textOf).join(", ")],
  ["mspace", () => " "],
  ["mo", (element) => operator(inRow(element, []).trim())],
  ["mn", (element) => inRow(element, []).trim()],
  ["mi", (element) => inRow(element, []).trim()],
]);

function operator(sign: string): string {
  return /^[=<>≤≥≈≠≡∼→←⇒⇔∈+±×÷·∪∩,;:−-]$/.test(sign) ? ` ${sign} ` : sign;
}

function scripts(_: Element, parts: readonly Element[]): string {
  const [base = "", low = "", high = ""] = parts.map(grouped);
  return `${base}_${low}^${high}`;
}

function fenced(element: Element, parts: readonly Element[]): string {
  const [open = "(", close = ")"] = [firstProperty(element, "open"), firstProperty(element, "close")];
  return open + parts.map(textOf).join(", ") + close;
}

function joined(parts: readonly Element[], sign: string): string {
  return parts.map(grouped).join(sign);
}

// A part of more than one number or name needs parentheses.
function grouped(part: Element): string {
  const text = textOf(part).trim();
  return /^(?:[\p{L}\p{M}]+|\d+(?:[.,]\d+)*|\P{L})$/u.test(text) || text === "" ? text : `(${text})`;
}

function elementsIn({ children }: Element): Element[] {
  return children.filter((child) => child.type === "element");
}
