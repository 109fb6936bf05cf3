import { codePointName } from "../../base/invalid-characters.ts";
import { isXmlChar } from "./characters.ts";
import { namespaceOf } from "./namespaces.ts";
import { quoted } from "./quoted.ts";

/** An explanation of a message of the parser. */
export interface Explanation {
  /** A message without its position. */
  readonly message: RegExp;
  /** The text with which the faulty part begins; undefined if it is the character that the parser did not expect. */
  readonly start?: "&" | "<" | "]]>" | "<!" | "<!--" | "<?xml";
  /** @param found the part of the message in parentheses @param part the document from the beginning of the faulty part to the error */
  readonly explain: (found: string, part: string) => string;
  readonly advice?: string;
}

const remove = "Remove the character";
const escapeLess = "Write &lt; for a < in a text, and end each tag with >";
const quote = 'Write the value of every attribute between " and "';
const findEnd = "Find out why it ends early, such as an error of the program that writes it; otherwise, close the element";
const closeInOrder = "Close each element, the one that was opened last first";
const writeDeclaration = 'Write <?xml version="1.0" encoding="utf-8"?>, with the encoding of the document';
const maxQuote = 60; // UTF-16 units
const within = (part: string) => quoted(part.slice(0, maxQuote));

const tags: readonly Explanation[] = [
  {
    message: /^unclosed tag: (.*)/s,
    explain: (name) => `the document ends, and <${name}> is never closed: it may be cut off`,
    advice: findEnd,
  },
  { message: /^unexpected end/, explain: () => "the document ends too early: it may be cut off", advice: findEnd },
  { message: /^unmatched closing tag: (.*)\.$/s, start: "<", explain: (name) => `</${name}> closes no open element`, advice: closeInOrder },
  {
    message: /^unexpected close tag/,
    start: "<",
    explain: (_, part) => `an end tag, ${within(part)}, closes another element than the one that is open`,
    advice: closeInOrder,
  },
  { message: /^weird empty close tag/, start: "<", explain: () => "an end tag without a name, </>" },
  { message: /^disallowed character in closing tag/, start: "<", explain: (_, part) => `an end tag that is malformed, ${within(part)}` },
  {
    message: /^disallowed character in tag name/,
    start: "<",
    explain: (_, part) => (/^<[\w:-]+<$/.test(part) ? unfinished(part) : "a < that begins no tag: write &lt;"),
  },
  {
    message: /^forward-slash in opening tag/,
    start: "<",
    explain: (_, part) => `a / within a tag, ${within(part)}: only its end may have one`,
    advice: quote,
  },
];

const attributes: readonly Explanation[] = [
  { message: /^attribute without value/, start: "<", explain: () => "an attribute without a value", advice: quote },
  {
    message: /^duplicate attribute: (.*)\.$/s,
    start: "<",
    explain: (name) => `the attribute ${name} occurs twice in one tag`,
    advice: "Write each attribute of a tag once",
  },
  {
    message: /^disallowed character in attribute name/,
    start: "<",
    explain: (_, part) =>
      part.endsWith("<")
        ? unfinished(part)
        : (unclosedValue(part) ?? `a tag with the character ${within(part.slice(-1))}, which no name of an attribute may contain`),
    advice: escapeLess,
  },
  {
    message: /^unquoted attribute value/,
    start: "<",
    explain: (_, part) =>
      /[\u201C-\u201F\u2018-\u201B]$/.test(part)
        ? "a typographic quotation mark around the value of an attribute: write \" or '"
        : "the value of an attribute without quotation marks",
    advice: quote,
  },
  {
    message: /^no whitespace between attributes/,
    start: "<",
    explain: (_, part) => unclosedValue(part) ?? "no space between two attributes",
    advice: "Write a space between two attributes, and each value between quotation marks",
  },
  {
    message: /^unbound namespace prefix: "(.*)"\.$/s,
    start: "<",
    explain: (prefix) =>
      `the prefix ${within(prefix)} is not declared: add xmlns:${prefix}="${namespaceOf(prefix) ?? "…"}" to the root element`,
    advice: "Declare the prefix in the root element, with the namespace of its specification",
  },
];

