import { DateError, parseDate } from "../content/metadata/parse-date.ts";

/** Milliseconds since 1970; undefined for what is no date. Without a zone it is in UTC. */
export function parseInstant(text: string | undefined): number | undefined {
  try {
    return text === undefined || text.trim() === "" ? undefined : parseDate(text, "UTC").instant;
  } catch (error) {
    if (error instanceof DateError) return undefined;
    throw error;
  }
}

/** `2024-11-06` */
export function dayOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}
