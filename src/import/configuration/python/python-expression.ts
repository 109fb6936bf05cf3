const maxLength = 300; // a longer one is no pattern of names

/**
 * Converts a regular expression of Python; undefined if JavaScript cannot run it. It is the user's own, and is used for names of files and
 * titles alone, which are short.
 */
export function pythonExpression(source: string, flags: string): RegExp | undefined {
  if (source.length > maxLength) return undefined;
  const converted = source
    .replace(/\(\?[aiLmsux]+\)/g, "")
    .replace(/\(\?P</g, "(?<")
    .replace(/\(\?P=(\w+)\)/g, "\\k<$1>")
    .replace(/\\A/g, "^")
    .replace(/\\Z/g, "$")
    .replace(/\[\^([^[\]]*)\\w/g, "[^$1\\p{L}\\p{N}_");
  for (const candidate of [flags, flags.replace("u", "")]) {
    try {
      return new RegExp(converted, candidate);
    } catch {
      // Without the flag u, JavaScript accepts more escapes.
    }
  }
  return undefined;
}
