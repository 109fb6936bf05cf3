/** A value in block style, such as `Moon` in `title: Moon` or in `- Moon`, with its lines. */
export interface YamlValue {
  /** The index of its first line. */
  readonly line: number;
  /** The column of its key, or of the hyphen of a list item, from 0. */
  readonly indent: number;
  /** Undefined for a list item without a key. */
  readonly key?: string;
  /** The text of the line before the value: `title: ` or `- `. */
  readonly head: string;
  /** The rest of the first line, without a comment. */
  readonly text: string;
  /** The lines after the first that belong to the value, since they are indented by more than `indent`. */
  readonly rest: readonly string[];
}

/** Finds the values of block style without parsing them. The lines of a block scalar or of an indented table in braces are one value. */
export function* yamlValues(lines: readonly string[]): Generator<YamlValue> {
  for (let line = 0; line < lines.length; ) {
    const value = valueAt(lines, line);
    if (value !== undefined) yield value;
    line += 1 + (value?.rest.length ?? 0);
  }
}

// Indentation with hyphens, a key with its colon, and the value.
const pattern = /^( *(?:- +)*)((?:"[^"]*"|'[^']*'|[\p{L}\p{N}_][^:]*):(?:[ \t]+|$))?([\s\S]*)$/u;

function valueAt(lines: readonly string[], line: number): YamlValue | undefined {
  const [, start = "", key = "", value = ""] = pattern.exec(lines[line] ?? "") ?? [];
  const text = withoutComment(value);
  if (text === "" || (key === "" && !start.includes("-"))) return undefined;
  const indent = key === "" ? start.lastIndexOf("-") : start.length;
  const name = key.trimEnd().slice(0, -1).trimEnd();
  return { line, indent, ...(key !== "" && { key: name }), head: start + key, text, rest: restOf(lines, line, indent) };
}

function withoutComment(value: string): string {
  const comment = /(?:^|[ \t])#/.exec(value);
  return (comment === null ? value : value.slice(0, comment.index)).trim();
}

function restOf(lines: readonly string[], line: number, indent: number): readonly string[] {
  let end = line + 1;
  for (let next = end; next < lines.length; next++) {
    const column = indentOf(lines[next] ?? "");
    if (column === undefined) continue;
    if (column <= indent) break;
    end = next + 1;
  }
  return lines.slice(line + 1, end);
}

/** Returns the number of spaces before the text of a line, or undefined for a blank line. */
export function indentOf(line: string): number | undefined {
  const column = line.search(/\S/);
  return column === -1 ? undefined : column;
}
