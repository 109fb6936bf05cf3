import { plural } from "../../base/plural.ts";
import type { FrontMatterTable } from "../../content/front-matter/front-matter-table.ts";
import { markupOf } from "../../model/markup-of.ts";
import { escapeSigns } from "./escape-signs.ts";
import { writeGuillemets } from "./guillemets.ts";
import { endHtmlBlocks, keepHtml } from "./html-blocks.ts";
import { writeLineBreaks } from "./line-breaks.ts";
import type { MarkdownRules } from "./markdown-rules.ts";
import { writePythonMarkdown } from "./python-markdown.ts";
import { unescapeFormulas } from "./unescape-formulas.ts";

/** Writes the texts of an old site, whose parser has other rules, in CommonMark. */
export class OldMarkdown {
  readonly #rules: MarkdownRules;
  #broken = 0;

  constructor(rules: MarkdownRules = {}) {
    this.#rules = rules;
  }

  /** The sentence about line breaks, if an article got some. */
  get facts(): readonly string[] {
    const { breaks } = this.#rules;
    if (this.#broken === 0 || breaks === undefined) return [];
    return [`Wrote two spaces at the ends of lines in ${plural(this.#broken, "article")}, since ${breaks} shows line breaks there`];
  }

  /** Converts a text. One that needs nothing is returned unchanged. @param source its path */
  toCommonMark(source: string, body: string, data: FrontMatterTable): string {
    const { breaks, parser, shownSigns, unescapedFormulas } = this.#rules;
    const markup = markupOf(source);
    if ((markup !== "markdown" && markup !== "mdx") || (parser ?? breaks ?? shownSigns ?? unescapedFormulas) === undefined) return body;
    const text = body.replaceAll("\r\n", "\n");
    let written = text;
    if (markup === "markdown" && parser === "Python-Markdown") written = writePythonMarkdown(written);
    if (markup === "markdown" && parser !== undefined) written = keepHtml(source, endHtmlBlocks(written), data);
    if (markup === "markdown" && parser === "kramdown") written = writeGuillemets(written);
    if (markup === "markdown" && shownSigns !== undefined) written = escapeSigns(written, shownSigns, parser === undefined);
    if (markup === "markdown" && unescapedFormulas !== undefined) written = unescapeFormulas(written, unescapedFormulas === "all");
    if (breaks !== undefined) {
      const broken = writeLineBreaks(written, markup === "mdx");
      if (broken !== written) this.#broken++;
      written = broken;
    }
    if (written === text) return body;
    return text === body ? written : written.replaceAll("\n", "\r\n");
  }
}
