const english = "January February March April May June July August September October November December".split(" ");

/**
 * Formats a date as Babel does (babel.pocoo.org/en/latest/dates.html, "Pattern Syntax"); undefined for a pattern or a date that cannot be
 * formatted here. Material uses the day as it is written, whatever its zone is.
 * @param language that of the site: names of months are known in English only
 */
export function formatBabel(pattern: string, date: string, language: string): string | undefined {
  const [, year = "", month = "", day = ""] = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[Tt\s]|$)/.exec(date.trim()) ?? [];
  const name = /^en\b/i.test(language) ? english[Number(month) - 1] : undefined;
  const values: Readonly<Record<string, string | undefined>> = {
    ...{ y: String(Number(year)), yy: year.slice(-2), yyyy: year },
    ...{ M: String(Number(month)), MM: month.padStart(2, "0"), MMM: name?.slice(0, 3), MMMM: name },
    ...{ d: String(Number(day)), dd: day.padStart(2, "0") },
  };
  if (year === "" || isNamedFormat(pattern)) return undefined;
  let isKnown = true;
  const text = pattern.replace(/([a-z])\1*/gi, (letters) => {
    const value = Object.hasOwn(values, letters) ? values[letters] : undefined;
    isKnown &&= value !== undefined;
    return value ?? "";
  });
  return isKnown && !pattern.includes("'") ? text : undefined;
}

/** The tokens of our patterns for those of Babel; undefined for a pattern that has others. */
export function patternOfBabel(pattern: string): string | undefined {
  const tokens: Readonly<Record<string, string>> = {
    ...{ y: ":year", yyyy: ":year", yy: ":short_year", M: ":i_month", MM: ":month", d: ":i_day", dd: ":day" },
  };
  const parts = pattern.match(/([a-z])\1*/gi) ?? [];
  if (isNamedFormat(pattern) || parts.some((part) => !Object.hasOwn(tokens, part))) return undefined;
  return pattern.replace(/([a-z])\1*/gi, (letters) => tokens[letters] ?? letters);
}

// The formats of the language: `d. MMMM y`.
function isNamedFormat(pattern: string): boolean {
  return /^(?:short|medium|long|full)$/.test(pattern);
}
