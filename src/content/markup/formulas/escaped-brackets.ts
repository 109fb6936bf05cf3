import { hasLink, isCertain, isInlineCalculation } from "./looks-like-tex.ts";

/** A text between `\(` and `\)`, or `\[` and `\]`, and its place. */
export interface InBrackets {
  readonly tex: string;
  /** True for `\[…\]`. */
  readonly isSquare: boolean;
  /** True if no other text is on its lines. */
  readonly isAlone: boolean;
  /** The text before it: a few characters are enough. */
  readonly before: string;
  /** The text after it: a few characters are enough. */
  readonly after: string;
  /** Returns whether the article has commands of TeX. */
  readonly hasTex: () => boolean;
}

/** Returns whether a text in brackets that nothing but TeX has, as in `\\(AB\\)` and in HTML, is a formula and not words. */
export function isTexInMarks({ hasTex, isAlone, isSquare, tex }: InBrackets): boolean {
  if (tex.includes("`") || hasLink(tex) || isAlternation(tex)) return false;
  if (isCertain(tex)) return true;
  if (/[A-Za-z]{2},?\s+[a-z]{2}|[a-z]{2},?\s+[A-Za-z]{2}/.test(tex)) return false;
  if (!isSquare) return /[\p{L}\p{N}]/u.test(tex) && !(/^\s*[A-Za-z]*[a-z]{4}\s*$/.test(tex) && !hasTex()); // a word: s/\(name\)/
  return /\p{L}/u.test(tex) && (isAlone || isInlineCalculation(tex) || /^\s*[A-Z]+\s*$/.test(tex));
}

/**
 * Returns whether a text after one backslash, `\(…\)` or `\[…\]`, is a formula. In CommonMark, these are escaped brackets around any
 * Markdown, so that it needs the signs of a formula, and none of Markdown.
 */
export function isTexInEscapes(found: InBrackets): boolean {
  const { isAlone, isSquare, tex } = found;
  if (hasMarkdown(tex) || isPath(tex)) return false;
  if (hasTexSigns(tex)) return true;
  if (!isFreeOfWords(tex) || isAfterWord(found)) return false;
  return isSquare ? isAlone && (/[=<>]/.test(tex) || hasScript(tex)) : isPlainFormula(found);
}

function hasMarkdown(tex: string): boolean {
  if (/`|(?<![\^{\\*])\*\*(?=[^\s*}])|[a-z]:\/\/|<(?:mailto:|\/)|^!?\[.*\]$/s.test(tex)) return true;
  return (tex.includes("](") && (hasLink(tex) || !/\\[A-Za-z]{2}/.test(tex))) || hasEmphasis(tex);
}

// `_word_`, and not the two subscripts of `x_1 + y_2` and `\mathbb{R}_+ = \mathbb{R}_-`.
function hasEmphasis(tex: string): boolean {
  const start = tex.search(/(?<![^\s(["'*,/])_(?=[\p{L}\p{N}"'*([])/u);
  return start >= 0 && /[\p{L}\p{N}"'*)\].?!]_(?![\p{L}\p{N}_{\\])/u.test(tex.slice(start + 1));
}

// Of Windows, and names of PHP: `C:\dir`, `App\Models\User`.
function isPath(tex: string): boolean {
  return /^[A-Z]:\\(?!(?:to|mapsto|math\w+|R)\b)[\w\\. -]*$/.test(tex) || /^\\?[A-Za-z]{3,}(?:\\[A-Z]\w*)+$/.test(tex);
}

function hasTexSigns(tex: string): boolean {
  if (/\\(?![bBdDsSwW](?![A-Za-z]))[A-Za-z]/.test(tex)) return true; // not \d of a regular expression
  if (/@|[A-Za-z]{4}[\^_]|[A-Za-z]{3},?\s+[A-Za-z]{3}/.test(tex)) return false;
  return /\\[,;:!]|\\\\\s|[\w)}\]]\^[\w{(+*'-]|\w_\{/.test(tex);
}

function isFreeOfWords(tex: string): boolean {
  if (/[A-Za-z]{3}|["`;]|--|\+\+|<\/?[A-Za-z][^<>]*>|\\[^,;:!{}|]/.test(tex)) return false;
  return !/^_|__|_$|[A-Za-z]{2}_|_[A-Za-z]{2}|(?<![\w*])\*(?=[^\s*])[^*]*\*(?!\w)/.test(tex) && !isAlternation(tex);
}

// In a regular expression: `\(a|b\)`, and `\\(a\\|b\\)` of Emacs.
function isAlternation(tex: string): boolean {
  return /^\w+(?:\\{0,2}\|\w+)+$/.test(tex);
}

// The arguments of a function, whose name may be emphasized, or a group in a regular expression: `\(a\)+`.
function isAfterWord({ after, before }: InBrackets): boolean {
  return /[\w`\])]$/.test(before.replace(/[*_]{1,10}$/, "")) || /^[+{]/.test(after);
}

const ofText = /^(?:[a-eirsCPR]|[A-Za-z]_[a-hA-Z])$/; // (a) of a list, item(s), (C), a_b

function isPlainFormula({ hasTex, tex }: InBrackets): boolean {
  const sign = tex.trim();
  if (ofText.test(sign)) return hasTex();
  if (/^[A-Za-z]$/.test(sign)) return true;
  return /\p{L}/u.test(sign) && !/[+*=]$/.test(sign) && (/[=<>+*|]/.test(sign) || hasScript(sign));
}

function hasScript(tex: string): boolean {
  return /[A-Za-z)]_[A-Za-z\d]/.test(tex);
}
