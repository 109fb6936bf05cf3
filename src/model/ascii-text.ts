import { loadPackage } from "../files/load-package.ts";

// Unidecode (Python) and deunicode (Rust) write these letters differently from the library.
const letters: Readonly<Record<string, string>> = {
  ...{ η: "e", ή: "e", β: "b", υ: "u", ύ: "u", ϋ: "u", ΰ: "u", φ: "ph", χ: "kh" },
  ...{ й: "i", х: "kh", ц: "ts", ю: "iu", я: "ia", ё: "io", ѐ: "ie" },
  ...{ し: "shi", ち: "chi", つ: "tsu", っ: "tsu", シ: "shi", チ: "chi", ツ: "tsu", ッ: "tsu" },
  ...{ ý: "y", ŋ: "ng", ß: "ss", "€": "EUR", "₹": "Rs", "₽": "R", "₺": "L", "₿": "BTC", "℀": " a/c ", "℅": " c/o " },
};
const corrections: readonly [string, string][] = Object.entries(letters).flatMap(([letter, text]): [string, string][] => {
  const upper = letter.toUpperCase();
  const isLetter = upper !== letter && upper.length === 1;
  return isLetter
    ? [
        [letter, text],
        [upper, text.charAt(0).toUpperCase() + text.slice(1)],
      ]
    : [[letter, text]];
});

/** Writes a text in ASCII, as in the slugs of Pelican, Nikola and Zola: `Größe` is `Grosse`, `日本` is `Ri Ben`. */
export function asciiText(text: string): string {
  if (/^[\0-\x7f]*$/.test(text)) return text;
  return loadPackage("transliteration").transliterate(text.normalize("NFC"), { fixChineseSpacing: true, replace: [...corrections] });
}
