import { findDate } from "./find-date.ts";

const maxLength = 60; // UTF-16 units

/**
 * Returns a date that is written in the words of some language, such as `5. března 2019`, as `2019-03-05`, with its time. Returns undefined
 * for any other text.
 */
export function dateInWords(text: string): string | undefined {
  const { date, found } = text.length > maxLength ? {} : (findDate(text) ?? {});
  if (date === undefined || found === undefined) return undefined;
  const [time, ...others] =
    text
      .replace(/\s/g, " ")
      .replace(found, "")
      .match(/\d[\d:]*/g) ?? [];
  if (time === undefined) return date;
  return others.length === 0 && /^\d{1,2}:\d\d$/.test(time) ? `${date} ${time}` : undefined;
}
