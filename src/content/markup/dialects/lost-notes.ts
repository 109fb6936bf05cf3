import type { Root } from "hast";
import type { ReportAtNode } from "../../../model/report-at-node.ts";
import { firstProperty } from "../../html/hast-nodes.ts";
import { placeInText } from "../../html/place-in-text.ts";
import { walkElements } from "../../html/walk-tree.ts";
import { replaceProse } from "./inline/prose.ts";
import { markdownLines } from "./lines/markdown-lines.ts";

const definition = /^[ \t>]{0,40}\[\^([^[\]\s]{1,100})\]:/;
const maxReports = 20; // of each kind: the place of each in a long text takes time
const reference = /\[\^([\w-]{1,50})\](:?)/g;

/** Returns whether a text may have footnotes. */
export function mayHaveNotes(text: string): boolean {
  return text.includes("[^");
}

/**
 * Reports the footnotes that are not shown because the text does not refer to them, and the references that are shown as they are written,
 * because no footnote has their label. Without any footnote, only a number is certainly a label: `[^a]` may be a regular expression, and `[^a-z]` always is one.
 */
export function reportLostNotes(tree: Root, text: string, reportAtNode: ReportAtNode): void {
  const shown = shownNotes(tree);
  const written = new Set<string>();
  const missing = new Set<string>();
  replaceProse(tree, (node) => {
    for (const { 1: label = "", 2: colon, index } of node.value.matchAll(reference)) {
      written.add(label.toLowerCase());
      const isLabel = /^\d+$/.test(label) || (shown.size > 0 && !/^[A-Za-z\d]-[A-Za-z\d]/.test(label));
      if (colon !== "" || !isLabel || missing.has(label) || missing.size >= maxReports) continue;
      missing.add(label);
      reportAtNode(
        placeInText(node, index),
        "warning",
        `Cannot find the footnote [^${label}]: write its text on a line after [^${label}]:`,
      );
    }
    return undefined;
  });
  for (const { label, line } of definitionsIn(text, (name) => shown.has(name) || written.has(name)).slice(0, maxReports)) {
    const start = { line, column: 1 };
    const message = `Cannot show the footnote [^${label}]: the text does not refer to it; write [^${label}] where it belongs`;
    reportAtNode({ position: { start, end: start } }, "warning", message);
  }
}

function shownNotes(tree: Root): Set<string> {
  const shown = new Set<string>();
  walkElements(tree, (element) => {
    const id = element.tagName === "li" ? (firstProperty(element, "id") ?? "") : "";
    if (id.startsWith("fn-")) shown.add(decoded(id.slice(3)).toLowerCase());
    return undefined;
  });
  return shown;
}

// The definitions whose labels are not known.
function definitionsIn(text: string, isKnown: (label: string) => boolean): { readonly label: string; readonly line: number }[] {
  const found = text.split("\n").flatMap((written, index) => {
    const [, label = ""] = definition.exec(written) ?? [];
    return label === "" || isKnown(label.toLowerCase()) ? [] : [{ label, line: index + 1 }];
  });
  if (found.length === 0) return [];
  const lines = markdownLines(text, false);
  return found.filter(({ line }) => !lines[line - 1]?.isVerbatim);
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
