import { isOnlyCommands, isTexInWord } from "./tex-in-word.ts";

const command = /\\[A-Za-z,;:!|\\]/;
const script = /(?<![\\\s])[\^_]\S/;
const word = /(?<![\\A-Za-z])[A-Za-z]{2,}/;

// A letter of a script that formulas do not use, or a word of Greek with an accent or at least three letters.
const otherWord =
  /(?=\p{L})(?!\p{Script=Latin}|\p{Script=Greek}|\p{Script=Common})\p{L}|\s(?:\p{Script=Greek}{0,30}[άέήίόύώϊϋΐΰ]|\p{Script=Greek}{3})/u;
const twoAmounts = /^\p{N}[\p{N}.,]{0,20}\s{1,9}(?!x\s)\p{L}{1,20}\s{1,9}\p{N}[\p{N}.,]{0,20}$/u; // 5 o 10

/** A formula between dollar signs, and the characters next to them. */
interface Dollars {
  readonly tex: string;
  /** The text before the formula: a few characters are enough. */
  readonly before: string;
  /** The text after the formula: a few characters are enough. */
  readonly after: string;
  /** Returns whether the article has commands of TeX. */
  readonly hasTex: () => boolean;
}

/**
 * Returns whether a text between single dollar signs is a formula, and not the text between two amounts of money or two variables of a
 * shell. Pandoc's rule: no space after the first sign and before the second, and no digit after the second. Besides: no letter, digit or
 * closing bracket before the first sign (`US$5`, `a[$x]$`, `a_$x$`); no letter or bracket after the second that may begin a name
 * (`$PATH:$HOME`, `${a}/${b}`), except the ending of `$n$th`; and neither plain words nor a placeholder (`$folder$`). What only TeX has may
 * be next to letters and digits: `20$^\circ$C`, `$\sim$5`.
 */
export function isInlineTex({ after, before, hasTex, tex }: Dollars): boolean {
  if (/^\s|\s$/.test(tex) || /[}$\\]$|[A-Za-z\d](?:_{1,3}|\$[<=>])$/.test(before) || after.startsWith("$")) return false;
  const isInWord = /[A-Za-z\d)\]]$/.test(before);
  if (isInWord && (!isTexInWord(tex) || after.startsWith("_"))) return false;
  if (/^\d/.test(after) && !isOnlyCommands(tex)) return false;
  if (isOfShell(tex) || isProse(tex) || isPlaceholder(tex, hasTex)) return false;
  if (relation.test(tex)) return /(?:^|[\s.(["'“‘–—-])$/.test(before) && /^(?:$|[\s.,;:!?)\]"'”’–—-])/.test(after);
  const mayBeName = /^(?:[A-Za-z{(@]|_+[A-Za-z\d])/.test(after) && !/^(?:st|nd|rd|th|s)(?!\w)/.test(after);
  if (mayBeName && (endsLikePath.test(tex) || !(command.test(tex) || shortScript.test(tex) || /^\\[{}%]$/.test(tex)))) return false;
  if (isInWord && charge.test(tex)) return true;
  return !(endsLikePath.test(tex) && /^\w/.test(after)) && isTex(tex);
}

// A sentence between a variable and the end of a pattern: `$x first; the pattern is ^[a-z]+$`.
function isProse(tex: string): boolean {
  return fourWords.test(tex) && !command.test(tex);
}

const fourWords = /(?<![\w\\])(?:[A-Za-z]{2,20}[,;:]?\s{1,3}){3}[A-Za-z]{2,20}(?!\w)/;

const charge = /^\^(?:[+*-]|\{[+*-]{1,3}\})$/; // of an ion: Na$^+$

const ofRevisions = /^(?:Id|Author|Date|Header|Log|Name|RCSfile|Revision|Source|State)$/; // the keywords of CVS and Subversion

// `$folder$` and `$user.name$` are replaced by a program. A word may be a formula, `$rank$`, in an article with TeX.
function isPlaceholder(tex: string, hasTex: () => boolean): boolean {
  if (ofRevisions.test(tex)) return true;
  if (/^[A-Za-z]{2,}(?:[._][A-Za-z]{2,})+$/.test(tex)) return !hasTex();
  const letters = /^([A-Za-z]{4,})\d*$/.exec(tex)?.[1];
  if (letters === undefined) return false;
  const isPolygon = /^[A-H]+$/.test(letters) || letters === [...letters].sort().join(""); // $ABDC$, $PQRS$
  return !isPolygon && !hasTex();
}

/**
 * Returns whether a text between dollar signs is of a shell: it ends in a string (`$1 "$@"`), or begins one (`^a$" or "b$`), or has a
 * variable (`${NAME}; ^a$`) or an operator.
 */
export function isOfShell(tex: string): boolean {
  if (/\\[A-Za-z]{2}/.test(tex)) return false;
  if (/(?:^|[\s=(])@_|^[^()[\]]{0,200}\)\s{0,9}[^\s$]/.test(tex)) return true; // y) = @_; the bracket before it is the variable's
  const quotes = tex.match(/"/g)?.length ?? 0;
  const startsWithName = /^\{\w\w[^{}]*\}(?![_^])/.test(tex) || /^\{[^{}]*\}[;:"'/]/.test(tex);
  return quotes % 2 === 1 || /^["'@]|\s["']$|=~\s/.test(tex) || startsWithName;
}

const endsLikePath = /(?<!^\\|\d\\)[,:;./=>(-]$/; // not the space in $5\,$km
const shortScript = /\^|_\{|_\w(?!\w)/; // a_1, not FOO_BAR

// A single sign, but no variable of a shell such as `$*` and `$?`.
const relation = /^(?:[<>=%+−-]|[:<>=!]=)$/;

/** Returns whether a text between double dollar signs is a formula, and not one between two process ids of a shell. */
export function isTex(tex: string): boolean {
  if (!/[\p{L}\p{N}\\]/u.test(tex) || hasLink(tex)) return false;
  if (/^\d[^\\]*[–—]/.test(tex)) return false; // from an amount to another one
  if (/[`$]/.test(tex.replace(/\\[\s\S]/g, "")) && !command.test(tex)) return false;
  if (/^\{(?![^{}]*\}[_^])/.test(tex) && !isCertain(tex)) return false;
  if (/^\p{N}/u.test(tex) && (word.test(tex) || otherWord.test(tex) || twoAmounts.test(tex))) return isCertain(tex); // an amount of money, and words
  return isCertain(tex) || /[=<>+{}]/.test(tex) || !(/\s/.test(tex) && word.test(tex));
}

/** Returns whether a text has a sign of a calculation, and no words. */
export function isInlineCalculation(tex: string): boolean {
  return /[\p{L}\\]/u.test(tex) && (/[=<>+*|]/.test(tex) ? !/[A-Za-z]{3,}/.test(tex) : /^[A-Za-z]$/.test(tex.trim()));
}

/** Returns whether a text has a link of Markdown, and not `f[i](x)`: its destination is an address, or its text began before the formula. */
export function hasLink(tex: string): boolean {
  if (!tex.includes("](")) return false;
  if (/\]\((?:[^()\s]*:\/\/|mailto:|[/#<]|\.{1,2}\/|[^()\s\\]*\.[A-Za-z]{2,})/.test(tex)) return true;
  const start = tex.indexOf("[");
  return start < 0 || tex.indexOf("](") < start;
}

/** Returns whether a text has a command of TeX, or a subscript or superscript. */
export function isCertain(tex: string): boolean {
  return command.test(tex) || script.test(tex);
}
