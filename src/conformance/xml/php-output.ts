import { oneLine } from "../../base/one-line.ts";
import { cutOff } from "../../base/truncate.ts";
import { positionOf, type XmlError } from "./xml-error.ts";

/** A message of PHP that was written into a document, such as a warning. */
export interface PhpOutput {
  /** UTF-16 units before it. */
  readonly start: number;
  /** UTF-16 units up to its end. */
  readonly end: number;
  /** Its text without tags, on one line and shortened. */
  readonly message: string;
  /** True if PHP stops after it. */
  readonly isFatal: boolean;
}

/** The remedy for a message of PHP within a feed, a sentence without its full stop. */
export const phpAdvice = "Correct what the message names; in production, write messages of PHP to a log: display_errors = Off";

const level = /(?:PHP )?(?:(?:Catchable |Recoverable )?[Ff]atal error|Parse error|Strict Standards|Warning|Notice|Deprecated)/.source;
const marked = new RegExp(`(?:<br ?/>\\s?)?<b>(${level})</b>:\\s`, "g");
const plain = new RegExp(`^[ \\t]*(${level}):\\s`, "gm");
const lineNumber = / on line (?:<b>)?\d{1,9}(?:<\/b>)?(?:<br ?\/>)?/;
const fileAndLine = / in [^\s<>]{1,500}:\d{1,9}(?=\s|$)/; // of an exception, before the calls
const maxLength = 4000; // UTF-16 units: a trace of calls has many lines
const maxMessage = 300; // UTF-16 units that are shown
const maxOthers = 1000; // texts that begin like a message

/** Finds the messages of PHP in a document, also those in a CDATA section. PHP writes them with HTML, or on lines of their own. */
export function findPhpOutput(document: string): PhpOutput[] {
  return [marked, plain].flatMap((pattern) => messagesOf(document, pattern)).sort((a, b) => a.start - b.start);
}

function messagesOf(document: string, pattern: RegExp): PhpOutput[] {
  const found: PhpOutput[] = [];
  let last = 0;
  let others = 0;
  for (const begin of document.matchAll(pattern)) {
    if (begin.index < last) continue;
    const message = readMessage(document, begin, pattern === marked);
    if (message !== undefined) found.push(message);
    else if (++others === maxOthers) break;
    last = message?.end ?? last;
  }
  return found;
}

function readMessage(document: string, { 0: begin, 1: name = "", index }: RegExpExecArray, isMarked: boolean): PhpOutput | undefined {
  const from = index + begin.length;
  const rest = document.slice(from, from + maxLength);
  const closing = lineNumber.exec(rest) ?? fileAndLine.exec(rest);
  if (closing === null) return undefined;
  const end = from + closing.index + closing[0].length;
  const written = document.slice(from, end);
  if (!/ in (?:<b>)?\S/.test(written) || hasOtherTags(written, isMarked)) return undefined;
  const text = oneLine(document.slice(index, end).replace(/<[^<>]*>/g, ""));
  const message = cutOff(text.split(" Stack trace: ", 1)[0] ?? text, maxMessage);
  return { start: index, end, message, isFatal: /fatal|parse/i.test(name) };
}

// The names of files are bold, and those of functions may link to the manual.
function hasOtherTags(written: string, isMarked: boolean): boolean {
  return isMarked ? /<\/?(?!(?:b|br|a)[\s/>])[a-z]/i.test(written) : /<\/?[a-z]/i.test(written);
}

const maxAfter = 1000; // UTF-16 units that a system writes after its error

/**
 * Explains an error by a message of PHP in that place, or after which the document ends. Returns undefined for another error.
 * @param offset UTF-16 units up to the place where the parser noticed the error
 */
export function explainPhpOutput(document: string, offset: number): XmlError | undefined {
  const messages = findPhpOutput(document);
  const length = document.trimEnd().length;
  const last = messages.at(-1);
  if (offset >= length && last !== undefined && last.end >= length - (last.isFatal ? maxAfter : 0)) {
    const reason = `the feed is cut off after a message of PHP: ${JSON.stringify(last.message)}`;
    return { ...positionOf(document, last.start), reason, advice: phpAdvice };
  }
  const there = messages.find(({ end, start }) => start < offset && offset <= end);
  if (there === undefined) return undefined;
  const reason = `there is output of PHP within the feed: ${JSON.stringify(there.message)}`;
  return { ...positionOf(document, there.start), reason, advice: phpAdvice };
}

/** Replaces messages of PHP with spaces: the rest keeps its lines and columns. */
export function withoutPhpOutput(document: string, messages: readonly PhpOutput[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const { end, start } of messages) {
    parts.push(document.slice(from, start), document.slice(start, end).replace(/[^\r\n]/g, " "));
    from = end;
  }
  return parts.join("") + document.slice(from);
}
