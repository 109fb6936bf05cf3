/** A bracket with which a value begins in a TOML text. */
export interface OpenBracket {
  readonly line: number;
  readonly column: number;
  readonly key: string;
  readonly sign: string;
}

/**
 * Returns the outermost bracket that is open where a parser of TOML gave up. Returns undefined if every bracket is
 * closed, or if the text at that place may be a part of the value: a list contains neither headers of tables nor keys.
 * @param end UTF-16 offset at which the parser gave up
 */
export function unclosedBracket(toml: string, end: number): OpenBracket | undefined {
  const open: { readonly sign: string; readonly index: number }[] = [];
  for (const { index, sign } of brackets(toml, end)) {
    if (sign === "]" || sign === "}") open.pop();
    else if (sign === "[" || sign === "{") open.push({ sign, index }); // those of a header are closed in its line
  }
  const [outermost] = open;
  if (outermost === undefined || !isAfterValue(toml, end, outermost.index, open.at(-1)?.sign)) return undefined;
  const lines = toml.slice(0, outermost.index).split("\n");
  const start = lines.at(-1) ?? "";
  const key = start.trimEnd().endsWith("=") ? start.trimEnd().slice(0, -1).trim() : "";
  return key === "" ? undefined : { line: lines.length, column: start.length + 1, key, sign: outermost.sign };
}

// The brackets of values, since quoted texts and comments may contain others.
function* brackets(toml: string, end: number): Generator<{ readonly index: number; readonly sign: string }> {
  for (let index = 0; index <= end && index < toml.length; index++) {
    const sign = toml.charAt(index);
    if (sign === "#") index = lineEnd(toml, index);
    else if (sign === '"' || sign === "'") index = textEnd(toml, index, sign);
    else if ("[]{}".includes(sign)) yield { index, sign };
  }
}

function lineEnd(toml: string, start: number): number {
  const end = toml.indexOf("\n", start);
  return end < 0 ? toml.length : end;
}

// The index of the last quotation mark of a text; of a text that does not end, that of the end of its line or of the file.
function textEnd(toml: string, start: number, quote: string): number {
  const mark = toml.startsWith(quote.repeat(3), start) ? quote.repeat(3) : quote;
  const limit = mark === quote ? lineEnd(toml, start) : toml.length;
  for (let index = start + mark.length; index < limit; index++) {
    if (toml.startsWith(mark, index)) return index + mark.length - 1;
    if (quote === '"' && toml[index] === "\\") index++;
  }
  return limit;
}

function isAfterValue(toml: string, end: number, start: number, innermost: string | undefined): boolean {
  const lineStart = toml.lastIndexOf("\n", end - 1) + 1;
  const [line = ""] = lineStart > start ? toml.slice(lineStart).split(/\r?\n/, 1) : [];
  const isHeader = /^\s*\[{1,2}\s*[\w"'][\w."' -]*\]{1,2}\s*(?:#.*)?$/.test(line);
  const isKey = /^\s*[\w."'-]+\s*=/.test(line) && innermost === "[";
  const isEnd = toml.slice(end).trim() === "";
  return isHeader || isKey || isEnd;
}
