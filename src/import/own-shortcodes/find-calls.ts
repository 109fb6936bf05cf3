import { codeEnd, codeStart } from "../../content/markup/code/find-code.ts";
import { KnownLines } from "../../content/markup/code/known-lines.ts";

/** A call of a shortcode in a text of Hugo. */
export interface ShortcodeCall {
  readonly name: string;
  /** The text of its arguments. */
  readonly arguments: string;
  /** True for `{{% name %}}`, whose result is Markdown; that of `{{< name >}}` is HTML. */
  readonly isMarkdown: boolean;
  readonly start: number;
  /** The offset after its start tag, and that of its end tag. */
  readonly contentStart: number;
  contentEnd: number;
  /** The offset after its end tag. */
  end: number;
  /** True if the call has an end tag, or ends itself: `{{< name />}}`. */
  isClosed: boolean;
  /** The number of the call in the text, or in the call around it. */
  ordinal: number;
  /** The calls in its content. */
  readonly children: ShortcodeCall[];
}

const start = /\{\{([<%])\s{0,20}(\/?)\s{0,20}([\w.][\w./-]{0,200})/y;
const part = /"(?:[^"\\]|\\.){0,2000}"|`[^`]{0,2000}`|([>%])\}\}|[^"`>%]+|[>%]/y;
const maxLength = 5000; // UTF-16 units of a tag
const starts = new RegExp(`${codeStart}|\\{\\{[<%]`, "gm");

/** Finds the calls of a text. What is in code, and an end without a start, are text. */
export function findCalls(body: string, markup: "markdown" | "html"): ShortcodeCall[] {
  const calls = new CallList();
  const lines = new KnownLines(body, markup);
  starts.lastIndex = 0;
  for (let match = starts.exec(body); match !== null; match = starts.exec(body)) {
    const [sign] = match;
    const isTag = sign.startsWith("{{");
    const found = isTag ? tagAt(body, match.index) : undefined;
    if (found !== undefined) calls.read(found);
    const end = isTag ? (found?.end ?? 0) : codeEnd(body, match.index, sign, lines);
    starts.lastIndex = Math.max(end, match.index + Math.max(1, sign.length));
  }
  return treeOf(calls.calls);
}

interface Tag extends Pick<ShortcodeCall, "end" | "isMarkdown" | "name" | "start"> {
  readonly isEnd: boolean;
  /** The text after the name. */
  readonly rest: string;
}

// An escape, {{</* name */>}}, is text.
function tagAt(body: string, offset: number): Tag | undefined {
  start.lastIndex = offset;
  const [whole, left = "", slash, name = ""] = start.exec(body) ?? [];
  if (whole === undefined) return undefined;
  const from = offset + whole.length;
  part.lastIndex = from;
  for (let match = part.exec(body); match !== null && match.index < from + maxLength; match = part.exec(body)) {
    const [mark, right] = match;
    if (right === undefined) continue;
    if ((right === "%") !== (left === "%")) return undefined;
    const rest = body.slice(from, match.index);
    return { name, rest, isEnd: slash === "/", isMarkdown: left === "%", start: offset, end: match.index + mark.length };
  }
  return undefined;
}

class CallList {
  /** The calls in the order of their starts. */
  readonly calls: ShortcodeCall[] = [];
  readonly #open: ShortcodeCall[] = [];
  readonly #counts = new Map<string, number>();

  read(tag: Tag): void {
    if (tag.isEnd) this.#close(tag.name, tag.start, tag.end);
    else this.#start(tag);
  }

  #start({ end, isMarkdown, name, rest, start }: Tag): void {
    const isClosed = rest.trimEnd().endsWith("/");
    const written = isClosed ? rest.trimEnd().slice(0, -1) : rest;
    const place = { start, contentStart: end, contentEnd: end, end };
    const call: ShortcodeCall = { name, arguments: written, isMarkdown, ...place, isClosed, ordinal: 0, children: [] };
    this.calls.push(call);
    if (isClosed) return;
    this.#open.push(call);
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
  }

  // The calls since the start of the one that ends have no end.
  #close(name: string, start: number, end: number): void {
    if ((this.#counts.get(name) ?? 0) === 0) return;
    for (let call = this.#open.pop(); call !== undefined; call = this.#open.pop()) {
      this.#counts.set(call.name, (this.#counts.get(call.name) ?? 0) - 1);
      if (call.name !== name) continue;
      Object.assign(call, { contentEnd: start, end, isClosed: true });
      return;
    }
  }
}

// Returns the outermost calls, with the others as their children. The calls after one without an end are its siblings.
function treeOf(calls: readonly ShortcodeCall[]): ShortcodeCall[] {
  const roots: ShortcodeCall[] = [];
  const around: ShortcodeCall[] = [];
  for (const call of calls) {
    while (around.length > 0 && (around.at(-1)?.contentEnd ?? 0) <= call.start) around.pop();
    const siblings = around.at(-1)?.children ?? roots;
    call.ordinal = siblings.length;
    siblings.push(call);
    if (call.contentEnd > call.contentStart) around.push(call);
  }
  return roots;
}
