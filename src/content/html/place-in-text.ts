import type { Text } from "hast";

/** Returns the place of an offset in a text, which may have several lines. */
export function placeInText({ position, value }: Text, offset: number): Pick<Text, "position"> {
  const lines = value.slice(0, offset).split("\n");
  if (position === undefined || lines.length === 1) return { ...(position && { position }) };
  const start = { line: position.start.line + lines.length - 1, column: (lines.at(-1) ?? "").length + 1 };
  return { position: { start, end: start } };
}
