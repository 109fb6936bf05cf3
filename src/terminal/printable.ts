// Controls, with them ESC, C1 and line breaks, move the cursor, set colours and begin lines. Format characters, with them marks of
// direction and zero-width ones, change how text is read. An emoji's variation selector does neither.
const unprintable =
  /(?![\uFE0E\uFE0F])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]|(?<!\p{Extended_Pictographic})[\uFE0E\uFE0F]/gu;

// CI systems run commands that they find in a log: GitHub "::error::" at the start of a line and, like Azure and TeamCity, "##[error]"
// anywhere.
const command = /^\s*:(?=:)|#(?=#\w*\[)/gu;

const short: Readonly<Record<string, string>> = { "\t": "\\t", "\n": "\\n", "\r": "\\r" };

/**
 * Makes text safe to print as one line of a terminal or of a CI system's log: every character that is not visible becomes an escape.
 * The escapes are those of JSON, so that a line of JSON has the same meaning afterwards.
 */
export function printable(text: string): string {
  return text.replace(unprintable, escapeAll).replace(command, (start) => start.slice(0, -1) + escapeAll(start.slice(-1)));
}

// One escape for each UTF-16 unit, as in JSON.
function escapeAll(characters: string): string {
  return characters
    .split("")
    .map((unit) => short[unit] ?? `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");
}
