import { type Table, textIn } from "../../../base/table-values.ts";
import { markupOf } from "../../../model/markup-of.ts";

const endings = ["md", "markdown", "mkdown", "mkdn", "mkd"];

/** Creates the test for Markdown files: those with the endings that Jekyll has by default, and with those of `markdown_ext`, such as `mdtext`. */
export function markdownFiles(values: Table): (path: string) => boolean {
  const written = (textIn(values["markdown_ext"]) ?? "").split(",").map((ending) => ending.trim().replace(/^\./, "").toLowerCase());
  const own = written.filter((ending) => /^\w+$/.test(ending) && !/^x?html?$/.test(ending));
  const all = new Set([...endings, ...own]);
  return (path) => all.has(/\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? "");
}

/** Returns the target of a Markdown file, with an ending that makes the copy an article in Markdown. */
export function markdownTarget(target: string): string {
  return markupOf(target) === "markdown" ? target : target.replace(/\.[^./]+$/, ".md");
}
