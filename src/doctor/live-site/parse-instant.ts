import { DateError, parseDate } from "../../content/metadata/parse-date.ts";

/** Parses a date as milliseconds since 1970, in UTC if it has no zone. Returns undefined for an invalid one. */
export function parseInstant(text: string | undefined): number | undefined {
  try {
    return text === undefined || text.trim() === "" ? undefined : parseDate(text, "UTC").instant;
  } catch (error) {
    if (error instanceof DateError) return undefined;
    throw error;
  }
}

/** Formats the day of an instant in UTC: `2024-11-06`. */
export function dayOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}
