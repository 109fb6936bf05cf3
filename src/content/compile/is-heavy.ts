import { countOf } from "../../base/count-of.ts";
import { markupOf } from "../../model/markup-of.ts";
import { mayImport } from "../markup/shortcodes/markdown-imports.ts";

// A shorter article is never heavy, so its marks are not counted.
const fewCharacters = 8192;
const manyCharacters = 65_536;
const manyMarks = 5000;
const manyMarksOfMdx = 1000;
const muchCode = 1_000_000; // characters, times the number of parses: it takes at most a second

const isMark = new Uint8Array(128);
for (const sign of "\n*_~`[<>|&@{,") isMark[sign.charCodeAt(0)] = 1;

/**
 * Returns whether an article may take more than two seconds or 300 MB to compile, so that it has to run in a process that can be
 * stopped. No other article can take that much: the time of every parser is at most quadratic in the length of its input.
 */
export function isHeavy(source: string, text: string): boolean {
  const markup = markupOf(source);
  const isMdx = markup === "mdx" || (markup === "markdown" && mayImport(text));
  if (isMdx && codeOf(text) > muchCode) return true;
  if (text.length <= fewCharacters) return false;
  if (text.length > manyCharacters) return true;
  let marks = 0;
  for (let index = 0; index < text.length; index++) marks += isMark[text.charCodeAt(index)] ?? 0;
  return marks > (isMdx ? manyMarksOfMdx : manyMarks);
}

// An expression is parsed again at each brace that may end it, and an export, in less time, at each empty line.
function codeOf(text: string): number {
  return (countOf("}", text) + countOf("\n\n", text) / 8) * text.length;
}
