// Letters that Unicode does not decompose, as Hexo writes them.
const letters: Readonly<Record<string, string>> = {
  ...{ Æ: "AE", æ: "ae", Ø: "O", ø: "o", ß: "s", ẞ: "S", Đ: "D", đ: "d", Ħ: "H", ħ: "h", ı: "i", Ŀ: "L", ŀ: "l", Ł: "L", ł: "l" },
  ...{ ŉ: "n", Œ: "OE", œ: "oe", Ŧ: "T", ŧ: "t", ſ: "l", Ɓ: "B", ɓ: "b", Ɗ: "D", ɗ: "d", Ɔ: "O", ɔ: "o", Ɛ: "E", ɛ: "e" },
  ...{ Ƙ: "K", ƙ: "k", Ƴ: "Y", ƴ: "y", ǝ: "e", Ɨ: "I", ɨ: "i", Ʉ: "U", ʉ: "u" },
};

/** The setting `filename_case`: 1 is lower case, 2 is upper case. */
export type LetterCase = 0 | 1 | 2;

/** Converts a name as Hexo does: Latin letters lose their accents, and each run of spaces and signs becomes a hyphen. */
export function hexoSlug(text: string, letterCase: LetterCase = 0): string {
  const slug = text
    .normalize("NFD")
    .replace(/(?<=\p{Script=Latin})\p{Mn}+/gu, "")
    .normalize("NFC")
    .replace(/[\u00C6-\u02FF\u1E9E]/g, (letter) => letters[letter] ?? letter)
    .replace(/[\0-\x1f]/g, "")
    .replace(/[\s~`!@#$%^&*()\-_+=[\]{}|\\;:"'<>,.?/]+/g, "-")
    .replace(/^-|-$/g, "");
  return letterCase === 1 ? slug.toLowerCase() : letterCase === 2 ? slug.toUpperCase() : slug;
}
