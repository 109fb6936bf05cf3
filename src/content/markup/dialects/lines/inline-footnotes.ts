import { mapProse } from "./markdown-lines.ts";

// With several words: the classes of regular expressions and escape codes are written alike.
const note = /(?<![^\p{L}\p{N}.,;:!?)*_"”’»\s([])\^\[((?:[^[\]\n]|\[[^[\]\n]{1,200}\](?:\([^()\s]{1,500}\))?){3,1000})\](?![(+*{?])/gu;
const severalWords = /\S[ \t]+\S/;

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
      if (!severalWords.test(words) || (/^[\s([]?$/.test(prose.charAt(index - 1)) && !isSentence(words))) return written;
      notes.push(words);
      return `[^inline-note-${notes.length}]`;
    }),
  );
  if (notes.length === 0) return text;
  return `${written}\n\n${notes.map((words, index) => `[^inline-note-${index + 1}]: ${words.trim()}`).join("\n")}\n`;
}
