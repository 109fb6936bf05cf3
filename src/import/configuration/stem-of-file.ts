import type { AnyNode } from "acorn";
import { nameOf } from "../constants/code-nodes.ts";

/**
 * Returns the node of a file name of which an expression makes the name without the extension: `name.replace(/\.md$/, "")`,
 * `path.parse(name).name`, `basename(name, ".md")`, `name.slice(0, -3)`, `name.split(".")[0]`. Undefined for other expressions.
 */
export function fileOfStem(node: AnyNode): AnyNode | undefined {
  if (node.type === "MemberExpression") return fileOfMember(node);
  if (node.type !== "CallExpression") return undefined;
  const [first, second] = node.arguments;
  const name = nameOf(node.callee);
  if (name === "basename") return second === undefined ? undefined : first;
  if (node.callee.type !== "MemberExpression" || node.callee.object.type === "Super") return undefined;
  const isStem =
    (/^replace(?:All)?$/.test(name ?? "") && isExtension(first) && second?.type === "Literal" && second.value === "") ||
    (/^(?:slice|substring)$/.test(name ?? "") && isZero(first) && isLengthOfExtension(second));
  return isStem ? node.callee.object : undefined;
}

function fileOfMember({ object, property }: Extract<AnyNode, { type: "MemberExpression" }>): AnyNode | undefined {
  if (object.type !== "CallExpression") return undefined;
  const name = nameOf(object.callee);
  const [first] = object.arguments;
  if (name === "parse" && nameOf(property) === "name") return first;
  const isStart = name === "split" && isZero(property) && first?.type === "Literal" && /^\.(?:mdx?)?$/.test(String(first.value));
  return isStart && object.callee.type === "MemberExpression" ? object.callee.object : undefined;
}

// `.md`, `/\.mdx?$/`, `/\.(md|mdx)$/`, `/\.[^.]+$/`
function isExtension(node: AnyNode | undefined): boolean {
  if (node?.type !== "Literal") return false;
  if (!("regex" in node)) return /^\.mdx?$/.test(String(node.value));
  return /^(?:\\\.|\[\.\])(?:\(?(?:\?:)?(?:md[x|?()]{0,9})+\)?|\[\^[^\]]{1,9}\][+*])\$?$/.test(node.regex.pattern);
}

function isZero(node: AnyNode | undefined): boolean {
  return node?.type === "Literal" && node.value === 0;
}

function isLengthOfExtension(node: AnyNode | undefined): boolean {
  return (
    node?.type === "UnaryExpression" &&
    node.operator === "-" &&
    node.argument.type === "Literal" &&
    /^[34]$/.test(String(node.argument.value))
  );
}
