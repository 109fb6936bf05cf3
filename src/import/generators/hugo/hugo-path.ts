/** The rules by which Hugo changes the characters of paths (gohugo.io/configuration/all). */
export interface PathRules {
  /** `disablePathToLower` */
  readonly keepsCase: boolean;
  /** `removePathAccents` */
  readonly removesAccents: boolean;
  /** True before Hugo 0.123, which sanitized the name of a file without normalizing it first. */
  readonly isOld?: boolean;
}

/** Normalizes the path of a file: Hugo 0.123 and later change each space to a hyphen, and letters to lower case. */
export function normalizePath(path: string, { keepsCase, isOld = false }: PathRules): string {
  return keepsCase || isOld ? path : path.replaceAll(" ", "-").toLowerCase();
}

/** Removes characters that Hugo allows in no path; spaces become hyphens. */
export function sanitizeHugoPath(path: string, rules: PathRules): string {
  const plain = rules.removesAccents
    ? path
        .normalize("NFD")
        .replace(/\p{Mn}/gu, "")
        .normalize("NFC")
    : path;
  const sanitized = withHyphens(plain);
  return rules.keepsCase ? sanitized : sanitized.toLowerCase();
}

// Spaces before a slash are a hyphen, too: `C++ ` is `c-`.
function withHyphens(path: string): string {
  const kept = path.replace(/%(?![\da-f]{2})|[^\p{L}\p{Nd}\p{M}/.\\_#+~@%\s-]/giu, "").trim();
  return kept.replace(/\s*(-+)\s*|\s+/g, (_, hyphens: string | undefined) => hyphens ?? "-");
}

/** Converts a title, a slug or a name to a part of a permalink. */
export function urlize(text: string, rules: PathRules): string {
  return sanitizeHugoPath(text, rules).replaceAll("+", " "); // Hugo decodes the filled pattern, in which + is a space
}
