import { Parser } from "htmlparser2";
import { maxContentLength } from "../limits/content-limits.ts";
import { LimitError, shown } from "../limits/limit-error.ts";
import { XmlMeter } from "../limits/xml-meter.ts";

/** An element of XML with everything in it. */
export interface XmlElement {
  /** As it is written, with its prefix: `wp:post_id`. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Its own text, without that of its children. */
  readonly text: string;
}

/**
 * Reads the elements of an XML document at a depth, each as soon as it is whole: a document may be larger than memory. It takes
 * what it can get of one that is not well-formed; an element that never ends is left out.
 * @param depth 0 is the root; 2 the items of RSS
 * @throws LimitError where one of the elements, or anything between them, is too large to be kept in memory
 */
export async function* xmlElements(chunks: AsyncIterable<string>, depth: number): AsyncGenerator<XmlElement> {
  const builder = new ElementBuilder(depth);
  const parser = new Parser(builder, { xmlMode: true });
  for await (const chunk of chunks) {
    try {
      parser.write(chunk);
      builder.checkLength(chunk.length);
    } catch (error) {
      throw error instanceof LimitError ? builder.locate(error) : error;
    }
    yield* builder.take();
  }
  parser.end();
  yield* builder.take();
}

/** The text of the first child of a name, without white space around it; undefined where it is empty. */
export function childText(element: XmlElement, name: string): string | undefined {
  return element.children.find((child) => child.name === name)?.text.trim() || undefined;
}

type Open = { name: string; attributes: Record<string, string>; children: XmlElement[]; text: string };

const elementLimits = { elements: 200_000, attributes: 500_000, pieces: 1_000_000 };
const maxCopiedLength = 1000; // UTF-16 units

/** Builds the elements at a depth from what a parser finds. */
class ElementBuilder {
  readonly #depth: number;
  readonly #meter = new XmlMeter(elementLimits);
  readonly #open: Open[] = [];
  #parser: Parser | undefined;
  #whole: XmlElement[] = [];
  #title = ""; // of the last whole element
  // UTF-16 units: all that was written, and up to the end of the last whole element.
  #written = 0;
  #wholeEnd = 0;

  constructor(depth: number) {
    this.#depth = depth;
  }

  /** Returns the elements that have become whole. */
  take(): readonly XmlElement[] {
    const whole = this.#whole;
    this.#whole = [];
    for (const element of whole) this.#title = childText(element, "title") ?? this.#title;
    return whole;
  }

  /** @throws LimitError */
  checkLength(length: number): void {
    this.#written += length;
    if (this.#written - this.#wholeEnd <= maxContentLength) return;
    throw new LimitError(`it has an element of more than ${shown(maxContentLength)} characters`, "shorten it in the source");
  }

  locate(error: LimitError): LimitError {
    this.take();
    return this.#title === "" ? error : error.after(this.#title);
  }

  onparserinit(parser: Parser): void {
    this.#parser = parser;
  }

  onopentagname(): void {
    this.#meter.open();
  }

  onattribute(): void {
    this.#meter.addAttribute();
  }

  onopentag(name: string, attributes: Record<string, string>): void {
    const element = { name, attributes, children: [], text: "" };
    if (this.#open.length > this.#depth) this.#open.at(-1)?.children.push(element);
    this.#open.push(element);
  }

  ontext(text: string): void {
    const element = this.#open.at(-1);
    if (element !== undefined && this.#open.length > this.#depth) element.text += text;
  }

  onclosetag(_name: string, isImplied: boolean): void {
    this.#meter.close();
    const element = this.#open.pop();
    if (element !== undefined && element.text.length <= maxCopiedLength) element.text = copied(element.text);
    if (this.#open.length > this.#depth) return;
    if (element !== undefined && this.#open.length === this.#depth && !isImplied) this.#whole.push(element);
    this.#wholeEnd = this.#parser?.endIndex ?? 0;
    this.#meter.restart();
  }
}

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: false, ignoreBOM: true });

// A part of a string keeps the whole of it in memory: here, a chunk of the document for every id that is remembered.
function copied(text: string): string {
  return decoder.decode(encoder.encode(text));
}
