// A mark is the number of a formula between private characters, which Markdown, HTML and JavaScript leave alone. The third one fills
// further lines. URLs have them percent-encoded.
/** The first, the last and the filling character of the mark of a hidden formula. */
export const [open, close, filler] = ["\uF8F0", "\uF8F1", "\uF8F2"] as const;

/** The characters before and after the TeX of a shortcode or tag, until it is hidden: its signs of HTML are references. */
export const [tagOpen, tagClose] = ["\uF8F4", "\uF8F5"] as const;

/** Returns whether a text has none of these characters, so that its formulas can be hidden. */
export function mayHide(text: string): boolean {
  return !/[\uF8F0-\uF8F2\uF8F4\uF8F5]/.test(text);
}

/** Returns whether a text is the mark of one formula. */
export function isFormulaMark(text: string): boolean {
  return /^\uF8F0\d+\uF8F1[\s\uF8F2]*$/.test(text);
}

/** Returns the numbers of the formulas whose marks a text contains. */
export function numbersOfMarks(text: string): number[] {
  return text.includes(open) ? [...text.matchAll(/\uF8F0(\d+)\uF8F1/g)].map(([, number]) => Number(number)) : [];
}
