import { SaxesParser } from "saxes";
import { oneLine } from "../../base/one-line.ts";
import { cutOff } from "../../base/truncate.ts";
import { positionOf, type XmlError } from "./xml-error.ts";

/** The remedy for output of a program before or after a feed, a sentence without its full stop. */
export const outputAdvice =
  "Find the plugin, the theme or the template that prints it, and correct it; in production, do not show warnings of PHP";

const maxOutput = 160; // UTF-16 units that are shown

/** Returns the output of a program on one line and shortened. */
export function shortenOutput(text: string): string {
  return cutOff(oneLine(text), maxOutput);
}

const SECOND = /<(?:\?xml\s|rss[\s>]|rdf:RDF[\s>]|(?:\w+:)?feed[\s>])/iy;

/**
 * Explains an error after the root element: a second document, or the output of a program. Returns undefined for an error elsewhere.
 * @param offset UTF-16 units up to the place where the parser noticed the error
 */
export function explainAfterRoot(document: string, offset: number): XmlError | undefined {
  const root = findRootEnd(document.slice(0, offset));
  if (root === undefined) return undefined;
  const at = skipMisc(document, root.end);
  if (at >= offset) return undefined; // the error is within a comment
  SECOND.lastIndex = at;
  if (SECOND.test(document)) {
    const advice = `Remove everything after </${root.name}>: perhaps two feeds were written into one file`;
    return { ...positionOf(document, at), reason: "a second document begins here, after the end of the feed", advice };
  }
  const output = JSON.stringify(shortenOutput(document.slice(at, at + 10 * maxOutput)));
  return { ...positionOf(document, at), reason: `after the end of the feed, there is other output: ${output}`, advice: outputAdvice };
}

// White space and comments are permitted after the root element (XML 1.0 §2.8). \s includes the byte order mark.
function skipMisc(document: string, start: number): number {
  for (let at = start; ; ) {
    while (/\s/.test(document.charAt(at))) at++;
    const end = document.startsWith("<!--", at) ? document.indexOf("-->", at + 4) : -1;
    if (end < 0) return at;
    at = end + 3;
  }
}

/** Returns the name of the root element, and the UTF-16 units up to its end; undefined if it is not closed. */
function findRootEnd(text: string): { readonly end: number; readonly name: string } | undefined {
  const skipped = Math.max(0, text.search(/[^\s\uFEFF]/));
  const parser = new SaxesParser({ position: true });
  let depth = 0;
  let root: { readonly end: number; readonly name: string } | undefined;
  let isBroken = false; // the parser closes elements that no tag closes
  parser.on("error", ({ message }) => {
    isBroken ||= !message.includes("undefined entity"); // the DOCTYPE may define it
  });
  parser.on("opentag", () => void depth++);
  parser.on("closetag", ({ name }) => {
    depth--;
    // The parser also closes an element at the end tag of another one.
    const tag = text.slice(text.lastIndexOf("<", skipped + parser.position - 1), skipped + parser.position);
    isBroken ||= !tag.endsWith("/>") && /^<\/([^\s>]*)/.exec(tag)?.[1] !== name;
    if (depth === 0 && !isBroken) root ??= { end: skipped + parser.position, name };
  });
  parser.write(text.slice(skipped));
  return root;
}
