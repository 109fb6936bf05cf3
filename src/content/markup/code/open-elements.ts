const voidNames = new Set("area base br col embed hr img input link meta param source track wbr".split(" "));
const tag = /<(\/?)([a-z][a-z0-9-]{0,50})(?![a-z0-9-])([^<>]{0,1000})>/gi;
const maxPending = 2000; // UTF-16 units of a start tag in several lines
const maxDepth = 100;

interface OpenElement {
  readonly name: string;
  /** True with the attribute `markdown`, in which Markdown is parsed. */
  readonly isMarkdown: boolean;
  /** The number of the block of HTML that it begins in. */
  readonly block: number;
}

/** The elements that are open after some lines of HTML. */
export class OpenElements {
  readonly #text: string;
  readonly #open: OpenElement[] = [];
  readonly #lastEnds = new Map<string, number>();
  #lower: string | undefined;
  #pending = "";

  /** @param text the whole text, whose rest may close an element */
  constructor(text: string) {
    this.#text = text;
  }

  /** Reads a line of HTML. @param block the number of its block */
  read(line: string, block: number): void {
    const html = `${this.#pending}${withoutComments(line)}`;
    let done = 0;
    for (const { 0: found, 1: slash, 2: written = "", 3: given = "", index } of html.matchAll(tag)) {
      done = index + found.length;
      const name = written.toLowerCase();
      if (slash !== "") this.#close(name);
      else if (!voidNames.has(name) && !given.endsWith("/") && this.#open.length < maxDepth)
        this.#open.push({ name, isMarkdown: /\smarkdown\b/i.test(given), block });
    }
    const rest = html.slice(html.lastIndexOf("<"));
    const isOpen = html.lastIndexOf("<") >= done && /^<[a-z]/i.test(rest) && rest.length < maxPending;
    this.#pending = isOpen ? `${rest}\n` : "";
  }

  /** Forgets the start tag that has no end in its block. */
  endBlock(): void {
    this.#pending = "";
  }

  /** True if an element is open in which Markdown is parsed. */
  get hasMarkdown(): boolean {
    return this.#open.some(({ isMarkdown }) => isMarkdown);
  }

  /** Returns whether no element is open at an offset that has an end tag after it. */
  isClosed(offset: number): boolean {
    return this.#pending === "" && !this.#open.some(({ name }) => this.#endsAfter(name, offset));
  }

  /** Returns whether an element is open at an offset, with an end tag after it, whose content is HTML. @param block only this block */
  isIn(offset: number, block?: number): boolean {
    if (this.#pending !== "" || this.hasMarkdown) return false;
    return this.#open.some((element) => (block === undefined || element.block === block) && this.#endsAfter(element.name, offset));
  }

  #endsAfter(name: string, offset: number): boolean {
    this.#lower ??= this.#text.toLowerCase();
    const last = this.#lastEnds.get(name) ?? this.#lower.lastIndexOf(`</${name}`);
    this.#lastEnds.set(name, last);
    return last > offset;
  }

  #close(name: string): void {
    const index = this.#open.findLastIndex((element) => element.name === name);
    if (index >= 0) this.#open.length = index;
  }
}

function withoutComments(line: string): string {
  let [text, done] = ["", 0];
  for (let start = line.indexOf("<!--"); start >= 0; start = line.indexOf("<!--", done)) {
    const end = line.indexOf("-->", start);
    if (end < 0) break;
    text += line.slice(done, start);
    done = end + "-->".length;
  }
  return text + line.slice(done);
}
