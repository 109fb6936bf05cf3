import { metadataKeys } from "./keys/metadata-keys.ts";
import type { YamlRepair } from "./yaml-repair.ts";
import { indentOf, type YamlValue, yamlValues } from "./yaml-values.ts";

/** Indents the further lines of a text in quotes, of a list in brackets, and of a title or a summary. */
export const repairIndentation: YamlRepair = (lines) => {
  const repaired = [...lines];
  const warnings = [];
  let done = 0;
  for (const value of yamlValues(lines)) {
    const start = value.line + 1 + value.rest.length;
    const end = value.line < done ? start : endOf(value, lines, start);
    if (end === start) continue;
    for (let line = start; line < end; line++)
      if (repaired[line]?.trim()) repaired[line] = " ".repeat(value.indent + 2) + repaired[line]?.trim();
    done = end;
    const message = `The value of ${value.key ?? "a list"} continues in a line that is not indented: begin that line with spaces, or write the value in one line`;
    warnings.push({ line: start, column: 1, message });
  }
  return warnings.length === 0 ? undefined : { lines: repaired, warnings };
};

const maxLines = 100; // prevents quadratic time for a list of unclosed brackets
const keyOrItem = /^\s*(?:[\p{L}\p{N}_-]+[ \t]*:(?:\s|$)|- |#|\.\.\.|---)/u;
const prose: ReadonlySet<string> = new Set([...metadataKeys.title, ...metadataKeys.summary]);

// Returns the index after the last line of the value, or `start` if its end is unclear.
function endOf(value: YamlValue, lines: readonly string[], start: number): number {
  const isClosed = closedBy(value);
  const [first = ""] = value.text;
  const isPlain = /[^"'[{|>]/.test(first) && prose.has(value.key ?? "");
  if (!isPlain && !/["'[{]/.test(first)) return start;
  if (!isPlain && (isClosed(value.text) || value.rest.some(isClosed))) return start;
  let end = start;
  for (; end < Math.min(lines.length, start + maxLines); end++) {
    const line = lines[end] ?? "";
    const needsIndentation = (indentOf(line) ?? Number.POSITIVE_INFINITY) <= value.indent;
    if (needsIndentation && keyOrItem.test(line)) return isPlain ? end : start;
    if (isPlain && line.trim() === "") return end;
    if (!isPlain && isClosed(line)) return end + 1;
  }
  return isPlain ? end : start;
}

// Creates a function that gets the lines of a value in turn, and returns whether one closes it.
function closedBy({ text }: YamlValue): (line: string) => boolean {
  if (/^[[{]/.test(text)) {
    let open = 0;
    return (line) => {
      for (const bracket of line.match(/[[\]{}]/g) ?? []) open += /[[{]/.test(bracket) ? 1 : -1;
      return open <= 0;
    };
  }
  let isFirst = true;
  const end = text.startsWith("'") ? /^(?:[^']|'')*'(?!')/ : /^(?:[^"\\]|\\[\s\S])*"/;
  return (line) => {
    const inside = isFirst ? line.slice(1) : line;
    isFirst = false;
    return end.test(inside);
  };
}
