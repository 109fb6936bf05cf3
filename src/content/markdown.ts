import type { Root } from "hast";
import { raw } from "hast-util-raw";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { VFile } from "vfile";

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype, {
    allowDangerousHtml: true, // sanitized later, like all HTML
    clobberPrefix: "", // anchors get a prefix of their entry's
    footnoteBackContent: "↩\uFE0E", // as text: phones draw a bare ↩ as a picture
  })
  .freeze();

/** Parses CommonMark with the GitHub extensions; raw HTML in it becomes part of the tree. */
export function parseMarkdown(text: string): Root {
  return raw(processor.runSync(processor.parse(text)), { file: new VFile(text) }) as Root;
}
