import { Tokenizer, TokenParser } from "@streamparser/json";
import { positionOf } from "../../conformance/xml/xml-error.ts";
import type { Finding } from "./finding.ts";

/** Returns the position of a syntax error in JSON; nothing if another error prevents parsing. @param message that of the parser */
export function locateError(message: string, text: string): Pick<Finding, "location"> {
  const json = /\(line (\d+) column (\d+)\)/.exec(message); // V8
  if (json !== null) return { location: { line: Number(json[1]), column: Number(json[2]) } };
  const offset = /^Unexpected token .* is not valid JSON/s.test(message) ? findUnexpected(text) : undefined;
  if (offset === undefined) return {};
  const { column, line } = positionOf(text, offset);
  return { location: { line, column } };
}

/** Returns the UTF-16 units before the first unexpected token: some messages of V8 have no position. */
function findUnexpected(text: string): number | undefined {
  const bytes = new TextEncoder().encode(text);
  let found: number | undefined;
  let start = 0;
  const tokenizer = new Tokenizer();
  const parser = new TokenParser({ paths: ["$.nothing"] }); // it keeps no values
  parser.onValue = () => {};
  parser.onError = () => {
    found ??= start;
  };
  tokenizer.onToken = (token) => {
    start = token.offset;
    if (found === undefined) parser.write(token);
  };
  tokenizer.onError = ({ message }) => {
    const at = /absolute position "(\d+)"/.exec(message)?.[1];
    found ??= at === undefined ? undefined : Number(at);
  };
  tokenizer.write(bytes);
  return found === undefined
    ? undefined
    : new TextDecoder("utf-8", { fatal: false, ignoreBOM: true }).decode(bytes.subarray(0, found)).length;
}
