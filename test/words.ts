import { readWords } from "../src/build/source/read-words.ts";
import type { Words } from "../src/settings/words.ts";

/** Returns the words of the pages in a language. @throws Error if the table cannot be used */
export function wordsIn(language: string): Words {
  return readWords(language, (message) => {
    throw new Error(message);
  });
}
