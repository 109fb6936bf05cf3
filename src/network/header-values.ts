const weekday = /^\s*(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\s*$/i;

/**
 * Returns the values of a header that a response should have once. `Headers` joins those of a repeated one with commas, which may also be
 * in a quoted string or after the weekday of a date (RFC 9110 §5.3).
 */
export function headerValues(headers: Headers, name: string): string[] {
  const values: string[] = [];
  for (const part of headers.get(name)?.split(",") ?? []) {
    const last = values.at(-1);
    if (last !== undefined && isUnfinished(last)) values[values.length - 1] = `${last},${part}`;
    else values.push(part);
  }
  return values.map((value) => value.trim()).filter((value) => value !== "");
}

function isUnfinished(value: string): boolean {
  return value.split('"').length % 2 === 0 || weekday.test(value);
}

/** Returns the remedy for a header that a response has several times, a sentence without its full stop. */
export function adviceForRepeated(name: string): string {
  return `Send ${name} once: look for a second place that adds it, such as a plugin, a proxy or the settings of the server`;
}
