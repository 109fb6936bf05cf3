import type { Handler, Parser } from "htmlparser2";
import { maxContentLength } from "../limits/content-limits.ts";
import { LimitError, shown } from "../limits/limit-error.ts";
import { XmlMeter } from "../limits/xml-meter.ts";
import { childText, type StreamedElement, type XmlElementOptions } from "./streamed-element.ts";

type Open = {
  readonly name: string;
  readonly attributes: Record<string, string>;
  children: StreamedElement[];
  text: string;
  readonly unneeded: Map<string, number>;
  refusal?: LimitError;
};

const elementLimits = { elements: 200_000, attributes: 500_000, pieces: 1_000_000 };
// UTF-16 units. V8 copies shorter substrings itself.
const minCopiedLength = 13;
const maxCopiedLength = 1000;
const maxRefusedChildren = 100;

/** Builds the elements at a depth from the parser's events. */
export class ElementBuilder implements Partial<Handler> {
  readonly #depth: number;
  readonly #isUnneeded: NonNullable<XmlElementOptions["isUnneeded"]>;
  readonly #meter = new XmlMeter(elementLimits);
  readonly #open: Open[] = [];
  #parser: Parser | undefined;
  #whole: StreamedElement[] = [];
  #title = ""; // of the last whole element
  // UTF-16 units: the end of the last complete element, plus the length of what was dropped since.
  #wholeEnd = 0;
  // The open child of an element at the depth: its start, the counts before it, and whether its content is dropped.
  #childStart = 0;
  #childCounts = this.#meter.counts;
  #isDropping = false;

  constructor({ depth, isUnneeded = () => false }: XmlElementOptions) {
    this.#depth = depth;
    this.#isUnneeded = isUnneeded;
  }

  /** Returns the elements completed since the last call. */
  take(): readonly StreamedElement[] {
    const whole = this.#whole;
    this.#whole = [];
    for (const element of whole) this.#title = childText(element, "title") ?? this.#title;
    return whole;
  }

  /** @param written the length that the parser has got, in UTF-16 units @throws LimitError */
  checkLength(written: number): void {
    const isTokenLong = written - (this.#parser?.startIndex ?? 0) > maxContentLength;
    const isElementLong = (this.#isDropping ? this.#childStart : written) - this.#wholeEnd > maxContentLength;
    const length = `more than ${shown(maxContentLength)} characters`;
    if (isTokenLong || (isElementLong && this.#element === undefined)) throw new LimitError(`it has an element of ${length}`, "");
    if (isElementLong && this.#element?.refusal === undefined) this.#refuse(new LimitError(`it has ${length}`, ""));
  }

  locate(error: LimitError): LimitError {
    this.take();
    return this.#title === "" ? error : error.after(this.#title);
  }

  onparserinit(parser: Parser): void {
    this.#parser = parser;
  }

  onopentagname(): void {
    if (this.#open.length === this.#depth + 1) {
      this.#childStart = this.#parser?.startIndex ?? 0;
      this.#childCounts = this.#meter.counts;
    }
    this.#forget();
    this.#count("open");
  }

  onattribute(): void {
    this.#count("addAttribute");
  }

  onopentag(name: string, attributes: Record<string, string>): void {
    const child: Open = { name, attributes, children: [], text: "", unneeded: new Map() };
    this.#open.push(child);
    if (this.#open.length === this.#depth + 2) this.#isDropping = this.#isUnneeded(child);
  }

  ontext(text: string): void {
    const element = this.#open.at(-1);
    if (element === undefined || this.#open.length <= this.#depth || this.#isDropping) return;
    const isRefused = this.#element?.refusal !== undefined;
    if (!isRefused || (this.#open.length === this.#depth + 2 && element.text.length <= maxCopiedLength)) element.text += text;
  }

  onclosetag(_name: string, isImplied: boolean): void {
    this.#forget();
    this.#count("close");
    const element = this.#open.pop();
    if (element !== undefined && element.text.length >= minCopiedLength && element.text.length <= maxCopiedLength)
      element.text = copied(element.text);
    if (this.#open.length > this.#depth) {
      if (element !== undefined) this.#addChild(element);
      return;
    }
    if (element !== undefined && this.#open.length === this.#depth && !isImplied) this.#whole.push(element);
    this.#wholeEnd = this.#parser?.endIndex ?? 0;
    this.#meter.restart();
  }

  /** The open element at the depth. */
  get #element(): Open | undefined {
    return this.#open[this.#depth];
  }

  #addChild(child: Open): void {
    const parent = this.#open.at(-1);
    if (parent === undefined) return;
    if (this.#isDropping && this.#open.length > this.#depth + 1) return;
    if (this.#isDropping) {
      parent.unneeded.set(child.name, (parent.unneeded.get(child.name) ?? 0) + 1);
      this.#wholeEnd += (this.#parser?.endIndex ?? 0) + 1 - this.#childStart;
      this.#meter.restart(this.#childCounts);
      this.#isDropping = false;
    } else if (this.#element?.refusal === undefined) parent.children.push(child);
    else if (parent === this.#element && isShort(child) && parent.children.length < maxRefusedChildren) parent.children.push(child);
    if (this.#open.length === this.#depth + 2 && this.#isUnneeded(parent)) this.#drop(parent);
  }

  #drop(child: Open): void {
    this.#isDropping = true;
    child.children = [];
    child.text = "";
  }

  // Dropped parts are not counted, except for the depth and the attributes of one tag.
  #forget(): void {
    if (this.#isDropping) this.#meter.restart(this.#childCounts);
    else if (this.#element?.refusal !== undefined) this.#meter.restart();
  }

  #count(part: "open" | "close" | "addAttribute"): void {
    try {
      this.#meter[part]();
    } catch (error) {
      if (!(error instanceof LimitError) || this.#element?.refusal !== undefined) throw error;
      this.#refuse(error);
    }
  }

  // Keeps enough of an element to name it and to recognize its kind.
  #refuse(error: LimitError): void {
    const element = this.#element;
    if (element === undefined) throw error;
    element.refusal = error;
    element.children = element.children.filter(isShort).slice(0, maxRefusedChildren);
    element.text = "";
    for (const open of this.#open.slice(this.#depth + 1)) Object.assign(open, { children: [], text: open.text.slice(0, maxCopiedLength) });
  }
}

function isShort({ children, text }: StreamedElement): boolean {
  return children.length === 0 && text.length <= maxCopiedLength;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: false, ignoreBOM: true });

// Copies the text, since a substring keeps its whole string in memory: here, a chunk of the document per stored id.
function copied(text: string): string {
  return decoder.decode(encoder.encode(text));
}
