/** The start of a call of Zola, as the source of a pattern: `{{ youtube(`. */
export const callStart = "\\{\\{-?[ \\t]{0,20}[a-z]\\w{0,50}\\(";

const start = new RegExp(callStart, "y");
const string = "\"(?:[^\"\\\\]|\\\\[\\s\\S]){0,4000}\"|'[^']{0,4000}'|`[^`]{0,4000}`";
const list = "\\[(?:[^\\[\\]\"'`{}]|\"[^\"]{0,500}\"|'[^']{0,500}'|`[^`]{0,500}`){0,500}\\]";
const argument = new RegExp(
  `\\s{0,100}[A-Za-z_]\\w{0,50}\\s{0,20}=\\s{0,100}(?:${string}|${list}|[\\w.+-]{1,50})\\s{0,100}(?:,|(?=\\))|(?<=\\s)(?=[A-Za-z_]))`,
  "y",
);
const end = /\s{0,100}\)[ \t]{0,20}-?\}\}/y;
const maxLength = 5000; // UTF-16 units
const maxArguments = 50;

/**
 * Returns the whole text of a tag of which the beginning is found. The arguments of Zola have names, and may contain braces and lines:
 * `{{ figure(src="a.png", caption="{1, 2}") }}`. A comma between them may be missing. Returns undefined if it is other text.
 */
export function wholeOutput(body: string, offset: number, found: string): string | undefined {
  if (!/^\{\{[^<%]/.test(found)) return found;
  const end = endOfCall(body.slice(offset, offset + maxLength));
  return end === undefined ? (found.endsWith("}") ? found : undefined) : body.slice(offset, offset + end);
}

function endOfCall(text: string): number | undefined {
  let index = endOf(start, text, 0);
  for (let count = 0; index !== undefined && count <= maxArguments; count++) {
    const last = endOf(end, text, index);
    if (last !== undefined) return last;
    index = endOf(argument, text, index);
  }
  return undefined;
}

function endOf(pattern: RegExp, text: string, from: number): number | undefined {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}
