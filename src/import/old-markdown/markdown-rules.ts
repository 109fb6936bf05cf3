/** The sign that begins `~words~`, `^words^`, `==words==` or `:tada:`. */
export type Sign = "~" | "^" | "==" | ":";

/** The rules of a parser of Markdown that differ from those of CommonMark. */
export interface MarkdownRules {
  /** A parser that does not follow CommonMark: that of Jekyll, or that of MkDocs, Nikola and Pelican. */
  readonly parser?: "kramdown" | "Python-Markdown";
  /** The signs that the parser shows as they are, and our Markdown reads. */
  readonly shownSigns?: readonly Sign[];
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
  const shownSigns: Sign[] = [...(hasSigns ? [] : (["~", "^", "=="] as const)), ...shownCodes(extensions)];
  return { parser: "Python-Markdown", shownSigns, ...(hasBreaks && { breaks: "Python-Markdown (nl2br)" }) };
}

/**
 * Returns the sign of emoji codes, unless a site has a plugin or an extension for them: `jemoji`, `pymdownx.emoji`.
 * @param plugins their names, or the code of own ones
 */
export function shownCodes(plugins: readonly string[]): Sign[] {
  return plugins.some((name) => /emoji|spaceship/i.test(name)) ? [] : [":"];
}
