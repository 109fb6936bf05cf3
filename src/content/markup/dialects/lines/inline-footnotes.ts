import { mapProse } from "./markdown-lines.ts";

const hidden = "\uFFFE"; // no text has this noncharacter

// Mostly with several words: the classes of regular expressions and escape codes are written alike.
const noteStart = /(?<![^\p{L}\p{N}.,;:!?)*_"”’»。」』）！？\s([\uFFFE\uF8F1\uF8F2])\^\[/gu;
const signs = /[[\]\n]/g;
const address = /\([^()\s]{1,500}\)/y;
const maxLength = 3000; // UTF-16 units
const severalWords = /\S[ \t]+\S/;
// Words of these scripts have no spaces between them, or long words: 単語^[脚注]. A class has ranges and escapes: ^[ぁ-ん].
const wordsWithoutSpaces =
  /^(?=.*[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}])(?!\^)(?!.*(?:\\|[^\s\d]-[^\s\d])).{2,}$/u;
const onlyCode = /^\uFFFE+$/;
const onlyAddress = /^\s*(?:<?(?:https?:\/\/|www\.[^\s<>.]{1,100}\.)[^\s<>]{2,}>?|\[[^[\]]{1,200}\]\([^()\s]{1,500}\))\s*$/i;

// In `words`, the signs of code are hidden; `written` has them. A few characters of the text before the note are enough.
function isNote(words: string, written: string, before: string): boolean {
  if (onlyAddress.test(words)) return true;
  if (/(?:^|[\uFFFE\s([\uF8F1\uF8F2])$/.test(before)) return severalWords.test(words) && isSentence(words);
  return onlyCode.test(words) || severalWords.test(written) || wordsWithoutSpaces.test(words) || isOneWord(words, before);
}

const abbreviation = /^\p{Lu}\p{Ll}{2,40}[.!?…]$/u; // Ibid.
const citation = /^-?@\p{L}[\p{L}\p{N}:.#_-]{2,80}$/u;
const longWord = /^(?:\p{Lu}\p{Ll}{2,40}|\p{Ll}{4,40})[.!?…]?$/u;

// After the end of a sentence, any longer word. Elsewhere, it may be an index, `p^[Index]`, or a class, `x^[aeiou]`.
function isOneWord(words: string, before: string): boolean {
  const word = words.trim().replace(/^[*_]{1,3}|[*_]{1,3}$/g, "");
  if (abbreviation.test(word) || citation.test(word)) return true;
  return longWord.test(word) && /[\p{L}\p{N})]{2}[.!?…。！？][*_"”’»)」』]{0,4}$/u.test(before);
}

// After a space, the class of a regular expression is more likely: ^[a-z 0-9].
function isSentence(words: string): boolean {
  return /(?<![^\s"“(])\p{L}{3,}(?![^\s.,;:!?)"”])/u.test(words) && !/\\|[A-Za-z\d]-[A-Za-z\d](?![a-z])/.test(words);
}

/** Writes inline footnotes of Pandoc and Obsidian, `word^[The text.]`, as footnotes whose texts follow the article. */
export function convertInlineFootnotes(text: string): string {
  if (!text.includes("^[")) return text;
  const prose = hideCode(text);
  const pairs = pairBrackets(prose);
  const notes: string[] = [];
  let [written, done] = ["", 0];
  for (const { index } of prose.matchAll(noteStart)) {
    const end = index < done ? undefined : endOfNote(prose, index + 2, pairs);
    if (end === undefined) continue;
    const own = text.slice(index + 2, end);
    if (!isNote(prose.slice(index + 2, end), own, prose.slice(Math.max(0, index - 10), index))) continue;
    notes.push(own.trim());
    written += `${text.slice(done, index)}[^inline-note-${notes.length}]`;
    done = end + 1;
  }
  if (notes.length === 0) return text;
  return `${written}${text.slice(done)}\n\n${notes.map((words, index) => `[^inline-note-${index + 1}]: ${words}`).join("\n")}\n`;
}

// Returns the offset of the bracket that closes a note. It may contain others: links, wikilinks, pictures.
function endOfNote(prose: string, start: number, pairs: ReadonlyMap<number, number>): number | undefined {
  signs.lastIndex = start;
  for (let sign = signs.exec(prose); sign !== null && sign.index < start + maxLength; sign = signs.exec(prose)) {
    if (sign[0] === "]") return sign.index >= start + 2 && !/[(+*{?]/.test(prose.charAt(sign.index + 1)) ? sign.index : undefined;
    const end = pairs.get(sign.index);
    if (end === undefined) return undefined;
    address.lastIndex = end + 1;
    signs.lastIndex = address.test(prose) ? address.lastIndex : end + 1;
  }
  return undefined;
}

// Pairs the brackets of each line: the offsets of the closing ones by those of the opening ones. Without it, each of many notes that are
// not closed would be read as far as a note can be long.
function pairBrackets(prose: string): Map<number, number> {
  const pairs = new Map<number, number>();
  let open: number[] = [];
  signs.lastIndex = 0;
  for (const { 0: sign, index } of prose.matchAll(signs)) {
    const start = sign === "]" ? open.pop() : undefined;
    if (start !== undefined) pairs.set(start, index);
    if (sign === "[") open.push(index);
    if (sign === "\n") open = [];
  }
  return pairs;
}

// The same length: a note may contain code, whose brackets are not its own, but not blocks of code.
function hideCode(text: string): string {
  const isInline = (code: string) => /^(?:`|<(?:code|kbd|samp))/i.test(code) && !code.includes("\n");
  return mapProse(
    text,
    (prose) => prose,
    (code) => (isInline(code) ? hidden : "\n").repeat(code.length),
  );
}
