import type { Root } from "hast";
import { elementNode, textNode } from "../../../html/hast-nodes.ts";
import { replaceMatches, replaceProse } from "./prose.ts";

const named =
  "ctrl|control|alt|shift|cmd|command|meta|win(?:dows)?|super|option|fn|enter|return|esc(?:ape)?|tab|space|del(?:ete)?|backspace|insert|home|end|page-(?:up|down)|(?:arrow-)?(?:up|down|left|right)|caps-lock|print-screen|f\\d{1,2}";
const literal = "\"[^\"\\n]{1,30}\"|'[^'\\n]{1,30}'"; // what a key shows, if it has no name
const keys = new RegExp(`(?<![\\w+])\\+\\+((?:${named}|${literal})(?:\\+(?:[a-z0-9-]{1,20}|${literal})){0,5})\\+\\+(?![\\w+])`, "gi");
const key = new RegExp(`${literal}|[^+]+`, "g");
// In other scripts, two carets are a smile.
const inserted = /(?<![^\s([{"'])\^\^([\p{Script=Latin}\p{N}](?:[^^\n]{0,200}[^^\s])?)\^\^(?![\p{L}\p{N}^])/gu;

/** Converts PyMdown's keys and insertions: `++ctrl+alt+del++`, `^^words^^`. Increments such as `i++` and powers are text. */
export function convertKeys(tree: Root): void {
  replaceProse(tree, (node) =>
    node.value.includes("++")
      ? replaceMatches(node, keys, ([, combination = ""]) =>
          elementNode(
            "span",
            {},
            [...combination.matchAll(key)].flatMap(([one], index) => [
              ...(index === 0 ? [] : [textNode("+")]),
              elementNode("kbd", {}, [textNode(nameOf(one))]),
            ]),
          ),
        )
      : undefined,
  );
  replaceProse(tree, (node) =>
    node.value.includes("^^") ? replaceMatches(node, inserted, ([, words = ""]) => elementNode("ins", {}, [textNode(words)])) : undefined,
  );
}

function nameOf(key: string): string {
  if (/^["']/.test(key)) return key.slice(1, -1);
  return key.replace(/^./, (letter) => letter.toUpperCase()).replaceAll("-", " ");
}
