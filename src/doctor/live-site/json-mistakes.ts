import { conflictAdvice } from "../../conformance/xml/published-source.ts";

type Advice = readonly [sign: RegExp, advice: string];

const beforeFeed: readonly Advice[] = [
  [/^(?:\/\/|\/\*|#|<!--)/, "Remove the comment: JSON has no comments"],
  [/^[\w$.]+\s*\($/, "Remove the call around it (JSONP): a JSON Feed is the object alone"],
  [/=$/, "Write the object alone: a JSON Feed is not a script"],
];

/** Returns the remedy for text before a JSON Feed; undefined if it is the output of a program. */
export function adviceBeforeJson(output: string): string | undefined {
  return adviceOf(beforeFeed, output);
}

const ofSyntax: readonly Advice[] = [
  [
    /^\{\s*&(?:quot|apos|#\w{2,3});/,
    "Make the template write it without escaping HTML, and its texts with a JSON function such as jsonify",
  ],
  [/^\{\s*'/, "Write quotation marks and no apostrophes: in Python, write json.dumps(feed) and not str(feed)"],
  [/^\{\s*[\u201C\u201D]/, 'Write straight quotation marks ("): an editor has replaced them'],
  [/^\{\s*[A-Za-z_$]/, "Write the names in quotation marks: in JavaScript, write JSON.stringify(feed)"],
  [/^\{\s*\/[/*]/, "Remove the comments: JSON has no comments"],
  [/^"/, "Write it between { and }"],
];

const marks = "Write one byte order mark at most, and better none (RFC 8259 §8.1)";
const lineBreaks = "Write line breaks in texts as \\n, as a JSON library does";

/** Returns the remedy for a syntax error in JSON; undefined for an unusual one. @param message that of the parser */
export function adviceForSyntax(text: string, message: string): string | undefined {
  if (text.startsWith("\uFEFF")) return marks; // the first one is not part of the text
  if (/^<{7}\s/m.test(text)) return conflictAdvice; // a text of JSON has no line breaks
  return message.startsWith("Bad control character") ? lineBreaks : adviceOf(ofSyntax, text.slice(0, 1000).trimStart());
}

/** Returns true for a comma before the ] or } at a position: the last value of an array or an object. */
export function isTrailingComma(text: string, { column, line }: { readonly column: number; readonly line: number }): boolean {
  const lines = text.split(/\r\n|\r|\n/).slice(0, line);
  const last = lines.pop() ?? "";
  const before = [...lines, last.slice(0, column - 1)].join("\n").trimEnd();
  return before.endsWith(",") && /^[\]}]/.test(last.slice(column - 1));
}

/** The remedy for such a comma, a sentence without its full stop. */
export const trailingCommaAdvice = "Remove the comma before it: in JSON, the last value has none; better write it with a JSON library";

function adviceOf(list: readonly Advice[], text: string): string | undefined {
  return list.find(([sign]) => sign.test(text))?.[1];
}

/** Returns the reason and the remedy for valid JSON whose object is within an array or a string; undefined for other documents. */
export function findWrapper(text: string): { readonly reason: string; readonly advice: string } | undefined {
  const first = text.trimStart()[0];
  if (first !== "[" && first !== '"') return undefined;
  const value: unknown = JSON.parse(text);
  return typeof value === "string"
    ? { reason: "it is a JSON string that contains the feed", advice: "Encode it once: the program encodes text that is JSON already" }
    : { reason: "it is a JSON array, and not an object", advice: "Write the object alone, without [ and ] around it" };
}
