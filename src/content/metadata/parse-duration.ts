/**
 * Parses the duration of a recording: seconds, or `[H:]MM:SS`. (TOML parses the latter as a time of day and adds a fraction.)
 * @returns whole seconds; undefined if the text is not a duration, or is 0
 */
export function parseDuration(text: string): number | undefined {
  const { alone, hours, minutes, seconds } =
    /^(?:(?<alone>\d{1,7}(?:\.\d+)?)|(?:(?<hours>\d{1,3}):(?=[0-5]\d:))?(?<minutes>\d{1,5}):(?<seconds>[0-5]\d(?:\.\d+)?))$/.exec(text)
      ?.groups ?? {};
  const total = Math.round(Number(alone ?? seconds ?? 0) + 60 * Number(minutes ?? 0) + 3600 * Number(hours ?? 0));
  return total > 0 ? total : undefined;
}
