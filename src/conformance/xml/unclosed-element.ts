import { SaxesParser } from "saxes";
import { VOID_ELEMENTS } from "../values/html-vocabulary.ts";
import { positionOf, type XmlError } from "./xml-error.ts";

interface OpenElement {
  readonly name: string;
  /** UTF-16 units before its start tag. */
  readonly start: number;
}

/**
 * Finds the element that is not closed where an end tag closes another one, or where the document ends.
 * @param message that of the parser @param offset UTF-16 units up to the place where the parser noticed the error
 */
export function findUnclosedElement(message: string, document: string, offset: number): XmlError | undefined {
  const isAtEnd = message.includes("unclosed tag");
  if (!isAtEnd && !message.includes("unexpected close tag")) return undefined;
  const open = openElements(document.slice(0, offset));
  const last = open.at(-1);
  if (last === undefined) return undefined;
  const start = positionOf(document, last.start);
  if (isAtEnd) {
    const reason = `the document ends, and <${last.name}> of line ${start.line} is never closed: it may be cut off`;
    const advice = `Find out why it ends early, such as an error of the program that writes it; otherwise, write </${last.name}>`;
    return { ...positionOf(document, Math.max(0, offset - 1)), reason, advice: adviceForHtml(last.name) ?? advice };
  }
  const at = document.lastIndexOf("</", offset - 1);
  const [, name = ""] = /^<\/([^\s>]*)/.exec(document.slice(at, offset)) ?? [];
  const { line, ...place } = positionOf(document, at);
  if (name !== last.name && name.toLowerCase() === last.name.toLowerCase()) {
    const reason = `<${last.name}> of line ${start.line} is closed as </${name}>: XML distinguishes capital letters`;
    return { ...place, line, reason, advice: `Write both tags alike: <${spellingOf(name)}> and </${spellingOf(name)}>` };
  }
  if (name === "channel" && last.name === "rss" && !/<channel[\s/>]/.test(document)) {
    const reason = `</channel> closes no open element: there is no <channel> after <rss> of line ${start.line}`;
    return { ...place, line, reason, advice: "Write <channel> after <rss>, before the title and the other elements" };
  }
  if (!open.some((element) => element.name === name)) {
    const reason = `</${name}> closes no open element: the one that is open is <${last.name}> of line ${start.line}`;
    return { ...place, line, reason, advice: adviceForHtml(last.name) ?? `Write </${last.name}>, or remove </${name}>` };
  }
  const reason = `<${last.name}> is never closed: </${name}> on line ${line} comes before </${last.name}>`;
  const advice = adviceForHtml(last.name) ?? `Write </${last.name}> at the end of <${last.name}>, before </${name}>`;
  return { ...start, reason, advice };
}

// The names of the formats, except for RDF, are in small letters at their beginning.
function spellingOf(name: string): string {
  return /^(?:rss|channel|item|feed|entry|title|link|description|guid)$/i.test(name) ? name.toLowerCase() : name;
}

// HTML has no end tags for these. Feeds have elements with the other names.
function adviceForHtml(name: string): string | undefined {
  if (!VOID_ELEMENTS.has(name) || name === "link" || name === "source") return undefined;
  return `Put the HTML around <${name}> into <![CDATA[ … ]]>, or escape it (&lt;${name}&gt;); in XHTML, write <${name}/>`;
}

/** Returns the elements that are open at the end of a text, the innermost last, before the first end tag of another element. */
function openElements(text: string): OpenElement[] {
  const skipped = Math.max(0, text.search(/[^\s\uFEFF]/));
  const parser = new SaxesParser({ position: true });
  const open: OpenElement[] = [];
  let closed: OpenElement | undefined;
  let isOver = false;
  parser.on("opentagstart", ({ name }) => {
    if (!isOver) open.push({ name, start: text.lastIndexOf("<", skipped + parser.position - 1) });
  });
  parser.on("closetag", () => {
    if (!isOver) closed = open.pop();
  });
  parser.on("error", ({ message }) => {
    // The parser closes the innermost element before it reports that the end tag is that of another one.
    if (!isOver && closed !== undefined && message.includes("unexpected close tag")) open.push(closed);
    isOver ||= message.includes("close tag");
  });
  parser.write(text.slice(skipped));
  return open;
}
