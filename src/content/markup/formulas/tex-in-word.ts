const names = new RegExp(
  "\\\\(?:" +
    "alpha|beta|gamma|delta|(?:var)?epsilon|zeta|eta|(?:var)?theta|iota|(?:var)?kappa|lambda|mu|nu|xi|(?:var)?pi|(?:var)?rho|(?:var)?sigma|tau|" +
    "upsilon|(?:var)?phi|chi|psi|omega|Gamma|Delta|Theta|Lambda|Xi|Pi|Sigma|Upsilon|Phi|Psi|Omega|ell|hbar|infty|partial|nabla|odot|oplus|otimes|" +
    "circ|degree|prime|dagger|ddagger|ast|star|bullet|perp|parallel|pm|mp|times|div|cdot|cdots|ldots|dots|sim|simeq|approx|cong|equiv|propto|" +
    "neq?|leq?|geq?|ll|gg|lesssim|gtrsim|leqslant|geqslant|lt|gt|rightarrow|leftarrow|leftrightarrow|Rightarrow|Leftarrow|longrightarrow|" +
    "rightleftharpoons|to|mapsto|uparrow|downarrow|subset|supset|subseteq|cup|cap|setminus|forall|exists|neg|land|lor|wedge|vee|langle|rangle|" +
    "frac|tfrac|dfrac|sqrt|sum|prod|left|right|mathrm|mathbf|mathit|mathsf|mathcal|mathbb|text|textrm|textit|mbox|rm|bar|hat|vec|tilde|dot|ddot|" +
    "overline|quad|qquad|Angstrom|AA|micro" +
    ")(?![A-Za-z])",
  "g",
);
const words = /\\(?:math(?:rm|bf|it|sf)|text(?:rm|it)?|mbox)\{[\w .,/-]{0,40}\}/g;
const script = /[\^_](?:[A-Za-z\d](?![A-Za-z\d])|\{[^{}]{1,40}\}|[+*-]$|(?=\u0000))/g;
const sign = /\\[,;:!%]/g;

const maxLength = 80; // UTF-16 units

/**
 * Returns whether a text between dollar signs is a formula even next to a letter or a digit, as in `20$^\circ$C`, `CO$_2$` and `3$\,$V`. It
 * begins with a script or a command, and has neither words nor other commands: `C$\Users and D$` are folders, `foo$/\1/` is an expression.
 */
export function isTexInWord(tex: string): boolean {
  if (tex.length > maxLength) return false;
  if (/^\\[{}]$/.test(tex)) return true; // $\{$x$\}$
  const known = tex.replace(words, "\u0000").replace(names, "\u0000").replace(sign, "\u0000").replace(script, "\u0000");
  return /^[A-Za-z]{0,2}\u0000/.test(known) && !/[A-Za-z]{3}|[\\"'`@#;$]/.test(known.replace(/\\[{}|]/g, "")) && isSafeStart(tex);
}

/** Returns whether a formula has only commands, without arguments, so that a digit may follow: `$\sim$5`, `3$\times$4`, `1$\!$2`. */
export function isOnlyCommands(tex: string): boolean {
  return tex.length <= maxLength && tex.replace(names, "").replace(sign, "").trim() === "";
}

// Letters before a subscript may be a name: `a$b_c$d`.
function isSafeStart(tex: string): boolean {
  return /^[\\^_]|^[A-Za-z]{1,2}(?:\\|[\^_]\\)/.test(tex);
}
