import { findFormulas } from "./find-formulas.ts";

const pictureOrLink = /!\[[^[\]]{0,500}\]\(|\]\(https?:\/\//;

/**
 * Returns whether the content of a tag for formulas is text with formulas in it, and not the TeX of one formula, which may have others in
 * `\text{if $x > 0$}`.
 */
export function isTextWithFormulas(content: string): boolean {
  const formulas = findFormulas(content);
  const delimited = formulas.filter(({ start }) => !content.startsWith("\\begin", start));
  const words = [...formulas, { start: content.length }]
    .map(({ start }, index) => content.slice(formulas[index - 1]?.end ?? 0, start))
    .join(" ");
  if (/\\[A-Za-z]/.test(words)) return false;
  return pictureOrLink.test(words) || (delimited.length > 0 && (formulas.length > 1 || words.trim() !== ""));
}
