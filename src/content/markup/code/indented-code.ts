import { type Container, containerAt, endsLeaf, type Leaf, leafAt } from "./block-starts.ts";
import { LineCursor } from "./line-cursor.ts";

const maxContainers = 100; // in each other; reading more for each line would take quadratic time
const none: Leaf = { kind: "none" };
const paragraph: Leaf = { kind: "paragraph" };

/**
 * Finds the indented code of a Markdown text, also in quotations, lists, footnotes, definitions and admonitions. Returns the offset of the
 * newline before the next block, or the length of the text, by the offset of the first line of the code.
 */
export function findIndentedCode(text: string): ReadonlyMap<number, number> {
  if (text !== last.text) last = { text, code: scan(text) };
  return last.code;
}

// Several conversions in a row search the same text.
let last: { readonly text: string; readonly code: ReadonlyMap<number, number> } = { text: "", code: new Map() };

function scan(text: string): ReadonlyMap<number, number> {
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
class BlockScan {
  readonly #text: string;
  readonly #code = new Map<number, number>();
  readonly #containers: Container[] = [];
  #leaf: Leaf = none;
  /** True if the last leaf was a paragraph, which may be the term of a definition. */
  #isTerm = false;

  constructor(text: string) {
    this.#text = text;
  }

  finish(): ReadonlyMap<number, number> {
    this.#setLeaf(none, this.#text.length + 1);
    return this.#code;
  }

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
    if (leaf.kind === "fence" || leaf.kind === "html") {
      const isLast = endsLeaf(leaf, cursor) || (leaf.kind === "html" && leaf.end === undefined && cursor.isBlank);
      if (isLast) this.#leaf = none;
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
    if (this.#leaf.kind === "code") this.#code.set(this.#leaf.start, start - 1);
    if (leaf !== none) this.#isTerm = leaf === paragraph;
    this.#leaf = leaf;
  }
}
