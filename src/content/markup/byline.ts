import { parseDate } from "../metadata/parse-date.ts";

const maxLines = 3;
const maxLength = 60; // UTF-16 units
const name = "\\p{Lu}[\\p{L}\\p{M}.'’-]{0,30}";
const author = new RegExp(
  `^(?:[Bb]y|BY|[Vv]on|[Pp]ar|[Pp]or|[Dd]i|[Dd]oor|[Aa]v|[Aa]f)[ \\t]{1,5}${name}(?:[ \\t,&]{1,5}(?:(?:[a-z]{1,3}|[a-z]{2,3} [a-z]{2,3})[ \\t])?${name}){0,7}$`,
  "u",
);

/** Returns whether the lines of a block are only an author and a date: `By Jo Bell`, `19 January 2025`. */
export function isByline(lines: readonly string[]): boolean {
  return lines.length <= maxLines && lines.every((line) => line.length <= maxLength && (author.test(line) || isDate(line)));
}

function isDate(line: string): boolean {
  if (!/\d/.test(line)) return false;
  try {
    parseDate(line, "UTC");
    return true;
  } catch {
    return false;
  }
}
