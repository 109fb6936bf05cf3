import type { Nodes, Root } from "hast";
import { describeReplacement, hasInvalidCharacters, replaceInvalidCharacters } from "../../base/invalid-characters.ts";
import type { ReportAtNode } from "../../model/report-at-node.ts";
import { walkTree } from "../html/walk-tree.ts";

/**
 * Replaces the characters that numeric references such as `&#7;` add to a tree, and that are not allowed in feeds. Each is reported as it
 * is written, with its line: parsers of Markdown return U+FFFD for all of them.
 * @param text the text of which the tree was made
 */
export function replaceInvalidReferences(tree: Root, text: string, reportAtNode: ReportAtNode): void {
  walkTree(tree, (node) => {
    if (node.type === "text") node.value = replaceIn(node, text, reportAtNode)(node.value);
    if (node.type !== "element") return undefined;
    const replace = replaceIn(node, text, reportAtNode);
    for (const [name, value] of Object.entries(node.properties)) {
      if (typeof value === "string") node.properties[name] = replace(value);
      else if (Array.isArray(value)) node.properties[name] = value.map((item) => (typeof item === "string" ? replace(item) : item));
    }
    return undefined;
  });
}

function replaceIn(node: Nodes, text: string, reportAtNode: ReportAtNode): (value: string) => string {
  const references = referencesIn(text, node);
  return (value) =>
    replaceInvalidCharacters(value, (character) => {
      const reference = nextOf(references, character);
      const { severity, message } = describeReplacement(character, reference?.written);
      reportAtNode(reference ?? node, severity, message);
    });
}

/** A numeric character reference. */
interface Reference {
  readonly written: string;
  /** The number that it contains, which may not be a code point. */
  readonly code: number;
  readonly position: NonNullable<Root["position"]>;
}

// The characters of a node are in the order of their references, so each reference is read once.
function nextOf(references: Iterator<Reference>, character: string): Reference | undefined {
  for (;;) {
    const { done, value } = references.next();
    if (done === true || mayBe(character, value)) return value;
  }
}

function mayBe(character: string, { code }: Reference): boolean {
  if (code === character.codePointAt(0)) return true;
  return character === "\uFFFD" && (code > 0x10_ff_ff || hasInvalidCharacters(String.fromCodePoint(code)));
}

// Iterates over the references in the text of a node, without those of its children.
function* referencesIn(text: string, node: Nodes): Iterator<Reference, undefined> {
  const { end, start } = node.position ?? {};
  const children = node.type === "element" ? node.children : [];
  const first = children.find(({ position }) => position?.start?.offset !== undefined)?.position?.start;
  const last = children.findLast(({ position }) => position?.end?.offset !== undefined)?.position?.end;
  yield* referencesBetween(text, start, first ?? end);
  if (first !== undefined) yield* referencesBetween(text, last, end);
  return undefined;
}

type Point = Reference["position"]["start"];

function* referencesBetween(text: string, start: Point | undefined, end: Point | undefined): Generator<Reference> {
  if (start?.offset === undefined || end?.offset === undefined) return;
  const first = start.offset;
  let [column, line, offset] = [start.column, start.line, first];
  const expression = /\n|&#(?:x([0-9a-f]{1,8})|(\d{1,8}));?/gi;
  for (const { 0: written, 1: hex, 2: decimal, index } of text.slice(first, end.offset).matchAll(expression)) {
    column += first + index - offset;
    offset = first + index;
    const location = { column, line };
    if (written === "\n") [line, column, offset] = [line + 1, 1, offset + 1];
    else
      yield { written, code: hex === undefined ? Number(decimal) : Number.parseInt(hex, 16), position: { start: location, end: location } };
  }
}
