const dateSegments = /(?<![^/])((?:19|20)\d\d)[-/._](\d{1,2})[-/._](\d{1,2})(?![^/._ -])/g;
const joinedDigits = /(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)/g;
const dayFirst = /(?<!\d)(\d{1,2})[-/._](\d{1,2})[-/._]((?:19|20)\d\d)(?!\d)/g;

/** Finds the date in the folders and the name of a path: `2014/12/12/moon`, `blog/2023-1-2-moon.md`. Returns it as `2014-12-12`. */
export function dateOfPath(path: string): string | undefined {
  return firstDay([...path.matchAll(dateSegments)].map(([, year, month, day]) => [year, month, day]));
}

const firstDigits = /^((?:19|20)\d\d)(\d\d)(\d\d)(?:T?([01]\d|2[0-3])([0-5]\d)(?:[0-5]\d)?)?(?![^ _.-])/;

/**
 * Reads the digits with which the name of a file begins, or that of its folder if it is the index of one: `20141212-moon.md` is
 * `2014-12-12`, and the note `201412121830 Moon.md` is `2014-12-12T18:30`. Returns undefined for a number that is not a date.
 */
export function dateOfDigits(path: string): string | undefined {
  const name = path.replace(/\/index\.\w+$/, "").replace(/^.*\//s, "");
  const [found, year, month, day, hour, minute] = firstDigits.exec(name) ?? [];
  const date = found === undefined ? undefined : firstDay([[year, month, day]]);
  return date === undefined || hour === undefined ? date : `${date}T${hour}:${minute}`;
}

/** Finds something in a path that is probably a date: `20141212-moon.md`, `moon-24-12-2014.md`. For suggestions only. */
export function guessDateOfPath(path: string): string | undefined {
  return (
    dateOfPath(path) ??
    firstDay([
      ...[...path.matchAll(joinedDigits)].map(([, year, month, day]) => [year, month, day]),
      ...[...path.matchAll(dayFirst)].filter(([, day]) => Number(day) > 12).map(([, day, month, year]) => [year, month, day]),
    ])
  );
}

function firstDay(candidates: readonly (readonly (string | undefined)[])[]): string | undefined {
  for (const candidate of candidates) {
    const [year = 0, month = 0, day = 0] = candidate.map(Number);
    const date = new Date(Date.UTC(year, month - 1, day));
    if (date.getUTCMonth() === month - 1 && date.getUTCDate() === day) return date.toISOString().slice(0, 10);
  }
  return undefined;
}
