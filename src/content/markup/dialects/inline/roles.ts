import type { Element, ElementContent, ElementData, Root, Text } from "hast";
import { elementNode, textNode } from "../../../html/hast-nodes.ts";
import { walkTree } from "../../../html/walk-tree.ts";
import { formulaNode } from "../../../plain-html/formula-node.ts";

declare module "hast" {
  interface ElementData {
    /** The role of a link to a label. An attribute could also be of the author. */
    role?: string;
  }
}

const role = /(?<![$%@{])\{([a-z][\w:-]{1,30})\}$/;
const known =
  /^(?:ref|numref|eq|doc|any|download|term|math|kbd|abbr|sub|sup|subscript|superscript|strong|emphasis|code|file|command|program|guilabel|menuselection|envvar|option|samp|index|func|class|mod|meth|attr|exc|data|(?:py|c|cpp|js|rst):\w+|prf:ref|(?:foot)?cite(?::\w+)?)$/;
const labels = /^(?:ref|numref|eq|prf:ref)$/;
const references = /^(?:ref|numref|eq|prf:ref|doc|any|download|term|index|guilabel|menuselection|(?:foot)?cite(?::\w+)?)$/;

/**
 * Converts the roles of MyST and Sphinx in Markdown: `` {kbd}`Ctrl+C` ``, `` {ref}`the text <target>` ``. {@link convertLinkWords}
 * completes the links to labels.
 */
export function convertRoles(tree: Root, locate: (name: string) => string | undefined): void {
  walkTree(tree, (node, index, parent) => {
    if (node.type !== "element" || node.tagName !== "code" || parent.type === "root") return undefined;
    const before = parent.children[index - 1];
    const [found, name = ""] = before?.type === "text" ? (role.exec(before.value) ?? []) : [];
    if (found === undefined || !known.test(name)) return undefined;
    const text = node.children.map((child) => (child.type === "text" ? child.value : "")).join("");
    (before as Text).value = (before as Text).value.slice(0, -found.length);
    return { instead: [roleNode(name, text, node, locate)] };
  });
}

function roleNode(name: string, text: string, code: Element, locate: (name: string) => string | undefined): ElementContent {
  if (name === "math") return formulaNode(text, false);
  if (name === "kbd") return elementNode("kbd", {}, [textNode(text)]);
  if (/^su[bp]/.test(name)) return elementNode(name.slice(0, 3), {}, [textNode(text)]);
  if (name === "strong") return elementNode("strong", {}, [textNode(text)]);
  if (name === "emphasis") return elementNode("em", {}, [textNode(text)]);
  if (name === "abbr") {
    const [, short = text, title] = /^([^()]+)\(([^()]+)\)$/.exec(text) ?? [];
    return title === undefined ? textNode(text) : elementNode("abbr", { title }, [textNode(short.trimEnd())]);
  }
  if (!references.test(name)) return code;
  const [, before = text, target = text] = /^([^<>]+)<([^<>]+)>$/.exec(text) ?? [];
  const words = before.trimEnd();
  if (labels.test(name) && !/^https?:\/\//.test(target))
    return { ...elementNode("a", { href: `#${target}` }, text === target ? [] : [textNode(words)]), data: { role: name } as ElementData };
  const href = name === "download" || /^https?:\/\//.test(target) ? target : name === "doc" ? locate(target) : undefined;
  return href === undefined ? textNode(words) : elementNode("a", { href }, [textNode(words)]);
}
