/** The rules of a parser of Markdown that differ from those of CommonMark. */
export interface MarkdownRules {
  /** A parser that does not follow CommonMark: that of Jekyll, or that of MkDocs, Nikola and Pelican. */
  readonly parser?: "kramdown" | "Python-Markdown";
  /** True if the parser of Python has an extension for `~words~`, `^words^` or `==words==`, which otherwise are text. */
  readonly hasSigns?: true;
  /** The cause of line breaks at the ends of the lines of paragraphs: `hexo-renderer-marked (breaks: true)`. */
  readonly breaks?: string | undefined;
  /**
   * The formulas that the parser does not know, so that it removes backslashes in them, and `$a\_1$` is `a_1`: all in Hugo without
   * passthrough, and those between single dollars in kramdown.
   */
  readonly unescapedFormulas?: "all" | "single dollars" | undefined;
}

// `pymdownx.tilde`, `mdx_subscript`, `markdown_del_ins`
const extensionOfSigns = /(?:^|\.)(?:tilde|caret|mark)$|subscript|superscript|del[-_]?ins|[-_](?:su[bp]|mark)$/;

/** Returns the rules of Python-Markdown with extensions: `nl2br`, also as `markdown.extensions.nl2br`. */
export function pythonMarkdown(extensions: readonly string[]): MarkdownRules {
  const hasBreaks = extensions.some((name) => /^(?:markdown\.extensions\.)?nl2br$/.test(name));
  const hasSigns = extensions.some((name) => extensionOfSigns.test(name));
  return { parser: "Python-Markdown", ...(hasSigns && { hasSigns }), ...(hasBreaks && { breaks: "Python-Markdown (nl2br)" }) };
}
