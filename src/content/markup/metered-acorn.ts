import { type Expression, type Options, Parser, type Program } from "acorn";
import acornJsx from "acorn-jsx";
import { ArticleError } from "../limits/article-error.ts";
import { limits } from "../limits/limits.ts";

const JsxParser = Parser.extend(acornJsx());
const quoteLength = 40; // UTF-16 units

/**
 * A JavaScript parser for the MDX of one article, with a limit of the characters that it parses. micromark calls it for the whole
 * expression at each `}`, and for the whole export at each empty line, so its time is quadratic in their number.
 */
export class MeteredAcorn {
  readonly #limit: number;
  #parsed = 0;
  #refused: string | undefined;

  constructor(limit: number = limits.expressionCharacters) {
    this.#limit = limit;
  }

  // Above the limit, the parser accepts any code: micromark catches errors thrown here, and would try the next brace.
  readonly parse = (code: string, options: Options): Program => {
    if (this.#isAllowed(code)) return JsxParser.parse(code, options);
    return { type: "Program", start: 0, end: code.length, body: [], sourceType: "module" };
  };

  readonly parseExpressionAt = (code: string, position: number, options: Options): Expression => {
    if (this.#isAllowed(code)) return JsxParser.parseExpressionAt(code, position, options);
    return { type: "Literal", start: position, end: code.length, value: null, raw: "null" };
  };

  /**
   * Reports that the limit was exceeded.
   * @param text the article's text, to find the line of the code
   * @throws ArticleError
   */
  check(text: string): void {
    if (this.#refused === undefined) return;
    const [firstLine = ""] = this.#refused.split("\n", 1);
    const start = Math.max(0, text.indexOf(firstLine));
    const line = text.slice(0, start).split("\n").length;
    const message = `Cannot compile the article: its code ${JSON.stringify(this.#refused)}… has too many braces or empty lines for its length; make it shorter, or a code block`;
    throw new ArticleError(message, { line });
  }

  #isAllowed(code: string): boolean {
    this.#parsed += code.length;
    if (this.#parsed <= this.#limit) return true;
    this.#refused ??= code.replace(/^\(\{|^\s+/, "").slice(0, quoteLength);
    return false;
  }
}
