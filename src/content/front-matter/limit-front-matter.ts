import { limits } from "../limits/limits.ts";
import type { FrontMatterSource } from "./find-front-matter.ts";
import { FrontMatterError } from "./front-matter-error.ts";

// Shorter front matter is always fast to parse.
const short = 8192;

/**
 * Rejects front matter with too many values, or with lists and tables nested too deeply, before it is parsed. Text that only looks
 * like values counts as well.
 * @throws FrontMatterError with line and column in the article
 */
export function limitFrontMatter({ line: firstLine, source, syntax }: FrontMatterSource): void {
  if (source.length <= short) return;
  let [values, line, lineStart, open, markers] = [0, firstLine, 0, 0, 0];
  // The signs before a value: a line break, a comma, a bracket, YAML's "- ", "? " and ": ", and the dots of TOML's keys.
  const signs = syntax === "TOML" ? /[\n,[\]{}.]/g : /[\n,[\]{}]|[-?:](?=\s)/g;
  for (const { 0: sign, index } of source.matchAll(signs)) {
    const location = { line, column: index - lineStart + 1 };
    if (sign === "\n") [line, lineStart, markers] = [line + 1, index + 1, 0];
    else if (sign === "[" || sign === "{") open++;
    else if (sign === "]" || sign === "}") open--;
    else if (sign !== "," && sign !== ".") markers++;
    if (++values > limits.frontMatterValues) throw tooMany(location);
    if (open > limits.depth || markers > limits.depth) throw tooDeep(location);
  }
}

/** Creates the error for front matter with more values, or lines of texts, than the limit. */
export function tooMany({ column, line }: { line: number; column: number }): FrontMatterError {
  const message = `Cannot read the front matter: it has more than ${limits.frontMatterValues} values and lines; keep data in a file of its own`;
  return new FrontMatterError(message, line, column);
}

/** Creates the error for front matter that is nested too deeply. */
export function tooDeep({ column, line }: { line: number; column: number }): FrontMatterError {
  return new FrontMatterError(`Cannot read the front matter: it is nested in more than ${limits.depth} levels`, line, column);
}
