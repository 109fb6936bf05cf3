/** Removes the comments of code in JavaScript or TypeScript. The code may be in a page with text in HTML. */
export function withoutComments(source: string): string {
  let result = "";
  let start = 0; // of the part that is not yet in the result
  for (let at = 0; at < source.length; ) {
    const end = commentEnd(source, at);
    if (end === undefined) at = textEnd(source, at);
    else {
      result += source.slice(start, at);
      start = at = end;
    }
  }
  return result + source.slice(start);
}

function commentEnd(source: string, at: number): number | undefined {
  if (source.startsWith("//", at)) return endOf(source, "\n", at);
  return source.startsWith("/*", at) ? endOf(source, "*/", at + 2) + "*/".length : undefined;
}

// The end of a text in quotation marks, or of a character that begins none. An apostrophe in HTML has no second one in its line.
function textEnd(source: string, at: number): number {
  const mark = source[at];
  if (mark === "\\") return at + 2;
  if (mark !== '"' && mark !== "'" && mark !== "`") return at + 1;
  const limit = mark === "`" ? source.length : endOf(source, "\n", at);
  for (let index = at + 1; index < limit; index++) {
    if (source[index] === "\\") index++;
    else if (source[index] === mark) return index + 1;
  }
  return at + 1;
}

function endOf(source: string, text: string, at: number): number {
  const found = source.indexOf(text, at);
  return found < 0 ? source.length : found;
}
