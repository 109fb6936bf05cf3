import { escapeMarkup } from "../../base/escape.ts";
import { ArticleError } from "../limits/article-error.ts";
import { limits } from "../limits/limits.ts";
import { codeEnd, codeStart } from "./find-code.ts";
import { KnownLines } from "./known-lines.ts";
import { parseShortcodeArguments } from "./shortcode-arguments.ts";
import { codeBlock, languageOfCode, type ShortcodeContext, shortcodeHtml } from "./shortcode-html.ts";

/** What becomes of a text with the shortcodes of Hugo, Zola and Hexo and the tags of Jekyll. */
export interface ReplacedShortcodes {
  readonly text: string;
  /** How often each that nobody knows was left out, as it is written: `{% chart %}`. */
  readonly removed: ReadonlyMap<string, number>;
  /** Offset of the first of them. */
  readonly firstRemoved: number;
}

/** What the text is of. */
export interface ShortcodeOptions extends ShortcodeContext {
  /** What `{{ site.url }}` and the like stand for. */
  readonly variables: Readonly<Record<string, string>>;
}

// The lengths are bounded, so that a text full of beginnings takes no time.
const shortcode = "\\{\\{[<%](?:[^>%]|[>%](?!\\}\\})){0,2000}[>%]\\}\\}";
const tag = "\\{%(?:[^%]|%(?!\\})){0,2000}%\\}";
const attributes = "\\{:[^{}\\n]{0,200}\\}";
const output = "\\{\\{(?![<%{])[^{}\\n]{0,500}\\}\\}";
const contents = "^[ \\t]*(?:[-*+]|\\d+[.)]) [^\\n]*\\n\\{:toc\\}"; // kramdown's list that a table of contents stands for
const pieces = new RegExp(`${contents}|${codeStart}|${shortcode}|${tag}|${output}|${attributes}`, "gm");

// kramdown.gettalong.org/syntax.html#attribute-list-definitions: {: .wide #here title="x"}, {:toc}, {::options toc_levels="1" /}.
// Elixir's {:ok, 1} is text.
const attribute = "(?:[.#][\\w-]+|[\\w-]+=(?:\"[^\"]*\"|'[^']*'))";
const attributeList = new RegExp(
  `^\\{:(?:toc|:nomarkdown|/(?:nomarkdown)?|:options(?:\\s+${attribute})*|\\s*${attribute}(?:\\s+${attribute})*)\\s*/?\\}$`,
);

/**
 * Makes Markdown or HTML of what only another generator could run: what is known becomes plain HTML, anything else is left out.
 * Code stays to the letter, and nothing in it is a tag.
 */
