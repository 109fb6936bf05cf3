import { hidesShortcode } from "./hides-shortcode.ts";
import { type VerbatimPart, verbatimParts } from "./verbatim-parts.ts";

interface Tag {
  readonly name: string;
  readonly offset: number;
  readonly end: number;
  readonly isEnd: boolean;
  /** True for an opening tag whose text visitors did not see. */
  readonly hides: boolean;
  readonly isEscaped: boolean;
  /** The index of the tag that closes it, if tags of the same name are nested. */
  match?: number;
}

const start = /\[(\[?)(\/?)(_{0,3}[a-z][\w-]{0,60})(?=[\s\]/="'!])/gi;
const maxArguments = 2000; // UTF-16 units

/**
 * Removes the shortcodes that hid their text from visitors, with their text. WordPress runs shortcodes in code, too. A shortcode
 * without an end hides nothing, except `[paywall]` outside of code.
 * @param onLeftOut receives the name of each removed shortcode
 * @returns the text, and what followed the paywall
 */
export function withoutHiddenShortcodes(html: string, onLeftOut: (name: string) => void): { text: string; afterWall: string } {
  const tags = tagsIn(html);
  const nextEnd = new Map<string, number>();
  const firstEnds = tags.map(() => -1);
  for (let index = tags.length - 1; index >= 0; index--) {
    const { isEnd, name } = tags[index] as Tag;
    if (isEnd) nextEnd.set(name, index);
    firstEnds[index] = nextEnd.get(name) ?? -1;
  }
  const isInCode = codeSearch(html);
  let [text, done] = ["", 0];
  for (const [index, { end, hides, isEscaped, match, name, offset }] of tags.entries()) {
    if (!hides || offset < done) continue;
    const closing = tags[match ?? firstEnds[index] ?? -1];
    if (closing === undefined) {
      if (/paywall$/.test(name) && !isInCode(offset)) return { text: text + html.slice(done, offset), afterWall: html.slice(end) };
      continue;
    }
    if (isEscaped && html[closing.end] === "]") continue; // [[restrict]…[/restrict]] shows its tags
    onLeftOut(`[${name}]`);
    text += html.slice(done, offset);
    done = closing.end;
  }
  return { text: text + html.slice(done), afterWall: "" };
}

// Returns whether a place is in code, for offsets that do not decrease.
function codeSearch(html: string): (offset: number) => boolean {
  let parts: VerbatimPart[] | undefined;
  let [index, end] = [0, 0];
  return (offset) => {
    parts ??= verbatimParts(html);
    for (let part = parts[index]; part && end + part.text.length <= offset; part = parts[++index]) end += part.text.length;
    return parts[index]?.isVerbatim === true;
  };
}

function tagsIn(html: string): Tag[] {
  const tags: Tag[] = [];
  const open = new Map<string, number[]>();
  const codeEnd = lastEndsOfCode(html);
  let [bracket, codeUntil] = [0, 0];
  for (const { 0: tag, 1: escaping = "", 2: slash, 3: written = "", index } of html.matchAll(start)) {
    if (index < codeUntil) continue;
    const from = index + tag.length;
    if (bracket < from) bracket = html.indexOf("]", from);
    if (bracket < 0) break;
    if (bracket - index > maxArguments) continue;
    const name = written.toLowerCase();
    const isEnd = slash !== "";
    if (!isEnd && escaping === "" && (codeEnd[name] ?? -1) > from) codeUntil = html.indexOf(`[/${name}]`, from);
    if (!isEnd && html[bracket - 1] === "/") continue; // it has no text
    const stack = open.get(name) ?? [];
    open.set(name, stack);
    const opener = isEnd ? tags[stack.pop() ?? -1] : undefined;
    if (opener !== undefined) opener.match = tags.length;
    if (!isEnd) stack.push(tags.length);
    const hides = !isEnd && hidesShortcode(name, argumentsIn(html, from, bracket));
    tags.push({ name, offset: index + escaping.length, end: bracket + 1, isEnd, hides, isEscaped: escaping !== "" });
  }
  return tags;
}

// Code of SyntaxHighlighter shows its shortcodes.
function lastEndsOfCode(html: string): Readonly<Record<string, number>> {
  return { code: html.lastIndexOf("[/code]"), sourcecode: html.lastIndexOf("[/sourcecode]") };
}

// A bracket within the arguments is usually the start of the next tag.
function argumentsIn(html: string, from: number, end: number): string {
  const next = html.indexOf("[", from);
  return html.slice(from, next < 0 ? end : Math.min(next, end));
}
