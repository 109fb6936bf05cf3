import type { Root } from "hast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { parseRawHtml } from "../html/parse-raw-html.ts";
import { limitDepth } from "../limits/limit-depth.ts";
import type { ConvertTree } from "./dialects/dialects.ts";
import { mayDefine } from "./dialects/lines/definition-lists.ts";
import { limitForRemark, limitMarkdown } from "./limit-markdown.ts";
import { convertDefinitions } from "./remark-definitions.ts";

const reader = unified().use(remarkParse).use(remarkGfm).freeze();
const writer = unified().use(remarkRehype, { allowDangerousHtml: true, clobberPrefix: "", footnoteBackContent: "↩\uFE0E" }).freeze();

/**
 * Parses Markdown as `parseMarkdown` does, several times more slowly, but with memory in proportion to the text, even with many
 * character references.
 * @throws ArticleError
 */
export function parseByRemark(text: string, convert: ConvertTree = () => {}): Root {
  const tree = parse(text);
  convert(tree, parse);
  return parseRawHtml(tree, text);
}

function parse(text: string): Root {
  limitMarkdown(text);
  limitForRemark(text);
  const tree = writer.runSync(reader.parse(text)) as Root;
  limitDepth(tree);
  if (mayDefine(text)) convertDefinitions(tree);
  return tree;
}
