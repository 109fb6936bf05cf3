import { BlockScan } from "./code-blocks.ts";
import { LineCursor } from "./line-cursor.ts";
import { OpenElements } from "./open-elements.ts";
import { quotesIn } from "./quotes-in.ts";

const mark = "<!-- -->";
const blank = /^[ \t>]*$/;
const indentedTag = /^[ \t>]*(?: {4}|\t)<\/?[a-z]/i;
const brokenHtml = /\n[ \t>]{0,200}\n[ \t>]{0,200}(?: {4}|\t)<\/?[a-z]/i;
const fence = /^[ \t>]*(?:`{3}|~{3})/;

/**
 * Writes comments on the lines of HTML blocks that a conversion has emptied: a blank line would end such a block (CommonMark §4.6), and
 * make code of indented HTML after it. Lines before Markdown stay empty.
 * @param emptied the numbers of these lines from 0, with their indentation and markers
 */
export function keepHtmlBlocks(text: string, emptied: ReadonlyMap<number, string>): string {
  if (emptied.size === 0 || !text.includes("<")) return text;
  const lines = text.split("\n");
  const scan = new BlockScan(text);
  const elements = new OpenElements(text);
  let [offset, block, next] = [0, 0, 0];
  for (const [index, line] of lines.entries()) {
    const markers = emptied.get(index);
    if (markers !== undefined && next <= index) for (next = index + 1; emptied.has(next); ) next++;
    const isIn = (only?: number) => elements.isIn(offset, only);
    if (markers !== undefined && isInHtml({ markers, following: lines[next] ?? "", scan, isIn, block })) lines[index] = markers + mark;
    else {
      const wasHtml = scan.isHtml;
      scan.read(new LineCursor(line, 0, line.length));
      if (scan.isHtml && !wasHtml) {
        block++;
        elements.endBlock();
      }
      if (scan.isHtml) elements.read(line, block);
    }
    offset += line.length + 1;
  }
  return lines.join("\n");
}

/** Fills the lines of HTML blocks that are empty after a conversion with {@link keepHtmlBlocks}. The texts have the same number of lines. */
export function keepEmptiedLines(before: string, after: string): string {
  if (before === after || !after.includes("<")) return after;
  const written = before.split("\n");
  const emptied = new Map<number, string>();
  for (const [index, line] of after.split("\n").entries()) {
    const former = written[index] ?? "";
    if (blank.test(line) && !blank.test(former)) emptied.set(index, /^[ \t>]*/.exec(former)?.[0] ?? "");
  }
  return keepHtmlBlocks(after, emptied);
}

/** Returns whether a blank line may end a block of HTML before an indented tag. */
export function mayBreakHtml(text: string): boolean {
  return brokenHtml.test(text);
}

/**
 * Fills the blank lines of HTML blocks before an indented tag, if the end tag of the block follows: kramdown and Python-Markdown read a
 * block of HTML up to its end tag.
 */
export function keepBlankLines(text: string): string {
  const lines = text.split("\n");
  const blanks = new Map<number, string>();
  let following = "";
  for (let index = lines.length - 1; index >= 0; index--) {
    const line = lines[index] ?? "";
    if (!blank.test(line)) following = line;
    else if (indentedTag.test(following)) {
      const [markers = ""] = /^[ \t>]*/.exec(following) ?? [];
      if (quotesIn(markers) === quotesIn(line)) blanks.set(index, markers);
    }
  }
  return keepHtmlBlocks(text, blanks);
}

interface Place {
  readonly markers: string;
  /** The next line that is not one of these. */
  readonly following: string;
  readonly scan: BlockScan;
  /** Returns whether an element of a block, or of any, is open. */
  readonly isIn: (block?: number) => boolean;
  readonly block: number;
}

function isInHtml({ markers, following, scan, isIn, block }: Place): boolean {
  const filled = markers + mark;
  if (!scan.continuesHtml(new LineCursor(filled, 0, filled.length))) return false;
  if (blank.test(following) || fence.test(following)) return false;
  if (scan.isIndented(new LineCursor(following, 0, following.length))) return isIn();
  return /^[ \t>]*</.test(following) && isIn(block);
}
