const errorMark = "✘ [ERROR] ";

/**
 * Returns the lines of the first error in the output of wrangler, without its mark. The next error, or the name of the log file, ends it.
 * Empty if there is no error.
 */
export function firstError(output: string): string[] {
  const lines = output.split("\n");
  const start = lines.findIndex((line) => line.startsWith(errorMark));
  if (start < 0) return [];
  const [first = "", ...rest] = lines.slice(start);
  const end = rest.findIndex((line) => line.startsWith(errorMark) || line.startsWith("🪵"));
  const all = [first.slice(errorMark.length), ...(end < 0 ? rest : rest.slice(0, end))].map((line) => line.trim());
  return all.filter((line) => line !== "" && !/^If you think this is a bug/.test(line));
}
