import type { Nodes, Parents, Root } from "hast";
import { linesOf } from "../../base/text-lines.ts";

/** Parses Markdown, with or without the positions of the nodes. */
type ParseWithPositions = (text: string, hasPositions: boolean) => Root;

const longLine = 10_000; // UTF-16 units
const notAscii = /[\u0080-\uFFFF]/;

/**
 * Parses Markdown in linear time. To find the column of a node, the native parser counts the characters before it on its line, unless all
 * are ASCII: 48,000 asterisks on one line of Japanese took 10 seconds. So texts with long lines get the positions of a similar ASCII text.
 */
export function parseLongLines(text: string, parse: ParseWithPositions): Root {
  if (text.length < longLine || !notAscii.test(text) || !hasLongLine(text)) return parse(text, true);
  const tree = parse(text, false);
  const { children, position } = parse(asciiOf(text), true);
  const located = position === undefined ? tree : { ...tree, position };
  copyPositions({ type: "root", children }, located);
  return located;
}

function hasLongLine(text: string): boolean {
  for (const line of linesOf(text)) if (line.length >= longLine) return true;
  return false;
}

// Emphasis depends on the kinds of the characters next to its signs (CommonMark §6.2): white space, punctuation or others.
function asciiOf(text: string): string {
  return text.replace(/[\u0080-\u{10FFFF}]/gu, (sign) =>
    (/\s/.test(sign) ? "\f" : /[\p{P}\p{S}]/u.test(sign) ? "," : "a").repeat(sign.length),
  );
}

// Where the trees differ, for example because labels of links have become equal, nodes get the position of their parent.
function copyPositions(from: Parents, to: Parents): void {
  const isSimilar =
    from.children.length === to.children.length && to.children.every((child, index) => isAlike(child, from.children[index]));
  for (const [index, child] of to.children.entries()) {
    const twin = isSimilar ? from.children[index] : undefined;
    const position = twin === undefined ? to.position : twin.position;
    if (position !== undefined) child.position = { start: { ...position.start }, end: { ...position.end } };
    if ("children" in child) copyPositions(twin !== undefined && "children" in twin ? twin : noChildren, child);
  }
}

const noChildren: Root = { type: "root", children: [] };

function isAlike(one: Nodes, other: Nodes | undefined): boolean {
  return one.type === other?.type && (one.type !== "element" || one.tagName === (other as typeof one).tagName);
}