const texts: readonly Explanation[] = [
  {
    message: /^undefined entity/,
    start: "&",
    explain: (_, part) => `an entity that XML does not define, ${part}: write the character itself, or its number, as in &#160;`,
    advice: "Write the character itself, or its number: XML defines only &amp; &lt; &gt; &quot; and &apos;",
  },
  { message: /^malformed character entity/, start: "&", explain: (_, part) => explainReference(part), advice: remove },
  {
    message: /^the string "\]\]>"/,
    start: "]]>",
    explain: () => "]]> outside a CDATA section: write ]]&gt;",
    advice: "Write ]]&gt; in a text, or remove it if it is the rest of a CDATA section",
  },
  {
    message: /^malformed comment/,
    start: "<!--",
    explain: () => "a comment that contains --, which only its end may contain",
    advice: "Remove the comment, or write a single - in it",
  },
  {
    message: /^incorrect syntax/,
    start: "<!",
    explain: () => "a <! that begins neither a comment nor a CDATA section",
    advice: escapeLess,
  },
  { message: /^text data outside of root node/, explain: () => "text before the root element" },
  { message: /^document must contain a root element/, explain: () => "no element at all" },
];

const declarations: readonly Explanation[] = [
  {
    message: /^(?:an|the) XML declaration must/,
    start: "<",
    explain: (_, part) => explainDeclaration(part),
    advice: "Write the XML declaration once, as the first characters of the document",
  },
  {
    message:
      /^(?:XML declaration|value (?:required|must)|whitespace required|expected (?:the name|one of)|did not expect|version number|encoding value|standalone value|The character \?|processing instructions are not)/,
    start: "<?xml",
    explain: (_, part) => `an XML declaration that is malformed, ${within(part)}`,
    advice: writeDeclaration,
  },
  {
    message: /^inappropriately located doctype/,
    start: "<",
    explain: () => "a document type declaration within the feed",
    advice: "Remove it: perhaps a whole web page was written into the feed",
  },
  {
    message: /processing instruction/,
    start: "<",
    explain: () => "a <? that begins no instruction: perhaps code of PHP",
    advice: "Write &lt;? in a text, and find the template whose code was not run",
  },
];

/** The messages of the parser about what is not well-formed. */
export const explanations: readonly Explanation[] = [
  ...tags,
  ...attributes,
  ...texts,
  ...declarations,
  { message: /^disallowed character\.?$/, start: "<", explain: (_, part) => unfinishedValue(part), advice: escapeLess },
];

/** The explanation of a character that no XML document may contain. */
export const forbiddenCharacter: Explanation = {
  message: /^disallowed character\.?$/,
  explain: (_, part) => `a character that XML forbids, ${codePointName(part)}`,
  advice: remove,
};

function explainDeclaration(part: string): string {
  if (/^<\?xml/i.test(part) && !part.startsWith("<?xml")) return `an XML declaration in capital letters, ${within(part.slice(0, 5))}`;
  return "an XML declaration that is not at the beginning: it is the second one, or there is output before it";
}

function unfinished(part: string): string {
  return `the tag ${within(part.slice(0, -1).trimEnd())} has no > before the next <`;
}

/** Explains a value that ends at the quotation mark with which the next value begins: `<link href="/feed rel="self"`. */
function unclosedValue(part: string): string | undefined {
  const [, name] = /\s([\w:.-]+)\s*=\s*(?:"[^"]*\s[\w:.-]+\s*=\s*"|'[^']*\s[\w:.-]+\s*=\s*').?$/s.exec(part) ?? [];
  return name === undefined ? undefined : `the value of ${name} has no closing quotation mark`;
}

function unfinishedValue(part: string): string {
  return `a < in an attribute of the tag ${within(part.slice(0, -1))}: a quotation mark is missing, or it has to be written as &lt;`;
}

function explainReference(part: string): string {
  const digits = /^&#(?:x([\da-f]+)|(\d+));$/i.exec(part);
  const code = digits?.[1] === undefined ? Number(digits?.[2]) : Number.parseInt(digits[1], 16);
  if (!(code <= 0x10ffff)) return `a reference to no character, ${part}`;
  return isXmlChar(code) ? `a malformed reference, ${part}` : `a reference to a character that XML forbids, ${part}`;
}
