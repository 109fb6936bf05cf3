/** A well-formedness error: its line, from 1, and a clause that explains it. */
export interface XmlError {
  readonly line: number;
  readonly reason: string;
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
  for (let at = nextMarkup(document, 0); at >= 0; ) {
    if (document[at] === "&") {
      REFERENCE.lastIndex = at;
      if (!REFERENCE.test(document))
        return { line: lineOf(document, at), reason: `a bare ampersand in ${quoteAround(document, at)}: write &amp;` };
      at = nextMarkup(document, at + 1);
    } else {
      const part = VERBATIM.find(([start]) => document.startsWith(start, at));
      const end = part ? document.indexOf(part[1], at + part[0].length) : at;
      if (end < 0) return undefined;
      at = nextMarkup(document, end + 1);
    }
  }
  return undefined;
}

function nextMarkup(document: string, from: number): number {
  for (let at = from; at < document.length; at++) if (document[at] === "&" || document[at] === "<") return at;
  return -1;
}

function lineOf(document: string, at: number): number {
  return document.slice(0, at).split("\n").length;
}

function quoteAround(document: string, at: number): string {
  const before = document
    .slice(Math.max(0, at - 20), at)
    .split(/[<>\n]/)
    .at(-1);
  const after = document.slice(at, at + 20).split(/[<>\n]/)[0];
  return JSON.stringify(`${before}${after}`.trim());
}

/** The parser's messages that need an explanation. */
const EXPLANATIONS: readonly (readonly [message: RegExp, explain: (found: string) => string])[] = [
  [
    /^undefined entity/,
    () => "an entity that XML does not define, such as &nbsp;: write the character itself, or its number, as in &#160;",
  ],
  [/^unclosed tag: (.*)/s, (name) => `<${name}> is never closed`],
  [/^unmatched closing tag: (.*)\.$/s, (name) => `</${name}> closes no open element`],
  [/^unexpected close tag/, () => "an end tag closes another element than the one that is open"],
  [/^unbound namespace prefix: (.*)\.$/s, (prefix) => `the prefix ${prefix} is not declared: add xmlns:…="…" to the root element`],
  [/^disallowed character in tag name/, () => "a < that begins no tag: write &lt;"],
  [/^attribute without value/, () => "an attribute without a value"],
  [/^text data outside of root node/, () => "text before or after the root element"],
  [/^documents may contain only one root/, () => "a second root element"],
  [/^document must contain a root element/, () => "no element at all"],
];

/** Converts a message of the parser, such as `4:7: undefined entity.` */
export function explainXmlError(message: string): XmlError {
  const [, line = "1", text = message] = /^(\d+):\d+: (.*)$/s.exec(message) ?? [];
  for (const [pattern, explain] of EXPLANATIONS) {
    const match = pattern.exec(text);
    if (match) return { line: Number(line), reason: explain(match[1] ?? "") };
  }
  return { line: Number(line), reason: text.replace(/\.$/, "") };
}
