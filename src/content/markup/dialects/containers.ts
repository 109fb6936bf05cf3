import { isCalloutKind } from "./callout-kinds.ts";
import type { MarkdownLine } from "./markdown-lines.ts";

/** A container: `:::tip[Title]` or `::: info Title` (Docusaurus, VitePress, Starlight, MyST, Pandoc, Quarto) until `:::`. */
export interface Container {
  /** The markers of quotations, and the spaces before the colons. */
  readonly prefix: string;
  /** Undefined for a container without a meaning of its own: only its markers vanish. */
  readonly kind: string | undefined;
  readonly title: string;
  /** The index of the line after its content. */
  readonly end: number;
  readonly isClosed: boolean;
}

const opener = /^((?:[ \t]*>)*[ \t]*)(:{3,})[ \t]*(?:\{([^{}]*)\}|([A-Za-z][\w-]*))/;
const closer = /^((?:[ \t]*>)*[ \t]*)(:{3,})[ \t]*$/;

const maxOpen = 16; // more containers in each other are text: each level copies its lines

interface Open extends Omit<Container, "end" | "isClosed"> {
  readonly start: number;
  readonly colons: number;
  readonly quotes: number;
  /** The least indentation of its lines: that of its list item. */
  readonly indentation: number;
}

/** Finds the containers in lines, by the index of their first line. */
export function findContainers(lines: readonly MarkdownLine[]): Map<number, Container> {
  const found = new Map<number, Container>();
  const open: Open[] = [];
  const close = (index: number, from: number, isClosed: boolean) => {
    for (const [place, { start, ...rest }] of open.splice(from).entries())
      found.set(start, { ...rest, end: index, isClosed: isClosed && place === 0 });
  };
  for (const [index, line] of lines.entries()) {
    const left = open.findIndex((one) => isOutside(line.text, one));
    if (left >= 0) close(index, left, false);
    if (line.isVerbatim || !line.text.includes(":::")) continue;
    const [, , ending] = closer.exec(line.text) ?? [];
    const opened = ending === undefined ? openedBy(line, index) : undefined;
    if (opened !== undefined && open.length < maxOpen) open.push(opened);
    if (ending !== undefined) {
      const same = open.findLastIndex(({ colons }) => colons === ending.length);
      const from = same >= 0 ? same : open.findLastIndex(({ colons }) => colons <= ending.length);
      if (from >= 0) close(index, from, true);
    }
  }
  close(lines.length, 0, false);
  for (const [start, { isClosed, kind }] of found) if (!isClosed && !isCalloutKind(kind ?? "")) found.delete(start);
  return found;
}

// A quotation or a list item ends, and with it what is in it.
function isOutside(line: string, { quotes, indentation }: Open): boolean {
  if (quotes === 0 && indentation === 0) return false;
  const [start = ""] = /^(?:[ \t]*>)*[ \t]*/.exec(line) ?? [];
  if (quotesIn(start) < quotes) return true;
  return start.length < line.length && quotes === 0 && start.length < indentation;
}

function openedBy({ isInList, text }: MarkdownLine, start: number): Open | undefined {
  const [found = "", prefix = "", colons = "", attributes, word] = opener.exec(text) ?? [];
  if (colons === "") return undefined;
  const name = word ?? /^[ \t]*\.?(?:callout-)?([A-Za-z][\w-]*)/.exec(attributes ?? "")?.[1] ?? "";
  const rest = text.slice(found.length);
  const isPhrase = word !== undefined && !isCalloutKind(word) && /^[ \t]+[^\s{[:]/.test(rest); // not a name before a title
  const given = titleIn(isPhrase ? `${word}${rest}` : rest) || (titleAttribute.exec(attributes ?? "")?.[1] ?? "");
  const kind = isCalloutKind(name) || given !== "" ? name || "note" : undefined;
  const quotes = quotesIn(prefix);
  const indentation = isInList && quotes === 0 ? prefix.length : 0;
  return { start, prefix, colons: colons.length, kind, title: given, quotes, indentation };
}

const titleAttribute = /\btitle="([^"]*)"/;

function titleIn(rest: string): string {
  const words = withoutColons(rest.trim()).trim();
  const [, label] = /^\[(.*)\](?:\{[^{}]*\})?$/.exec(words) ?? [];
  if (label !== undefined) return label.trim();
  return /^\{[^{}]*\}$/.test(words) ? (titleAttribute.exec(words)?.[1] ?? "") : words;
}

// Pandoc may close the line with colons.
function withoutColons(words: string): string {
  let end = words.length;
  while (words[end - 1] === ":") end--;
  return words.length - end >= 3 ? words.slice(0, end) : words;
}

function quotesIn(prefix: string): number {
  return prefix.split(">").length - 1;
}
