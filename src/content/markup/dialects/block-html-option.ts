import { blockElements } from "../../html/block-elements.ts";
import { type MarkdownLine, markdownLines } from "./lines/markdown-lines.ts";

// kramdown.gettalong.org/options.html#option-parse-block-html, and the elements of kramdown's parser in which it parses blocks or words.
// Tables, lists and preformatted text stay HTML with all that is in them.
const parsedNames = new Set(
  `address article aside blockquote caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header
  hgroup legend li main menu nav p section summary td th`.split(/\s+/),
);

const optionLine = /^([ \t>]*)\{::options\s[^\n]{0,500}\bparse_block_html=["'](true|false)["'][^\n]{0,500}\}[ \t]*$/;
const markers = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?/;
const fenceMarks = /^(?:(`{3,})[^`]*|(~{3,})(?!~).*)$/;
const tag = /[ \t]*<(\/?)([a-z][a-z0-9]*)(?=[\s>]|$)([^<>]*)(?:>|$)/iy;

/** Returns whether a piece is a list of options that turns the Markdown in HTML on or off. */
export function isBlockHtmlOption(piece: string): boolean {
  return optionLine.test(piece);
}

/**
 * Adds `markdown="1"` to the blocks of HTML after kramdown's `{::options parse_block_html="true" /}`, and removes the lines of this option.
 * The number of lines stays the same.
 */
export function applyBlockHtmlOption(text: string): string {
  if (!text.includes("{::options") || !text.includes("parse_block_html")) return text;
  const switches = new Map<number, boolean>();
  const lines = markdownLines(text, false).map((line, index) => {
    const [, prefix = "", value] = isCode(line) ? [] : (optionLine.exec(line.text) ?? []);
    if (value === undefined) return line.text;
    switches.set(index, value === "true");
    return prefix.trimEnd();
  });
  const state: State = { isOn: false };
  const marked = markdownLines(lines.join("\n"), false).map((line, index) => {
    state.isOn = switches.get(index) ?? state.isOn;
    return state.isOn && (!isCode(line) || state.fence !== undefined) ? markLine(line.text, state) : line.text;
  });
  return marked.join("\n");
}

function isCode({ isHtml, isVerbatim }: MarkdownLine): boolean {
  return isVerbatim && !isHtml;
}

interface State {
  isOn: boolean;
  /** The marks of a fence in a block of HTML, which ends at the next such marks. */
  fence?: string | undefined;
  /** The open element that stays HTML, and the number of its start tags without an end tag. */
  raw?: { readonly name: string; readonly open: number } | undefined;
}

function markLine(line: string, state: State): string {
  const start = markers.exec(line)?.[0].length ?? 0;
  const content = line.slice(start).trimEnd();
  if (state.raw !== undefined) state.raw = rawAfter(state.raw.name, state.raw.open, line);
  else if (state.fence !== undefined) state.fence = content.startsWith(state.fence) ? undefined : state.fence;
  else {
    const [, backticks, marks = backticks] = fenceMarks.exec(content) ?? [];
    state.fence = marks;
    if (marks === undefined) return markTags(line, start, state);
  }
  return line;
}

// The tags at the start of a line.
function markTags(line: string, start: number, state: State): string {
  let [marked, done] = [line.slice(0, start), start];
  tag.lastIndex = start;
  for (let match = tag.exec(line); match !== null; match = tag.exec(line)) {
    const { 0: found, 1: slash, 2: name = "", 3: attributes = "" } = match;
    const isRaw = slash === "" && (staysHtml(name) || /\smarkdown=["']?0/i.test(attributes));
    if (isRaw) state.raw = rawAfter(name, 0, line.slice(done));
    if (isRaw || !parsedNames.has(name.toLowerCase())) break;
    const isMarked = slash !== "" || /\smarkdown\b/i.test(attributes);
    marked += isMarked ? found : found.replace(`<${name}`, `<${name} markdown="1"`);
    done += found.length;
  }
  return marked + line.slice(done);
}

function staysHtml(name: string): boolean {
  const lower = name.toLowerCase();
  return blockElements.has(lower) && !parsedNames.has(lower) && lower !== "hr";
}

const anyTag = /<(\/?)([a-z][a-z0-9]*)(?=[\s/>]|$)/gi;

function rawAfter(name: string, before: number, line: string): State["raw"] {
  let open = before;
  for (const [, slash, other = ""] of line.matchAll(anyTag)) if (other.toLowerCase() === name.toLowerCase()) open += slash === "" ? 1 : -1;
  return open > 0 ? { name, open } : undefined;
}
