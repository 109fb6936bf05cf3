/** A bracket with which a value begins in a TOML text. */
export interface OpenBracket {
  readonly line: number;
  readonly column: number;
  readonly key: string;
  readonly sign: string;
}

// Quoted texts and comments contain brackets of no value.
const tokens = /"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:\\.|[^"\\\n])*"|'[^'\n]*'|#.*|[[\]{}]/g;

/**
 * Returns the outermost bracket that is open where a parser of TOML gave up. Returns undefined if there is none, or if what is there may
 * be a part of the value: a list contains neither headers of tables nor keys.
 * @param end UTF-16 offset at which the parser gave up
 */
export function unclosedBracket(toml: string, end: number): OpenBracket | undefined {
  const open: { readonly sign: string; readonly index: number }[] = [];
  for (const { 0: sign, index } of toml.matchAll(tokens)) {
    if (index > end) break;
    if (sign === "]" || sign === "}") open.pop();
    else if (sign === "[" || sign === "{") open.push({ sign, index }); // those of a header are closed in its line
  }
  const [outermost] = open;
  if (outermost === undefined || !isAfterValue(toml, end, outermost.index, open.at(-1)?.sign)) return undefined;
  const lines = toml.slice(0, outermost.index).split("\n");
  const start = lines.at(-1) ?? "";
  const key = /^\s*(.+?)\s*=\s*$/.exec(start)?.[1];
  return key === undefined ? undefined : { line: lines.length, column: start.length + 1, key, sign: outermost.sign };
}

function isAfterValue(toml: string, end: number, start: number, innermost: string | undefined): boolean {
  const lineStart = toml.lastIndexOf("\n", end - 1) + 1;
  const [line = ""] = lineStart > start ? toml.slice(lineStart).split(/\r?\n/, 1) : [];
  const isHeader = /^\s*\[{1,2}\s*[\w"'][\w."' -]*\]{1,2}\s*(?:#.*)?$/.test(line);
  const isKey = /^\s*[\w."'-]+\s*=/.test(line) && innermost === "[";
  const isEnd = toml.slice(end).trim() === "";
  return isHeader || isKey || isEnd;
}
