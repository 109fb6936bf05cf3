import type { Text } from "hast";
import { countOf } from "../../../../base/count-of.ts";

/** Copies a part of a text, with its place in the article. */
export function partOfText(node: Text, from: number, to?: number): Text {
  return { ...node, value: node.value.slice(from, to), ...placeInText(node, from) };
}

/** Returns the position of an offset of a text: its line and its column, on further lines without their indentation. */
export function placeInText({ position, value }: Text, offset: number): Pick<Text, "position"> {
  if (position === undefined || offset === 0) return position === undefined ? {} : { position };
  const { lines, lineStart } = lineAt(value, offset);
  const { column, line } = position.start;
  const start = lines === 0 ? { line, column: column + offset } : { line: line + lines, column: offset - lineStart + 1 };
  return { position: { ...position, start } };
}

interface Line {
  readonly lines: number;
  readonly lineStart: number;
}

// The parts of a text are copied in their order: counting from its start each time would take quadratic time.
let last: Line & { readonly text: string; readonly offset: number } = { text: "", offset: 0, lines: 0, lineStart: 0 };

function lineAt(text: string, offset: number): Line {
  if (text !== last.text || offset < last.offset) last = { text, offset: 0, lines: 0, lineStart: 0 };
  const between = text.slice(last.offset, offset);
  const newline = between.lastIndexOf("\n");
  const lineStart = newline < 0 ? last.lineStart : last.offset + newline + 1;
  last = { text, offset, lines: last.lines + countOf("\n", between), lineStart };
  return last;
}
