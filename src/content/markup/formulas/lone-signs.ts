const onlySigns = /^(?:[^\p{L}\p{N}\s$`"@#.{}\\<>]|[<>](?![!/?])){1,5}$/u;

/** A text without letters and digits that may be a formula, and the characters next to it. */
interface Signs {
  readonly tex: string;
  /** The text before its opening mark: a few characters are enough. */
  readonly before: string;
  /** The text after its closing mark: a few characters are enough. */
  readonly after: string;
  /** Returns whether the article has formulas with letters. */
  readonly hasLetters: () => boolean;
}

/**
 * Returns whether a text between the marks of a formula is a formula of signs only, such as `$*$`, `$(*)$`, `$|$` or `$_$`. Dollar signs
 * around one sign may be of a shell or prices, too: the article must have other formulas, or a word such as `$*$-algebra`.
 */
export function isLoneSigns({ after, before, hasLetters, tex }: Signs): boolean {
  if (!onlySigns.test(tex) || !isBalanced(tex) || /^.+[,:;/=>(-]$/su.test(tex)) return false;
  if (/[\p{L}\p{N})\]}$\\/:.]$/u.test(before.replace(/\p{Script=Han}$/u, "")) || /^(?:_*[A-Za-z\d]|[${(@/+])/.test(after)) return false;
  return (/^\*{1,2}$/.test(tex) && /^-[a-z]{3}/.test(after) && /(?:^|\s)$/.test(before)) || hasLetters();
}

// The text between two dollar signs in brackets has the brackets of both: ($)/($).
function isBalanced(tex: string): boolean {
  if (tex.length === 1) return true;
  let depth = 0;
  for (const sign of tex) {
    if ("([".includes(sign)) depth++;
    if (")]".includes(sign) && --depth < 0) return false;
  }
  return depth === 0;
}
