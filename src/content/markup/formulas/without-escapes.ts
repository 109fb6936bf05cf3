const literalUnderscore = /\\(?:text|math|operatorname|mbox)[a-z]{0,10}\*?\{[^{}]{0,500}(?<!\\)\\[_*]/;
const singleBreak = /(?<!\\)(?:\\\\)(?![\\{}_*])/;

/**
 * Removes the backslashes of Markdown in a formula between doubled brackets, `\\(x\_{1}\\)`: Markdown removes one level before a browser
 * sees the formula, so that ox-hugo escapes its underscores, asterisks, braces and line breaks. A formula that has one of these signs
 * without a backslash was not escaped.
 */
export function withoutEscapes(tex: string): string {
  if (!tex.includes("\\") || singleBreak.test(tex)) return tex;
  const isEscaped = !/(?<!\\)[_*]/.test(tex) && !literalUnderscore.test(tex);
  if (!isEscaped) return tex.replaceAll("\\\\\\\\", "\\\\");
  return tex.replace(/\\\\\\\\|\\\\([{}_*])|\\([_*])/g, (_, second?: string, sign?: string) => sign ?? `\\${second ?? "\\"}`);
}
