import { type Container, containerAt, endsLeaf, fenceMarksAt, type Leaf, leafAt } from "./block-starts.ts";
import { LineCursor } from "./line-cursor.ts";

const maxContainers = 100; // in each other; reading more for each line would take quadratic time
const none: Leaf = { kind: "none" };
const paragraph: Leaf = { kind: "paragraph" };

/** The blocks of code in a Markdown text. */
export interface CodeBlocks {
  /**
   * The ends of indented code, by the offset of its first line: the offset of the newline before the next block, or the length of the text.
   */
  readonly indented: ReadonlyMap<number, number>;
  /** Fenced code, by the offset of its opening marks. */
  readonly fenced: ReadonlyMap<number, FencedCode>;
  /** The offsets of such marks in blocks of HTML, where they are text. Other parsers read Markdown there. */
  readonly marksInHtml: ReadonlySet<number>;
}

/** Fenced code. */
export interface FencedCode {
  /** The offset after its last line, without the newline. */
  readonly end: number;
  /** False if its last line is that of its container or of the text (CommonMark §4.5). */
  readonly isClosed: boolean;
}

/** Finds the code of a Markdown text, also in quotations, lists, footnotes, definitions and admonitions. */
export function findCodeBlocks(text: string): CodeBlocks {
  if (text !== last.text) last = { text, code: scan(text) };
  return last.code;
}

// Several conversions in a row search the same text.
let last: { readonly text: string; readonly code: CodeBlocks } = {
  text: "",
  code: { indented: new Map(), fenced: new Map(), marksInHtml: new Set() },
};

function scan(text: string): CodeBlocks {
  const blocks = new BlockScan(text);
  for (let start = 0; start <= text.length; ) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    blocks.read(new LineCursor(text, start, end));
    start = end + 1;
  }
  return blocks.finish();
}

/** The blocks that are open after the lines so far (CommonMark, "Phase 1: block structure"). */
export class BlockScan {
  readonly #text: string;
  readonly #indented = new Map<number, number>();
  readonly #fenced = new Map<number, FencedCode>();
  readonly #marksInHtml = new Set<number>();
  readonly #containers: Container[] = [];
  #leaf: Leaf = none;
  /** True if the last leaf was a paragraph, which may be the term of a definition. */
  #isTerm = false;

  constructor(text: string) {
    this.#text = text;
  }

  finish(): CodeBlocks {
    this.#setLeaf(none, this.#text.length + 1);
    return { indented: this.#indented, fenced: this.#fenced, marksInHtml: this.#marksInHtml };
  }

  /** True in a block of HTML that ends at a blank line. */
  get isHtml(): boolean {
    return this.#leaf.kind === "html" && this.#leaf.end === undefined;
  }

  /** Reads the last line, which began a block of HTML, as the start of a paragraph. */
  readAsParagraph(): void {
    this.#leaf = paragraph;
    this.#isTerm = true;
  }

  /** Returns whether a line that is not blank is a part of the open block of HTML. */
  continuesHtml(cursor: LineCursor): boolean {
    return this.isHtml && this.#matchContainers(cursor) === this.#containers.length;
  }

  /** Returns whether a line of the open containers is indented as code. */
  isIndented(cursor: LineCursor): boolean {
    return this.#matchContainers(cursor) === this.#containers.length && cursor.indentation() >= 4;
  }

  /** Reads the next line. */
  read(cursor: LineCursor): void {
    const start = cursor.at;
    const matched = this.#matchContainers(cursor);
    const isInside = matched === this.#containers.length;
    if (isInside && this.#continues(cursor)) return;
    this.#readStarts(cursor, start, matched);
  }

  // Returns the number of containers that contain the line.
  #matchContainers(cursor: LineCursor): number {
    let matched = 0;
    for (const container of this.#containers) {
      const indentation = cursor.indentation();
      if (container.width === undefined) {
        if (indentation > 3 || cursor.nextSign() !== ">") break;
        cursor.skipSpace(indentation);
        cursor.skip(1);
        cursor.skipSpace(1);
      } else if (cursor.isBlank) {
        if (container.isEmpty) break;
        cursor.skipSpace(container.width);
      } else if (indentation >= container.width) {
        cursor.skipSpace(container.width);
        container.isEmpty = false;
      } else break;
      matched++;
    }
    return matched;
  }

  // Returns whether a line of the same containers is a part of the leaf, and closes the leaf otherwise.
  #continues(cursor: LineCursor): boolean {
    const leaf = this.#leaf;
    if (leaf.kind === "fence") {
      if (!endsLeaf(leaf, cursor)) return true;
      this.#fenced.set(leaf.start, { end: cursor.end, isClosed: true });
      this.#leaf = none;
      return true;
    }
    if (leaf.kind === "html") {
      const isLast = endsLeaf(leaf, cursor) || (leaf.end === undefined && cursor.isBlank);
      if (isLast) this.#leaf = none;
      const marks = fenceMarksAt(cursor);
      if (marks !== undefined) this.#marksInHtml.add(marks);
      return true;
    }
    return leaf.kind === "code" && (cursor.isBlank || cursor.indentation() >= 4);
  }

  #readStarts(cursor: LineCursor, start: number, matched: number): void {
    let isInside = matched === this.#containers.length;
    const isLazy = this.#leaf.kind === "paragraph";
    const interrupts = isInside && (isLazy || this.#leaf.kind === "code"); // code as well: our parsers, unlike CommonMark
    let isNew = false;
    const enter = (leaf: Leaf) => {
      if (!isNew) this.#containers.length = matched;
      this.#setLeaf(leaf, start);
      isNew = true;
      isInside = true;
    };
    for (;;) {
      const indentation = cursor.indentation();
      if (cursor.isBlank) {
        if (!isInside || isLazy) enter(none);
        return;
      }
      const isInParagraph = isLazy && !isNew;
      if (indentation >= 4) {
        if (!isInParagraph) enter({ kind: "code", start });
        return;
      }
      cursor.skipSpace(indentation);
      const leaf = leafAt(cursor, isInParagraph, isInParagraph && isInside);
      if (leaf !== undefined) {
        enter(leaf);
        if (leaf.kind === "html" && endsLeaf(leaf, cursor)) this.#leaf = none;
        return;
      }
      const place = this.#containers.length;
      const container = place < maxContainers ? containerAt(cursor, indentation, interrupts, this.#isTerm) : undefined;
      if (container === undefined) break;
      enter(none);
      this.#containers.push(container);
    }
    if (!isLazy || isNew) enter(paragraph);
  }

  #setLeaf(leaf: Leaf, start: number): void {
    if (this.#leaf.kind === "code") this.#indented.set(this.#leaf.start, start - 1);
    if (this.#leaf.kind === "fence") this.#fenced.set(this.#leaf.start, { end: start - 1, isClosed: false });
    if (leaf !== none) this.#isTerm = leaf === paragraph;
    this.#leaf = leaf;
  }
}
