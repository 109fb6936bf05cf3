import { type Table, tableOf, textIn, textsIn } from "../../../base/table-values.ts";
import { markupOf } from "../../../model/markup-of.ts";
import { type MarkdownRules, shownCodes } from "../../old-markdown/markdown-rules.ts";

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

/**
 * Returns the rules of the parser that the configuration names. In kramdown, only the parser for GFM, the default, reads `hard_wrap`, and
 * `$$…$$` are formulas.
 * @param plugins those of the site; jekyll-spaceship reads formulas itself
 * @param ownPlugins the code of those that the site has itself
 */
export function markdownOfJekyll(values: Table, plugins: ReadonlySet<string>, ownPlugins: readonly string[]): MarkdownRules {
  const unescaped = (formulas: MarkdownRules["unescapedFormulas"]) =>
    plugins.has("jekyll-spaceship") ? {} : { unescapedFormulas: formulas };
  const codes = shownCodes([...plugins, ...ownPlugins]);
  const name = (textIn(values["markdown"]) ?? "kramdown").toLowerCase();
  if (name.startsWith("commonmark")) {
    const hasBreaks = textsIn(tableOf(values["commonmark"])["options"]).some((option) => option.toUpperCase() === "HARDBREAKS");
    return { ...unescaped("all"), shownSigns: ["^", "==", ...codes], ...(hasBreaks && { breaks: "CommonMark (HARDBREAKS)" }) };
  }
  const shownSigns: MarkdownRules["shownSigns"] = ["~", "^", "==", ...codes];
  if (name !== "kramdown") return { parser: "kramdown", shownSigns };
  const { hard_wrap, input = "GFM" } = tableOf(values["kramdown"]);
  return {
    parser: "kramdown",
    shownSigns,
    ...unescaped("single dollars"),
    ...(hard_wrap === true && input === "GFM" && { breaks: "kramdown (hard_wrap: true)" }),
  };
}
