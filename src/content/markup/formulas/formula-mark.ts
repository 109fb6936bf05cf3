// A mark is the number of a formula between private characters, which Markdown, HTML and JavaScript leave alone. The third one fills
// further lines. URLs have them percent-encoded.
/** The first, the last and the filling character of the mark of a hidden formula. */
export const [open, close, filler] = ["\uF8F0", "\uF8F1", "\uF8F2"] as const;

/** Returns whether a text is the mark of one formula. */
export function isFormulaMark(text: string): boolean {
  return /^\uF8F0\d+\uF8F1[\s\uF8F2]*$/.test(text);
}
