import { type Handler, Parser } from "htmlparser2";

// The sections that the parser keeps in memory until their end.
const sections = [
  { start: "<![CDATA[", end: "]]>" },
  { start: "<!--", end: "-->" },
];
const maxStart = Math.max(...sections.map(({ start }) => start.length));

/** A parser of XML that keeps no more than a chunk of a text or section in memory: it ends a section with its chunk and starts it again. */
export class ChunkedParser {
  readonly #parser: Parser;
  #rest = ""; // the beginning of an end, perhaps
  #written = 0;
  // The token that is not complete yet.
  #start = 0;
  #beginning = "";

  constructor(handler: Partial<Handler>) {
    this.#parser = new Parser(handler, { xmlMode: true });
  }

  /** The length of what the parser has got, in UTF-16 units. Its indices count the same. */
  get written(): number {
    return this.#written;
  }

  write(chunk: string): void {
    const text = this.#rest + chunk;
    this.#rest = /[\]-]{0,2}$/.exec(text)?.[0] ?? "";
    this.#write(text.slice(0, text.length - this.#rest.length));
    const section = sections.find(({ start }) => this.#beginning.startsWith(start));
    if (section !== undefined) this.#write(section.end + section.start);
  }

  end(): void {
    this.#parser.end(this.#rest);
  }

  #write(text: string): void {
    const before = this.#written;
    this.#written += text.length;
    this.#parser.write(text);
    const { startIndex } = this.#parser;
    const known = startIndex === this.#start ? this.#beginning : "";
    this.#beginning = known.length >= maxStart ? known : (known + text.slice(Math.max(0, startIndex - before))).slice(0, maxStart);
    this.#start = startIndex;
  }
}
