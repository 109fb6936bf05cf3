const item = /^\u00A0*(?:[-*+•‣◦·–—]|\d{1,3}[.)]|[a-z][.)])\s+\S/;
const onlyAddress = /^(?:https?:\/\/|www\.)\S+$/i;

const minWrap = 30; // columns: prose is not wrapped at fewer
const maxColumn = 40; // columns of a poem without capitals and punctuation
const maxLines = 10_000; // of a block, since each line break is a node
const maxVerse = 60; // columns
const maxLevel = 12; // columns of indentation

/**
 * Joins the lines of a block of plain text where they were wrapped, and separates them where the author has begun a new line: items,
 * addresses, a poem or postal address, which has at least three short lines, and a signature.
 * @param isLast true for the last block of a text, which may be a signature
 * @returns the lines as they are shown; each may contain line breaks
 */
export function plainTextLines(lines: readonly string[], isLast = false): readonly string[] {
  if (lines.length > maxLines) return [lines.join("\n")];
  const hasItems =
    lines.filter((line) => item.test(line)).length > 1 || lines.some((line, index) => item.test(line) && followsColon(lines, index));
  const isVerse = !hasItems && ((isShort(lines) && !isWrapped(lines) && isInLines(lines)) || (isLast && isSignature(lines)));
  const shown: string[] = [];
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    const begins = isVerse || (hasItems && item.test(line)) || onlyAddress.test(line) || (before !== undefined && onlyAddress.test(before));
    if (shown.length === 0 || begins) shown.push(line);
    else shown[shown.length - 1] += `\n${line}`;
  }
  return shown;
}

/** Trims the lines of a block. Further levels of items keep their indentation, as spaces that HTML shows. */
export function trimLines(lines: readonly string[]): string[] {
  const widths = lines.map((line) => (item.test(line.trim()) ? indentationOf(line) : undefined));
  const least = widths.reduce<number>((width, own = width) => Math.min(width, own), Number.MAX_SAFE_INTEGER);
  return lines.map((line, index) => "\u00A0".repeat(Math.min(maxLevel, (widths[index] ?? least) - least)) + line.trim());
}

function indentationOf(line: string): number {
  return /^[ \t]{0,40}/.exec(line)?.[0].replaceAll("\t", "    ").length ?? 0;
}

// "Kind regards,", and a name. A sentence ends with punctuation, or goes on in lower case.
function isSignature(lines: readonly string[]): boolean {
  return lines.length > 1 && lines.every((line) => /^\p{Lu}/u.test(line) && !/[.!?…:;]$/.test(line) && widthOf(line) <= maxColumn);
}

function followsColon(lines: readonly string[], index: number): boolean {
  return /[:：]$/.test(lines[index - 1] ?? "");
}

function isShort(lines: readonly string[]): boolean {
  return lines.length > 2 && lines.every((line) => widthOf(line) <= maxVerse);
}

// Half of the lines begin like a sentence, or follow a line with punctuation. A sentence of a few lines was wrapped by hand.
function isInLines(lines: readonly string[]): boolean {
  if (lines.length > 3 && lines.every((line) => widthOf(line) <= maxColumn)) return true;
  const begun = lines.filter((line, index) => index > 0 && (!/^\p{Ll}/u.test(line) || /[^\p{L}\p{M}\p{N}]$/u.test(lines[index - 1] ?? "")));
  return begun.length * 2 >= lines.length - 1;
}

// No line has room for the first word of the next one, and not all lines begin with capitals.
function isWrapped(lines: readonly string[]): boolean {
  if (lines.every((line) => /^\p{Lu}/u.test(line))) return false;
  const width = lines.reduce((widest, line) => Math.max(widest, widthOf(line)), 0);
  return (
    width >= minWrap && lines.every((line, index) => index === lines.length - 1 || widthOf(line) + 1 + firstWidth(lines[index + 1]) > width)
  );
}

function firstWidth(line = ""): number {
  return widthOf(/^[\u1100-\uFFDC]/.test(line) ? line.slice(0, 1) : (line.split(/\s/, 1)[0] ?? ""));
}

// Letters of Chinese, Japanese and Korean have two columns.
function widthOf(line: string): number {
  return line.slice(0, maxVerse + 1).replace(/[\u1100-\uFFDC]/g, "xx").length;
}
