import { type Explanation, explanations, forbiddenCharacter } from "./explanations.ts";
import { isHtmlEntity } from "./html-entity.ts";
import { quoted } from "./quoted.ts";
import { verbatimParts } from "./verbatim-parts.ts";

/** A well-formedness error. */
export interface XmlError {
  /** UTF-16 units before it. */
  readonly offset: number;
  /** The line, from 1. */
  readonly line: number;
  /** The column, from 1, in UTF-16 units. */
  readonly column: number;
  /** A clause that explains it. */
  readonly reason: string;
  /** The remedy if it is a special one, a sentence without its full stop. */
  readonly advice?: string;
}

const REFERENCE = /&(?:[\p{L}_:][\p{L}\p{N}._:-]{0,100}|#\d{1,10}|#x[\da-f]{1,8});/iuy;

/** A reference that the end of the document cuts off. */
const CUT_REFERENCE = /&(?:[\p{L}_:][\p{L}\p{N}._:-]{0,100}|#\d{0,10}|#x[\da-f]{0,8})?\s*$/iuy;

/**
 * Finds the first ampersand that begins no reference. The parser reads on to the next semicolon, which may be anywhere, and reports an
 * element there that is not closed.
 */
export function findBareAmpersand(document: string): XmlError | undefined {
  const [first] = bareAmpersands(document, 1);
  if (first === undefined) return undefined;
  const count = bareAmpersands(document, maxCount).length;
  const number = count === 1 ? "" : `, the first of ${count < maxCount ? count : "many"}`;
  return { ...positionOf(document, first), reason: `a bare ampersand in ${quoteAround(document, first)}${number}: write &amp;` };
}

const maxCount = 1000;

/** Returns the offsets of the first ampersands that begin no reference. */
function bareAmpersands(document: string, limit: number): number[] {
  const found: number[] = [];
  const markup = /&|<[!?]/g;
  const names = new Map<string, boolean>();
  for (let next = markup.exec(document); next !== null && found.length < limit; next = markup.exec(document)) {
    const at = next.index;
    if (document[at] === "&") {
      REFERENCE.lastIndex = at;
      CUT_REFERENCE.lastIndex = at;
      const reference = REFERENCE.exec(document)?.[0];
      if (reference === undefined ? !CUT_REFERENCE.test(document) : !isKnown(reference, document, names)) found.push(at);
    } else {
      const part = verbatimParts.find(({ start }) => document.startsWith(start, at));
      const end = part ? document.indexOf(part.end, at + part.start.length) : at;
      if (end < 0) return found;
      markup.lastIndex = Math.max(end, at + 1);
    }
  }
  return found;
}

// As in R&D; what was not meant as a reference. A document type may declare any name.
function isKnown(reference: string, document: string, names: Map<string, boolean>): boolean {
  const name = reference.slice(1, -1);
  const known = names.get(name) ?? (name.startsWith("#") || isHtmlEntity(name) || document.includes("<!DOCTYPE"));
  names.set(name, known);
  return known;
}

/** Returns a position as line and column. */
export function positionOf(document: string, offset: number): Pick<XmlError, "column" | "line" | "offset"> {
  const lines = document.slice(0, offset).split(/\r\n|\r|\n/);
  return { offset, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

function quoteAround(document: string, at: number): string {
  const before = document
    .slice(Math.max(0, at - 20), at)
    .split(/[<>\n]/)
    .at(-1);
  const after = document.slice(at, at + 20).split(/[<>\n]/)[0];
  return quoted(`${before}${after}`.trim());
}

/**
 * Converts a message of the parser, such as `4:7: undefined entity.`
 * @param offset UTF-16 units up to the place where the parser noticed the error
 */
export function explainXmlError(message: string, document: string, offset: number): XmlError {
  const text = message.replace(/^\d+:\d+: /, "");
  const isForbidden = forbiddenCharacter.message.test(text) && document[offset - 1] !== "<";
  const found = isForbidden ? forbiddenCharacter : explanations.find((each) => each.message.test(text));
  if (found === undefined) return explained(document, Math.max(0, offset - 1), text.replace(/\.$/, ""));
  const at = startOf(document, offset, found.start);
  const reason = found.explain(found.message.exec(text)?.[1] ?? "", document.slice(at, offset));
  return explained(document, at, reason, found.advice);
}

function explained(document: string, at: number, reason: string, advice?: string): XmlError {
  return { ...positionOf(document, at), reason: withExcerpt(reason, document, at), ...(advice !== undefined && { advice }) };
}

const maxQuote = 60; // UTF-16 units
const maxPart = 2000; // UTF-16 units, within which the beginning of the faulty part is searched

// The parser notices a second < in a tag after it has read it.
function startOf(document: string, offset: number, start: Explanation["start"]): number {
  if (start === undefined) return Math.max(0, offset - 1);
  const from = Math.max(0, offset - maxPart);
  const read = document.slice(from, offset);
  const found = read.lastIndexOf(start, read.endsWith("<") ? read.length - 2 : read.length);
  return found < 0 ? Math.max(0, offset - 1) : from + found;
}

/** Appends the text around a position to a reason: a line may be the whole feed. */
export function withExcerpt(reason: string, document: string, at: number): string {
  const excerpt = document
    .slice(Math.max(0, at - maxQuote / 2), at + maxQuote / 2)
    .replace(/\s+/g, " ")
    .trim();
  return excerpt === "" ? reason : `${reason}, in ${quoted(excerpt)}`;
}

/** Describes an error in one clause with its line. */
export function describeXmlError({ line, reason }: XmlError): string {
  return `line ${line}: ${reason}`;
}
