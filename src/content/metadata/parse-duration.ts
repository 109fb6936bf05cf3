/**
 * Parses the duration of a recording: seconds, or `[H:]MM:SS`, which TOML takes for a time of day and gives a fraction.
 * @returns whole seconds; undefined where the text is no duration, or none that lasts
 */
export function parseDuration(text: string): number | undefined {
  const { alone, hours, minutes, seconds } =
    /^(?:(?<alone>\d{1,7}(?:\.\d+)?)|(?:(?<hours>\d{1,3}):(?=[0-5]\d:))?(?<minutes>\d{1,5}):(?<seconds>[0-5]\d(?:\.\d+)?))$/.exec(text)
      ?.groups ?? {};
  const total = Math.round(Number(alone ?? seconds ?? 0) + 60 * Number(minutes ?? 0) + 3600 * Number(hours ?? 0));
  return total > 0 ? total : undefined;
}
