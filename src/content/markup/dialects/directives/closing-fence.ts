import type { KnownLines } from "../../code/known-lines.ts";
import type { MarkdownLine } from "../lines/markdown-lines.ts";

// Colons: MyST. Other directives between colons are containers.
const fence =
  /^[ \t>]*(`{3,}|~{3,}|:{3,}(?=\{(?:button-link|button-ref|code|code-block|code-cell|code-tab|mermaid|(?:di)?graph|graphviz|plantuml|uml|prompt|parsed-literal|doctest|(?:program|command)-output|jupyter-execute|bibliography|contents|embed|tableofcontents|toctree|(?:exercise|solution)(?:-start|-end)?|glossary|(?:prf|proof):[a-z]{1,20}|sourcecode|figure|figure-md|image|math|iframe|video|audio|youtube|vimeo|centered|index|raw(?::[a-z]{1,20})?|csv-table|list-table|deprecated|version(?:added|changed|removed))\}))/;
const closingColons = /^[ \t>]*(:{3,})[ \t]*$/;

/** The lines of a text, and the code in it. */
interface Lines {
  readonly lines: readonly MarkdownLine[];
  readonly code: KnownLines;
  /** The least number of colons that no line closes. Searching again for each directive would take quadratic time. */
  unclosedColons?: number;
}

/**
 * Returns the index of the line that closes the fence on a line. Returns undefined for a line without a fence of code or of a directive,
 * and for an unclosed fence.
 */
export function closingFence(text: Lines, start: number): number | undefined {
  const { offset = 0, text: line = "" } = text.lines[start] ?? {};
  const [found = "", marks = ""] = fence.exec(line) ?? [];
  if (marks.startsWith(":")) return closingLine(text, start, marks);
  const code = marks === "" ? undefined : text.code.fencedCode(offset + found.length - marks.length);
  return code?.isClosed ? lastLine(text.lines, start, code.end) : undefined;
}

function closingLine(text: Lines, start: number, marks: string): number | undefined {
  if (marks.length >= (text.unclosedColons ?? Number.POSITIVE_INFINITY)) return undefined;
  for (let index = start + 1; index < text.lines.length; index++)
    if (closingColons.exec(text.lines[index]?.text ?? "")?.[1]?.startsWith(marks)) return index;
  text.unclosedColons = marks.length;
  return undefined;
}

function lastLine(lines: readonly MarkdownLine[], start: number, end: number): number {
  let index = start;
  while ((lines[index + 1]?.offset ?? end) < end) index++;
  return index;
}
