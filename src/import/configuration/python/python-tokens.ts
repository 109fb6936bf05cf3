/** A token of Python. */
export interface PythonToken {
  readonly kind: "name" | "text" | "number" | "sign" | "line end";
  /** A name, a sign, or the value of a text. */
  readonly value: string;
  /** True for the first token of a line without indentation. */
  readonly startsStatement: boolean;
}

const token =
  /(?<space>(?:[ \t\f]|\\\r?\n)+)|(?<comment>#[^\n]*)|(?<end>\r?\n)|(?<prefix>[rRbBuUfF]{0,2})(?<quote>"""|'''|"|')|(?<number>\d[\w.]*)|(?<name>[\p{L}_][\p{L}\p{Nd}_]*)|(?<sign>[\s\S])/uy;

/** Splits Python into tokens (docs.python.org/3/reference/lexical_analysis.html). Line ends within brackets are not tokens. */
export function* pythonTokens(source: string): Generator<PythonToken> {
  let [position, depth, isAtStart] = [0, 0, true];
  while (position < source.length) {
    token.lastIndex = position;
    const groups = token.exec(source)?.groups ?? {};
    position = token.lastIndex;
    if (groups["space"] !== undefined) isAtStart = false;
    if (groups["space"] !== undefined || groups["comment"] !== undefined) continue;
    if (groups["end"] !== undefined) {
      if (depth === 0) yield { kind: "line end", value: "\n", startsStatement: false };
      isAtStart = depth === 0;
      continue;
    }
    const startsStatement = isAtStart;
    isAtStart = false;
    if (groups["quote"] !== undefined) {
      const end = endOfText(source, position, groups["quote"]);
      const written = source.slice(position, end);
      const isClosed = source.startsWith(groups["quote"], end);
      position = isClosed ? end + groups["quote"].length : end;
      const isFormatted = /f/i.test(groups["prefix"] ?? "") && /\{/.test(written);
      yield isFormatted || !isClosed
        ? { kind: "name", value: "unreadable text", startsStatement: false } // the value of an f-string needs Python
        : { kind: "text", value: /r/i.test(groups["prefix"] ?? "") ? written : unescaped(written), startsStatement };
      continue;
    }
    const kind = groups["number"] !== undefined ? "number" : groups["name"] !== undefined ? "name" : "sign";
    const value = groups["number"] ?? groups["name"] ?? groups["sign"] ?? "";
    if (/^[([{]$/.test(value)) depth++;
    if (/^[)\]}]$/.test(value)) depth = Math.max(0, depth - 1);
    yield { kind, value, startsStatement };
  }
}

function endOfText(source: string, start: number, quote: string): number {
  for (let index = start; index < source.length; index++) {
    if (source[index] === "\\") index++;
    else if (source.startsWith(quote, index)) return index;
    else if (source[index] === "\n" && quote.length === 1) return index; // a text that is not closed ends with its line
  }
  return source.length;
}

const escapes: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", "\n": "" };

function unescaped(text: string): string {
  return text.replace(/\\(?:x([\da-f]{2})|u([\da-f]{4})|([\s\S]))/gi, (_, hex?: string, unicode?: string, other?: string) => {
    const code = hex ?? unicode;
    return code === undefined
      ? (escapes[other ?? ""] ?? (/["'\\]/.test(other ?? "") ? (other ?? "") : `\\${other}`))
      : String.fromCharCode(Number.parseInt(code, 16));
  });
}
