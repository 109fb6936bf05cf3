import type { Element, ElementContent, Root } from "hast";
import { toString as textOf } from "hast-util-to-string";
import { elementNode } from "../../html/hast-nodes.ts";
import { walkElements } from "../../html/walk-tree.ts";

/** Returns whether a text may have a table without a head. */
export function mayLackHeads(text: string): boolean {
  return /\|[ \t]{0,20}\n[ \t>]{0,40}\|/.test(text);
}

/**
 * Converts tables without a head, which only kramdown reads: a paragraph of at least two lines that begin and end with a bar, and have the
 * same number of cells, at least two. Lines of hyphens between them vanish; rows before the first of these lines are the head. A paragraph
 * with an escaped bar stays text.
 * @param text the text of the tree, which shows what is escaped
 */
export function convertTablesWithoutHead(tree: Root, text: string): void {
  const lines = text.includes("\\|") ? text.split("\n") : [];
  walkElements(tree, (element) => {
    const [first] = element.children;
    if (element.tagName !== "p" || first?.type !== "text" || !first.value.startsWith("|")) return undefined;
    if (hasEscapedBar(lines, element)) return undefined;
    const table = tableOf(linesOf(element.children));
    return table === undefined ? undefined : { instead: [{ ...table, ...(element.position && { position: element.position }) }] };
  });
}

function hasEscapedBar(lines: readonly string[], { position }: Element): boolean {
  const written = lines.slice((position?.start.line ?? 1) - 1, position?.end.line);
  return written.some((line) => line.replace(wikilink, "").includes("\\|"));
}

type Line = readonly ElementContent[];

function tableOf(lines: readonly Line[]): Element | undefined {
  const isRule = lines.map((line) => isRuleOfTable(textOf({ type: "root", children: [...line] })));
  const rows = lines.flatMap((line, index) => (isRule[index] ? [] : [cellsOf(line, isRule[0] === true)]));
  const count = rows[0]?.length ?? 0;
  if (rows.length < 2 || count < 2 || rows.some((cells) => cells?.length !== count)) return undefined;
  const written = rows as readonly (readonly Line[])[];
  if (!written.some((cells) => cells.some((cell) => /[\p{L}\p{N}]/u.test(textOf({ type: "root", children: [...cell] }))))) return undefined;
  const head = Math.max(0, isRule.indexOf(true));
  return elementNode("table", {}, [...part("thead", "th", written.slice(0, head)), ...part("tbody", "td", written.slice(head))]);
}

function part(tagName: string, cell: string, rows: readonly (readonly Line[])[]): Element[] {
  const elements = rows.map((cells) =>
    elementNode(
      "tr",
      {},
      cells.map((content) => elementNode(cell, {}, content)),
    ),
  );
  return elements.length === 0 ? [] : [elementNode(tagName, {}, elements)];
}

function isRuleOfTable(line: string): boolean {
  return /^\|[-=+:| \t]+$/.test(line) && /---|===/.test(line);
}

function linesOf(children: readonly ElementContent[]): Line[] {
  const lines: ElementContent[][] = [[]];
  for (const child of children) {
    if (child.type !== "text") {
      if (child.type !== "element" || child.tagName !== "br") lines.at(-1)?.push(child);
      continue;
    }
    for (const [index, value] of child.value.split("\n").entries()) {
      if (index > 0) lines.push([]);
      if (value !== "") lines.at(-1)?.push({ ...child, value });
    }
  }
  return lines;
}

const wikilink = /\[\[[^[\]]{1,300}\]\]/g;
const bar = /\[\[[^[\]]{1,300}\]\]|\|/g; // a bar in a wikilink is text

// Returns undefined for a line that is no row. Without a line of hyphens before, bars have spaces inside: |x| + |y| is text.
function cellsOf(line: Line, isMarked: boolean): Line[] | undefined {
  const [first, last] = [line[0], line.at(-1)];
  if (first?.type !== "text" || last?.type !== "text") return undefined;
  if (!(isMarked ? /^\s*\|/ : /^\s*\|[ \t]/).test(first.value) || !(isMarked ? /\|\s*$/ : /[ \t]\|\s*$/).test(last.value)) return undefined;
  const cells: ElementContent[][] = [[]];
  for (const node of line) {
    if (node.type !== "text") cells.at(-1)?.push(node);
    else
      splitText(
        node.value,
        (value) => value !== "" && cells.at(-1)?.push({ ...node, value }),
        () => cells.push([]),
      );
  }
  const [before, ...rest] = cells;
  const after = rest.pop();
  return [before, after].every((cell) => cell?.every((node) => node.type === "text" && node.value.trim() === ""))
    ? rest.map(trimmed)
    : undefined;
}

function splitText(text: string, onText: (text: string) => void, onBar: () => void): void {
  let done = 0;
  for (const { 0: found, index } of text.matchAll(bar)) {
    if (found !== "|") continue;
    onText(text.slice(done, index));
    onBar();
    done = index + 1;
  }
  onText(text.slice(done));
}

function trimmed(cell: Line): Line {
  return cell.map((node, index) => {
    if (node.type !== "text") return node;
    const start = index === 0 ? node.value.trimStart() : node.value;
    return { ...node, value: index === cell.length - 1 ? start.trimEnd() : start };
  });
}
