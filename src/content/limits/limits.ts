/**
 * The limits of one article. Below them, whatever an article contains, compiling it takes seconds and a build less than 1 GB of
 * memory. Each leaves several times as much room as the longest article that anybody reads.
 */
export const limits = {
  /**
   * Places in Markdown where an element may begin, cells of tables included. For each, the parser makes up to four nodes of some
   * 700 bytes, and sanitizing makes them a second time.
   */
  markdownMarks: 100_000,
  /** The same for remark, which parses MDX: it takes time with the square of their number, 4 seconds for 20,000 links without an end. */
  remarkMarks: 20_000,
  /** Characters of code in MDX, those counted again that are parsed again: 2 to 20 seconds, by what they are. */
  expressionCharacters: 20_000_000,
  /** Elements and comments of HTML, those that a parser adds by itself included: some two kilobytes each. */
  htmlNodes: 100_000,
  /**
   * Elements, lists and quotations within each other. Programs that read trees call themselves for each level, and the stack of
   * Node's first thread has room for more than 2000. (Chromium stops at 512.)
   */
  depth: 1000,
  /**
   * Characters that the native parser of Markdown copies, since it copies the text before it for each character reference. What
   * needs more is parsed by another parser, which takes several times as long.
   */
  copiedCharacters: 64_000_000,
  /** Values of front matter, those included that aliases of YAML stand for: the parser makes a kilobyte of each. */
  frontMatterValues: 50_000,
  /** Authors, categories or aliases of one article: each has an address of its own, and most have feeds. */
  terms: 1000,
  /** UTF-16 code units of an address, which is in every link and anchor. Browsers and servers take some 2000. */
  address: 2000,
  /** UTF-16 code units of content. The W3C validator reads no document of more than 5 MB. */
  content: 5_000_000,
  /** Warnings, and errors, that are told of one article. */
  problems: 100,
} as const;