export function replaceShortcodes(body: string, place: ShortcodeOptions): ReplacedShortcodes {
  if (!/\{[{%:]/.test(body)) return { text: body, removed: new Map(), firstRemoved: 0 };
  const removed = new Map<string, number>();
  const state: State = { open: [], credits: [], unclosed: new Set(), lines: new KnownLines(body) };
  let [text, done, firstRemoved] = ["", 0, -1];
  pieces.lastIndex = 0;
  for (let match = pieces.exec(body); match !== null; match = pieces.exec(body)) {
    const [piece] = match;
    const step = stepAt(body, match.index, piece, place, state);
    text += body.slice(done, match.index) + (step.text ?? "");
    if (text.length > limits.content) throw tooLong(body, match.index);
    done = step.end;
    pieces.lastIndex = done;
    if (step.text !== undefined || step.name === undefined) continue;
    if (firstRemoved < 0) firstRemoved = match.index;
    removed.set(step.name, (removed.get(step.name) ?? 0) + 1);
  }
  return { text: text + body.slice(done), removed, firstRemoved: Math.max(0, firstRemoved) };
}

function stepAt(body: string, offset: number, piece: string, place: ShortcodeOptions, state: State): Step {
  if (piece.endsWith("\n{:toc}")) return { text: offset === 0 ? "\n" : "", end: offset + piece.length };
  return piece.startsWith("{") ? convert(body, offset, piece, place, state) : copyCode(body, offset, piece, state.lines);
}

// A title of a megabyte may be asked for a thousand times.
function tooLong(body: string, offset: number): ArticleError {
  const line = body.slice(0, offset).split("\n").length;
  const message = `Cannot compile the article: with what its tags stand for, it has more than ${limits.content} characters; leave some of them out`;
  return new ArticleError(message, { line });
}

interface Step {
  /** What stands in its place; undefined where that is nothing. */
  readonly text?: string | undefined;
  /** What to call it when it is left out; undefined where nobody misses it. */
  readonly name?: string;
  readonly end: number;
}

function copyCode(body: string, offset: number, start: string, lines: KnownLines): Step {
  const end = codeEnd(body, offset, start, lines);
  return { text: body.slice(offset, end), end };
}

interface State {
  /** Zola's tags that `{% end %}` will close. */
  readonly open: string[];
  /** What the quotations that are open say of their source. */
  readonly credits: string[];
  /** Tags that nothing closes any more. */
  readonly unclosed: Set<string>;
  readonly lines: KnownLines;
}

function convert(body: string, offset: number, piece: string, place: ShortcodeOptions, { credits, unclosed, open }: State): Step {
  const end = offset + piece.length;
  if (piece.startsWith("{:")) return ofKramdown(body, end, piece, unclosed);
  if (/^\{\{[<%]\/\*/.test(piece)) return { text: escapeMarkup(piece.replace("/*", "").replace("*/", "")), end }; // Hugo's escape
  const [, kind = "", inner = ""] = /^\{(\{[<%]|%)-?([\s\S]*?)-?[>%]\}\}?$/.exec(piece) ?? [];
  if (kind === "") return { ...outputOf(piece, place), end };
  const [, closing = "", name = "", rest = ""] = /^\s*(\/?)\s*([\w./-]*)([\s\S]*?)\/?\s*$/.exec(inner) ?? [];
  const verbatim = closing === "" ? readVerbatim(body, end, kind, name, rest, unclosed) : undefined;
  if (verbatim !== undefined) return verbatim;
  if (rest.startsWith("(")) open.push(name);
  const key = `${closing === "" ? "" : "end"}${name.replace(/\.html$/, "")}${name === "end" ? (open.pop() ?? "") : ""}`;
  const known = Object.hasOwn(shortcodeHtml, key) ? shortcodeHtml[key] : undefined;
  const given = rest.replace(/^\((.*)\)$/s, "$1");
  if (/^(?:block)?quote$/.test(key)) credits.push(given);
  const said = /^end(?:block)?quote$/.test(key) ? (credits.pop() ?? "") : given;
  const isEnd = closing !== "" || /^(?:end.*|else|elsif|when)$/.test(name);
  return {
    text: known?.(parseShortcodeArguments(said), place),
    end,
    ...(!isEnd && { name: kind === "%" ? `{% ${name} %}` : `{{< ${name} >}}` }),
  };
}

const commentEnd = /\{:\/(?:comment)?\}/g;

function ofKramdown(body: string, end: number, piece: string, unclosed: Set<string>): Step {
  const closing = piece === "{::comment}" ? findEnd(body, end, piece, commentEnd, unclosed) : undefined;
  if (closing !== undefined) return { end: closing.end };
  return { text: attributeList.test(piece) ? "" : piece, end };
}

const verbatimNames = new Set(["highlight", "codeblock", "code", "raw", "verbatim", "comment"]);

// What stands between such a tag and its end is no Markdown, or not to be read as a template.
function readVerbatim(body: string, from: number, kind: string, name: string, rest: string, unclosed: Set<string>): Step | undefined {
  if (!verbatimNames.has(name)) return undefined;
  const closing =
    kind === "%" ? new RegExp(`\\{%-?\\s*end${name}\\s*-?%\\}`, "g") : new RegExp(`\\{\\{[<%]\\s*/\\s*${name}\\s*[>%]\\}\\}`, "g");
  const found = findEnd(body, from, kind + name, closing, unclosed);
  if (found === undefined) return undefined;
  const { end, start } = found;
  const within = body.slice(from, start);
  if (name === "comment") return { end };
  return { text: name === "raw" || name === "verbatim" ? within : codeBlock(languageOfCode(rest), within), end };
}

// Where the end of a tag stands. A tag that once had none is not looked for again: a text full of them would take too long.
function findEnd(
  body: string,
  from: number,
  tag: string,
  closing: RegExp,
  unclosed: Set<string>,
): { start: number; end: number } | undefined {
  if (unclosed.has(tag)) return undefined;
  closing.lastIndex = from;
  const match = closing.exec(body);
  if (match === null) {
    unclosed.add(tag);
    return undefined;
  }
  return { start: match.index, end: closing.lastIndex };
}

// {{ site.url }}, {{ "/a.png" | relative_url }}, and Zola's {{ youtube(id="x") }}. Anything else is text: other languages write
// the same.
function outputOf(piece: string, place: ShortcodeOptions): Omit<Step, "end"> {
  const expression = piece.slice(2, -2).replace(/^-|-$/g, "").trim();
  const [, quoted] =
    /^["']([^"']*)["']\s*\|\s*(?:relative_url|absolute_url|url|prepend:\s*site\.(?:base)?url)(?:\s*\|[^|]*)*$/.exec(expression) ?? [];
  if (quoted !== undefined) return { text: quoted };
  const [, name = ""] = /^((?:site|page)\.\w+)(?:\s*\|\s*\w+)*$/.exec(expression) ?? [];
  if (Object.hasOwn(place.variables, name)) return { text: place.variables[name] };
  const [, call = "", given = ""] = /^([a-z]\w*)\((.*)\)$/s.exec(expression) ?? [];
  if (call === "") return { text: piece };
  const known = Object.hasOwn(shortcodeHtml, call) ? shortcodeHtml[call] : undefined;
  return { text: known?.(parseShortcodeArguments(given), place), name: `{{ ${call}() }}` };
}
