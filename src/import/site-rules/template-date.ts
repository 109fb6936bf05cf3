import { padded } from "../../content/permalink/permalink-values.ts";
import { type CivilDate, civilDateOf } from "./civil-date.ts";

/** A date that templates can print: its instant, the time zone in which they format it, and the text without a format. */
export class TemplateDate {
  /** Milliseconds since 1970. */
  readonly instant: number;
  readonly timezone: string;
  readonly text: string;

  constructor(instant: number, timezone: string, text: string) {
    this.instant = instant;
    this.timezone = timezone;
    this.text = text;
  }
}

/** Returns a date as Ruby prints it: `2024-01-02 00:00:00 +0900`. */
export function rubyDate({ instant }: CivilDate, timezone: string): TemplateDate {
  const { day, hour, minute, month, second, year } = civilDateOf(instant, timezone);
  const text = `${year}-${padded(month)}-${padded(day)} ${padded(hour)}:${padded(minute)}:${padded(second)} ${offsetOf(instant, timezone)}`;
  return new TemplateDate(instant, timezone, text);
}

/** Returns a date as JavaScript prints it on a machine whose time zone is UTC. */
export function scriptDate(instant: number): TemplateDate {
  const [day, date, month, year, time] = new Date(instant).toUTCString().split(/,? /);
  return new TemplateDate(instant, "UTC", `${day} ${month} ${date} ${year} ${time} GMT+0000 (Coordinated Universal Time)`);
}

/** Returns the offset of a time zone at an instant: `+0900`. */
export function offsetOf(instant: number, timezone: string): string {
  const { day, hour, minute, month, year } = civilDateOf(instant, timezone);
  const minutes = Math.round((Date.UTC(year, month - 1, day, hour, minute) - instant) / 60_000);
  const size = Math.abs(minutes);
  return `${minutes < 0 ? "-" : "+"}${padded(Math.floor(size / 60))}${padded(size % 60)}`;
}
