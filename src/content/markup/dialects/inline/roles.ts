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

const role = /(?<![$%@{])\{([a-z][\w:-]{0,30})\}$/;
const known =
  /^(?:ref|numref|eq|doc|any|download|term|math|kbd|abbr|sub|sup|subscript|superscript|strong|emphasis|code|file|command|program|guilabel|menuselection|envvar|option|samp|index|func|class|mod|meth|attr|exc|data|del|strike|u|underline|sc|smallcaps|button|bdg(?:-[a-z]{1,20}){0,4}|myst:(?:directive|role)|proof:ref|(?:py|c|cpp|js|rst):\w+|prf:ref|(?:foot)?cite(?::\w+)?)$/;
const labels = /^(?:ref|numref|eq|(?:prf|proof):ref)$/;
const references =
  /^(?:button|bdg(?:-[a-z]{1,20}){0,4}|myst:\w+|ref|numref|eq|(?:prf|proof):ref|doc|any|download|term|index|guilabel|menuselection|(?:foot)?cite(?::\w+)?)$/;

const elements: Readonly<Record<string, string>> = { del: "del", strike: "del", emphasis: "em", strong: "strong", u: "u", underline: "u" };

/**
 * Converts the roles of MyST and Sphinx in Markdown: `` {kbd}`Ctrl+C` ``, `` {ref}`the text <target>` ``. {@link convertLinkWords}
 * completes the links to labels.
 * @param onUnknown receives the name of a role without a known meaning, which stays text, where it is first used
 */
export function convertRoles(
  tree: Root,
  locate: (name: string) => string | undefined,
  onUnknown: (name: string, code: Element) => void,
): void {
  const unknown = new Set<string>();
  walkTree(tree, (node, index, parent) => {
    if (node.type !== "element" || node.tagName !== "code" || parent.type === "root") return undefined;
    const before = parent.children[index - 1];
    const [found, name = ""] = before?.type === "text" ? (role.exec(before.value) ?? []) : [];
    if (found === undefined) return undefined;
    if (!known.test(name)) {
      const isApart = /(?:^|[\s(])$/.test((before as Text).value.slice(0, -found.length).slice(-1));
      if (name.length > 1 && isApart && !unknown.has(name)) onUnknown(name, node);
      unknown.add(name);
      return undefined;
    }
    const text = node.children.map((child) => (child.type === "text" ? child.value : "")).join("");
    (before as Text).value = (before as Text).value.slice(0, -found.length);
    const place = node.position === undefined ? {} : { position: node.position };
    return { instead: [{ ...place, ...roleNode(name, text, node, locate) }] };
  });
}

function roleNode(name: string, text: string, code: Element, locate: (name: string) => string | undefined): ElementContent {
  if (name === "math") return formulaNode(text, false);
  if (name === "kbd") return elementNode("kbd", {}, [textNode(text)]);
  if (/^su[bp]/.test(name)) return elementNode(name.slice(0, 3), {}, [textNode(text)]);
  const tagName = elements[name];
  if (tagName !== undefined) return elementNode(tagName, {}, [textNode(text)]);
  if (/^s(?:mall)?c(?:aps)?$/.test(name)) return textNode(text);
  if (name === "abbr") {
    const [, short = text, title] = /^([^()]+)\(([^()]+)\)$/.exec(text) ?? [];
    return title === undefined ? textNode(text) : elementNode("abbr", { title }, [textNode(short.trimEnd())]);
  }
  if (!references.test(name)) return code;
  const [, before = text, target = text] = /^([^<>]+)<([^<>]+)>$/.exec(text) ?? [];
  const words = before.trimEnd();
  if (name.startsWith("myst:")) return elementNode("code", {}, [textNode(words)]);
  if (labels.test(name) && !/^https?:\/\//.test(target))
    return { ...elementNode("a", { href: `#${target}` }, text === target ? [] : [textNode(words)]), data: { role: name } as ElementData };
  const href = name === "download" || /^https?:\/\//.test(target) ? target : name === "doc" ? locate(target) : undefined;
  return href === undefined ? textNode(words) : elementNode("a", { href }, [textNode(words)]);
}
