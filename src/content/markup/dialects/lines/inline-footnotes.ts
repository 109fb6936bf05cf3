import { mapProse } from "./markdown-lines.ts";

// With several words: the classes of regular expressions and escape codes are written alike.
const note =
  /(?<![^\p{L}\p{N}.,;:!?)*_"”’»。」』）！？\s([])\^\[((?:[^[\]\n]|\[[^[\]\n]{1,200}\](?:\([^()\s]{1,500}\))?){2,1000})\](?![(+*{?])/gu;
const severalWords = /\S[ \t]+\S/;
// Words of these scripts have no spaces between them, or long words: 単語^[脚注]. A class has ranges and escapes: ^[ぁ-ん].
const wordsWithoutSpaces =
  /^(?=.*[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}])(?!\^)(?!.*(?:\\|[^\s\d]-[^\s\d])).{2,}$/u;

function isNote(words: string, before: string): boolean {
  if (/^[\s([]?$/.test(before)) return severalWords.test(words) && isSentence(words);
  return severalWords.test(words) || wordsWithoutSpaces.test(words);
}

// After a space, the class of a regular expression is more likely: ^[a-z 0-9].
function isSentence(words: string): boolean {
  return /(?<![^\s"“(])\p{L}{3,}(?![^\s.,;:!?)"”])/u.test(words) && !/\\|[A-Za-z\d]-[A-Za-z\d](?![a-z])/.test(words);
}

/** Writes inline footnotes of Pandoc and Obsidian, `word^[The text.]`, as footnotes whose texts follow the article. */
export function convertInlineFootnotes(text: string): string {
  if (!text.includes("^[")) return text;
  const notes: string[] = [];
  const written = mapProse(text, (prose) =>
    prose.replace(note, (written, words: string, index: number) => {
      if (!isNote(words, prose.charAt(index - 1))) return written;
      notes.push(words);
      return `[^inline-note-${notes.length}]`;
    }),
  );
  if (notes.length === 0) return text;
  return `${written}\n\n${notes.map((words, index) => `[^inline-note-${index + 1}]: ${words.trim()}`).join("\n")}\n`;
}
