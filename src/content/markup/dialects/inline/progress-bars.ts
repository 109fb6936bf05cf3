import { mapProse } from "../lines/markdown-lines.ts";

const number = "\\d{1,9}(?:\\.\\d{1,9})?";
const bar = new RegExp(
  `(?<![!\\\\])\\[=[ \\t]{0,9}(${number}%|${number}[ \\t]?/[ \\t]?${number})(?:[ \\t]{1,9}(?:"([^"\\n]{0,500})"|'([^'\\n]{0,500})'))?[ \\t]{0,9}\\](?:\\{[^{}\\n]{0,200}\\})?(?![(\\[:])`,
  "g",
);

/** Writes the progress bars of PyMdown, `[=75% "Three of four"]`, as their words, or else as their numbers. */
export function convertProgressBars(text: string): string {
  if (!text.includes("[=")) return text;
  return mapProse(text, (prose) =>
    prose.replace(bar, (_, value: string, double: string | undefined, single: string | undefined) => (double ?? single)?.trim() || value),
  );
}
