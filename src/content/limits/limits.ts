/**
 * The limits of one article. Within them, compiling any article takes seconds, and a build less than 1 GB of memory. Each limit is
 * several times what the longest real articles need.
 */
export const limits = {
  /** Bytes of an article's file. */
  articleBytes: 2 * 1024 * 1024,
  /**
   * Places in Markdown where an element may begin, cells of tables included. For each, the parser creates up to four nodes of about
   * 700 bytes, and the sanitizer copies them.
   */
  markdownMarks: 100_000,
  /** Such places for remark, which parses MDX. Its time is quadratic in their number: 4 seconds for 20,000 unclosed links. */
  remarkMarks: 20_000,
  /** Characters of code in MDX. Code that is parsed again counts again: 2 to 20 seconds, by its kind. */
  expressionCharacters: 20_000_000,
  /** Elements and comments of HTML, including those that the parser adds: about two kilobytes each. */
  htmlNodes: 100_000,
  /**
   * Levels of nested elements, lists and quotations. Functions that walk trees are recursive, and the stack of Node's main thread
   * has room for more than 2000 levels. (Chromium stops at 512.)
   */
  depth: 1000,
  /**
   * Characters that the native Markdown parser copies: for each character reference it copies the text before it. An article that
   * needs more is parsed by remark, which takes several times as long.
   */
  copiedCharacters: 64_000_000,
  /** Values of front matter, including those that YAML aliases expand to: the parser needs a kilobyte for each. */
  frontMatterValues: 50_000,
  /** Authors, categories or aliases of one article: each has its own address, and most have feeds. */
  terms: 1000,
  /** UTF-16 code units of an address, which every link and anchor repeats. Browsers and servers accept about 2000. */
  address: 2000,
  /** UTF-16 code units of content. The W3C validator rejects documents of more than 5 MB. */
  content: 5_000_000,
  /** Warnings of one article that are reported, and as many errors. */
  problems: 100,
} as const;
