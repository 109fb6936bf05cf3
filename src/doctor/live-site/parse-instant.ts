import { DateError, parseDate } from "../../content/metadata/parse-date.ts";

/** Parses a date as milliseconds since 1970, in UTC if it has no zone. Returns undefined for an invalid one. */
export function parseInstant(text: string | undefined): number | undefined {
  const usual = text === undefined ? undefined : parseUsual(text);
  if (usual !== undefined) return usual;
  try {
    return text === undefined || text.trim() === "" ? undefined : parseDate(text, "UTC").instant;
  } catch (error) {
    if (error instanceof DateError) return undefined;
    throw error;
  }
}

/** Parses the forms that most feeds use, a hundred times as fast as the parser of any date. */
function parseUsual(text: string): number | undefined {
  if (!/^(?:\w{3}, \d{2} \w{3} \d{4} \d{2}:\d{2}:\d{2} GMT|\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z)$/.test(text)) return undefined;
  const date = new Date(text);
  if (Number.isNaN(date.getTime())) return undefined;
  const isSame = date.toUTCString() === text || date.toISOString().replace(".000Z", "Z") === text;
  return isSame ? date.getTime() : undefined;
}

/** Formats the day of an instant in UTC: `2024-11-06`. */
export function dayOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}
