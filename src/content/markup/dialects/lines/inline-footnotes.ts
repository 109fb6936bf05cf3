import { mapProse } from "./markdown-lines.ts";

// Directly after a word, and with several words: the classes of regular expressions and escape codes are written alike.
const note = /(?<=[\p{L}\p{N}.,;:!?)*_"”’»])\^\[((?:[^[\]\n]|\[[^[\]\n]{1,200}\](?:\([^()\s]{1,500}\))?){3,1000})\](?![(+*{?])/gu;
const severalWords = /\S[ \t]+\S/;

/** Writes inline footnotes of Pandoc, `word^[The text.]`, as footnotes whose texts follow the article. */
export function convertInlineFootnotes(text: string): string {
  if (!text.includes("^[")) return text;
  const notes: string[] = [];
  const written = mapProse(text, (prose) =>
    prose.replace(note, (written, words: string) => {
      if (!severalWords.test(words)) return written;
      notes.push(words);
      return `[^inline-note-${notes.length}]`;
    }),
  );
  if (notes.length === 0) return text;
  return `${written}\n\n${notes.map((words, index) => `[^inline-note-${index + 1}]: ${words.trim()}`).join("\n")}\n`;
}
