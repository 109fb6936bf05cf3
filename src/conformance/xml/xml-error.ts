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

/** The ends of the parts in which an ampersand needs no escape, by their beginning. */
const VERBATIM: readonly (readonly [start: string, end: string])[] = [
  ["<![CDATA[", "]]>"],
  ["<!--", "-->"],
  ["<?", "?>"],
];

const REFERENCE = /&(?:[\p{L}_:][\p{L}\p{N}._:-]{0,100}|#\d{1,10}|#x[\da-f]{1,8});/iuy;

/**
 * Finds the first ampersand that begins no reference. The parser reads on to the next semicolon, which may be anywhere, and reports an
 * element there that is not closed.
 */
export function findBareAmpersand(document: string): XmlError | undefined {
  const markup = /&|<[!?]/g;
  for (let found = markup.exec(document); found !== null; found = markup.exec(document)) {
    const at = found.index;
    if (document[at] === "&") {
      REFERENCE.lastIndex = at;
      if (!REFERENCE.test(document))
        return { ...positionOf(document, at), reason: `a bare ampersand in ${quoteAround(document, at)}: write &amp;` };
    } else {
      const part = VERBATIM.find(([start]) => document.startsWith(start, at));
      const end = part ? document.indexOf(part[1], at + part[0].length) : at;
      if (end < 0) return undefined;
      markup.lastIndex = Math.max(end, at + 1);
    }
  }
  return undefined;
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
  return JSON.stringify(`${before}${after}`.trim());
}

/** The explanation of a message of the parser. */
interface Explanation {
  readonly message: RegExp;
  /** The character with which the faulty part begins. */
  readonly start?: "&" | "<";
  /** @param found the part of the message in parentheses @param part the document from the beginning of the faulty part to the error */
  readonly explain: (found: string, part: string) => string;
  readonly advice?: string;
}

const EXPLANATIONS: readonly Explanation[] = [
  {
    message: /^undefined entity/,
    start: "&",
    explain: (_, part) => `an entity that XML does not define, ${part}: write the character itself, or its number, as in &#160;`,
    advice: "Write the character itself in UTF-8: XML defines only &amp; &lt; &gt; &quot; and &apos;",
  },
  { message: /^unclosed tag: (.*)/s, explain: (name) => `the document ends, and <${name}> is never closed: it may be cut off` },
  { message: /^unmatched closing tag: (.*)\.$/s, start: "<", explain: (name) => `</${name}> closes no open element` },
  {
    message: /^unexpected close tag/,
    start: "<",
    explain: (_, part) => `an end tag, ${JSON.stringify(part)}, closes another element than the one that is open`,
  },
  {
    message: /^unbound namespace prefix: (.*)\.$/s,
    start: "<",
    explain: (prefix) => `the prefix ${prefix} is not declared: add xmlns:…="…" to the root element`,
    advice: "Declare the prefix in the root element, with the namespace of its specification",
  },
  { message: /^disallowed character in tag name/, start: "<", explain: () => "a < that begins no tag: write &lt;" },
  { message: /^attribute without value/, start: "<", explain: () => "an attribute without a value" },
  { message: /^duplicate attribute: (.*)\.$/s, start: "<", explain: (name) => `the attribute ${name} occurs twice in one tag` },
  { message: /^an XML declaration must be at the start/, start: "<", explain: () => "output before the XML declaration" },
  { message: /^text data outside of root node/, explain: () => "text before the root element" },
  { message: /^document must contain a root element/, explain: () => "no element at all" },
  {
    message: /^disallowed character/,
    explain: (_, part) => `a character that XML forbids, ${codeOf(part)}`,
    advice: "Remove the character",
  },
];

/**
 * Converts a message of the parser, such as `4:7: undefined entity.`
 * @param offset UTF-16 units up to the place where the parser noticed the error
 */
export function explainXmlError(message: string, document: string, offset: number): XmlError {
  const text = message.replace(/^\d+:\d+: /, "");
  for (const { message: pattern, start, explain, advice } of EXPLANATIONS) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const at = startOf(document, offset, start);
    const reason = explain(match[1] ?? "", document.slice(at, offset).slice(0, maxQuote));
    return { ...positionOf(document, at), reason: withExcerpt(reason, document, at), ...(advice !== undefined && { advice }) };
  }
  const at = startOf(document, offset, undefined);
  return { ...positionOf(document, at), reason: withExcerpt(text.replace(/\.$/, ""), document, at) };
}

const maxQuote = 60; // UTF-16 units
const maxPart = 2000; // UTF-16 units, within which the beginning of the faulty part is searched

function startOf(document: string, offset: number, start: string | undefined): number {
  if (start === undefined) return Math.max(0, offset - 1);
  const found = document.slice(Math.max(0, offset - maxPart), offset).lastIndexOf(start);
  return found < 0 ? Math.max(0, offset - 1) : Math.max(0, offset - maxPart) + found;
}

/** Appends the text around a position to a reason: a line may be the whole feed. */
export function withExcerpt(reason: string, document: string, at: number): string {
  const excerpt = document
    .slice(Math.max(0, at - maxQuote / 2), at + maxQuote / 2)
    .replace(/\s+/g, " ")
    .trim();
  return excerpt === "" ? reason : `${reason}, in ${JSON.stringify(excerpt)}`;
}

function codeOf(part: string): string {
  return `U+${(part.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

/** Describes an error in one clause with its line. */
export function describeXmlError({ line, reason }: XmlError): string {
  return `line ${line}: ${reason}`;
}
