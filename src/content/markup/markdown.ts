import type { Parents, Root } from "hast";
import { type Features, markdownToHast } from "satteri";
import { limitDepth } from "../limits/limit-depth.ts";
import type { ConvertTree } from "./dialects/dialects.ts";
import { mayDefine } from "./dialects/lines/definition-lists.ts";
import { limitMarkdown } from "./limit-markdown.ts";
import { parseLongLines } from "./parse-long-lines.ts";

const features: Features = {
  frontmatter: false, // it is parsed already
  gfm: {
    footnotes: {
      clobberPrefix: "", // anchors get their entry's prefix later
      backContent: () => "↩\uFE0E", // U+FE0E: phones show a bare ↩ as an emoji
    },
  },
};

const withDefinitions: Features = { ...features, definitionList: true };

/**
 * Parses CommonMark with the GitHub extensions and definition lists; raw HTML in it becomes part of the tree.
 * @param convert converts the tree before its raw HTML is parsed
 * @throws ArticleError
 */
export async function parseMarkdown(text: string, convert: ConvertTree = () => {}): Promise<Root> {
  const tree = parse(text);
  convert(tree, parse);
  if (!needsParser(tree, false)) return tree;
  const { parseRawHtml } = await import("../html/parse-raw-html.ts"); // loads 13 files, and most articles have no HTML
  return parseRawHtml(tree, text);
}

function parse(text: string): Root {
  limitMarkdown(text); // the native parser cannot be stopped
  const tree = parseLongLines(text, (given, position) => parseNatively(given, mayDefine(text), position));
  limitDepth(tree);
  return tree;
}

function parseNatively(text: string, hasDefinitions: boolean, position: boolean): Root {
  return markdownToHast(text, { features: hasDefinitions ? withDefinitions : features, position }) as Root;
}

// Returns whether a tree has raw HTML, or nested links, which HTML parsers split.
function needsParser(parent: Parents, isInLink: boolean): boolean {
  for (const node of parent.children) {
    if (node.type === "raw") return true;
    if (node.type !== "element") continue;
    const isLink = node.tagName === "a";
    if (isLink && isInLink) return true;
    if (needsParser(node, isInLink || isLink)) return true;
  }
  return false;
}
