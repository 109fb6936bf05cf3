import { Parser } from "htmlparser2";
import { maxContentLength } from "../limits/content-limits.ts";
import { LimitError, shown } from "../limits/limit-error.ts";
import { XmlMeter } from "../limits/xml-meter.ts";

/** An element of a document that is read in chunks, with its content. */
export interface StreamedElement {
  /** As written, with its prefix: `wp:post_id`. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly StreamedElement[];
  /** Its own text, without the text of its children. */
  readonly text: string;
}

/**
 * Parses the elements at a depth of an XML document, each as soon as it is complete, since a document may be larger than memory.
 * It is lenient with malformed documents, but skips an element that is not closed.
 * @param depth 0 is the root; 2 the items of RSS
 * @throws LimitError if an element, or anything between them, is too large to keep in memory
 */
export async function* xmlElements(chunks: AsyncIterable<string>, depth: number): AsyncGenerator<StreamedElement> {
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

/** Returns the trimmed text of the first child with a name; undefined if it is empty. */
export function childText(element: StreamedElement, name: string): string | undefined {
  return element.children.find((child) => child.name === name)?.text.trim() || undefined;
}

type Open = { name: string; attributes: Record<string, string>; children: StreamedElement[]; text: string };

const elementLimits = { elements: 200_000, attributes: 500_000, pieces: 1_000_000 };
const maxCopiedLength = 1000; // UTF-16 units

/** Builds the elements at a depth from the parser's events. */
class ElementBuilder {
  readonly #depth: number;
  readonly #meter = new XmlMeter(elementLimits);
  readonly #open: Open[] = [];
  #parser: Parser | undefined;
  #whole: StreamedElement[] = [];
  #title = ""; // of the last whole element
  // UTF-16 units: the total length, and the end of the last complete element.
  #written = 0;
  #wholeEnd = 0;

  constructor(depth: number) {
    this.#depth = depth;
  }

  /** Returns the elements completed since the last call. */
  take(): readonly StreamedElement[] {
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

// Copies the text, since a substring keeps its whole string in memory: here, a chunk of the document per stored id.
function copied(text: string): string {
  return decoder.decode(encoder.encode(text));
}
