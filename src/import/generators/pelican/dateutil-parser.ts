import { DateutilDays, daysIn, fullYear, NoDate } from "./dateutil-days.ts";
import { dateutilTokens } from "./dateutil-tokens.ts";
import { decimal, halves, inHalf, jumps, monthIn, unitOf, weekdays, whole } from "./dateutil-words.ts";

/** A date as python-dateutil reads it. */
export interface DateutilDate {
  /** Undefined if the text has none: then it is that of the day on which the text is read. So are month and day. */
  readonly year?: number | undefined;
  readonly month?: number | undefined;
  readonly day?: number | undefined;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** Minutes east of UTC; undefined if the text has no offset. Names of zones other than UTC are ignored. */
  readonly offset?: number | undefined;
}

const maxLength = 200; // UTF-16 units

/** Reads a date as `dateutil.parser.parse` does, with the month before the day; undefined if it refuses the text. */
export function parseDateutil(text: string): DateutilDate | undefined {
  if (text.length > maxLength) return undefined;
  try {
    return new DateutilParser(dateutilTokens(text)).parse();
  } catch (error) {
    if (error instanceof NoDate) return undefined;
    throw error;
  }
}

class DateutilParser {
  readonly #tokens: string[];
  readonly #days = new DateutilDays();
  #hour: number | undefined;
  #minute: number | undefined;
  #second: number | undefined;
  #zone: string | undefined;
  #offset: number | undefined;
  #isEmpty = true;

  constructor(tokens: readonly string[]) {
    this.#tokens = [...tokens];
  }

  parse(): DateutilDate {
    for (let index = 0; index < this.#tokens.length; ) index = this.#read(index) + 1;
    const days = this.#days.resolve();
    const [hour, minute, second] = [this.#hour ?? 0, this.#minute ?? 0, this.#second ?? 0];
    const { day, month = 1, year = 2000 } = days;
    const isTime = hour < 24 && minute < 60 && second < 60;
    if (this.#isEmpty || !isTime || year < 1 || year > 9999 || daysIn(year, month) === 0) throw new NoDate("no date");
    if (day !== undefined && (day < 1 || day > daysIn(year, month))) throw new NoDate("no such day");
    return { ...days, hour, minute, second, offset: this.#isUtc() ? 0 : this.#offset };
  }

  #isUtc(): boolean {
    return this.#zone !== undefined && /^(?:utc|gmt|z)$/i.test(this.#zone);
  }

  // Returns the index of the last token that it read.
  #read(index: number): number {
    const token = this.#at(index);
    if (/^\d/.test(token)) return this.#readNumber(index);
    const name = token.toLowerCase();
    if (weekdays.has(name)) this.#isEmpty = false;
    else if (monthIn(token) !== undefined) return this.#readMonth(index);
    else if (halves.has(name)) this.#applyHalf(name);
    else if (this.#couldBeZone(token)) this.#readZone(index);
    else if (this.#hour !== undefined && /^[+-]$/.test(token)) return this.#readOffset(index);
    else if (!jumps.has(name)) throw new NoDate(token);
    return index;
  }

  #at(index: number): string {
    const token = this.#tokens[index];
    if (token === undefined) throw new NoDate("too short");
    return token;
  }

  // Jan-01, Jan-01-1999, Jan of 01
  #readMonth(index: number): number {
    this.#addDay(monthIn(this.#at(index)) ?? 0, "month");
    const [mark, next] = [this.#tokens[index + 1], this.#tokens[index + 2]];
    if (mark === "-" || mark === "/") {
      this.#addDay(this.#at(index + 2));
      if (this.#tokens[index + 3] !== mark) return index + 2;
      this.#addDay(this.#at(index + 4));
      return index + 4;
    }
    const last = this.#tokens[index + 4];
    const isYear = last !== undefined && mark === " " && this.#tokens[index + 3] === " " && next?.toLowerCase() === "of";
    if (isYear && /^\d+$/.test(last)) this.#addDay(String(fullYear(Number(last))), "year");
    return isYear ? index + 4 : index;
  }

  #addDay(value: number | string, label?: "year" | "month" | "day"): void {
    this.#isEmpty = false;
    this.#days.add(value, label);
  }

  #setTime(hour: number | undefined, minute: number | undefined, second: number | undefined): void {
    this.#isEmpty = false;
    this.#hour = hour;
    this.#minute = minute;
    this.#second = second;
  }

  #applyHalf(name: string): void {
    if (this.#hour === undefined || this.#hour > 12) throw new NoDate(name);
    this.#hour = inHalf(this.#hour, halves.get(name));
  }

  #couldBeZone(token: string): boolean {
    return this.#hour !== undefined && this.#zone === undefined && this.#offset === undefined && /^(?:[A-Z]{1,5}|z)$/.test(token);
  }

  // "GMT+3" is three hours behind, as in POSIX.
  #readZone(index: number): void {
    this.#zone = this.#at(index);
    const sign = this.#tokens[index + 1];
    if (sign !== "+" && sign !== "-") return;
    this.#tokens[index + 1] = sign === "+" ? "-" : "+";
    if (this.#isUtc()) this.#zone = undefined;
  }

  #readOffset(index: number): number {
    const [sign, digits] = [this.#at(index) === "+" ? 1 : -1, this.#at(index + 1)];
    if (!/^\d+$/.test(digits)) throw new NoDate(digits);
    const isLong = digits.length === 4;
    const hasMinutes = !isLong && this.#tokens[index + 2] === ":";
    if (!isLong && !hasMinutes && digits.length > 2) throw new NoDate(digits);
    const minutes = isLong ? digits.slice(2) : hasMinutes ? this.#at(index + 3) : "0";
    if (!/^\d+$/.test(minutes)) throw new NoDate(minutes);
    this.#offset = sign * (Number(isLong ? digits.slice(0, 2) : digits) * 60 + Number(minutes));
    if (Math.abs(this.#offset) >= 24 * 60) throw new NoDate(digits);
    const end = index + (hasMinutes ? 3 : 1);
    const isNamed =
      this.#zone === undefined && jumps.has(this.#tokens[end + 1] ?? "") && this.#tokens[end + 2] === "(" && this.#tokens[end + 4] === ")";
    return isNamed && /^[A-Z]{3,5}$/.test(this.#tokens[end + 3] ?? "") ? end + 4 : end;
  }

  #readNumber(index: number): number {
    const token = this.#at(index);
    const { length } = token;
    const next = this.#tokens[index + 1];
    const isShortTime = this.#days.count === 3 && (length === 2 || length === 4) && this.#hour === undefined;
    if (isShortTime && (next === undefined || (next !== ":" && unitOf(next) === undefined))) {
      this.#setTime(whole(token.slice(0, 2)), length === 4 ? whole(token.slice(2)) : this.#minute, this.#second);
      return index;
    }
    if (length === 6 || (length > 6 && token.indexOf(".") === 6)) return this.#readSixDigits(index, token);
    if (length === 8 || length === 12 || length === 14) return this.#readJoined(index, token);
    return (
      this.#readUnit(index, token) ?? this.#readClock(index, token) ?? this.#readMarked(index, token) ?? this.#readSingle(index, token)
    );
  }

  // YYMMDD or HHMMSS
  #readSixDigits(index: number, token: string): number {
    const parts = [token.slice(0, 2), token.slice(2, 4), token.slice(4)] as const;
    if (this.#days.count === 0 && !token.includes(".")) for (const part of parts) this.#addDay(part);
    else this.#setTime(whole(parts[0]), whole(parts[1]), Math.trunc(decimal(parts[2])));
    return index;
  }

  // YYYYMMDD, also with HHMM and SS
  #readJoined(index: number, token: string): number {
    this.#addDay(token.slice(0, 4), "year");
    this.#addDay(token.slice(4, 6));
    this.#addDay(token.slice(6, 8));
    if (token.length > 8)
      this.#setTime(whole(token.slice(8, 10)), whole(token.slice(10, 12)), token.length > 12 ? whole(token.slice(12)) : this.#second);
    return index;
  }

  // 10h, 10 hours, h 10
  #readUnit(index: number, token: string): number | undefined {
    const place = this.#unitPlace(index);
    if (place === undefined) return undefined;
    const unit = unitOf(this.#at(place)) ?? 0;
    this.#setUnit(place > index ? unit : unit + 1, decimal(token));
    return Math.max(index, place);
  }

  #unitPlace(index: number): number | undefined {
    const isUnit = (place: number) => unitOf(this.#tokens[place] ?? "") !== undefined;
    if (isUnit(index + 1)) return index + 1;
    if (this.#tokens[index + 1] === " " && isUnit(index + 2)) return index + 2;
    if (isUnit(index - 1)) return index - 1;
    const isLast = index > 1 && index === this.#tokens.length - 1;
    return isLast && this.#tokens[index - 1] === " " && isUnit(index - 2) ? index - 2 : undefined;
  }

  #setUnit(unit: number, value: number): void {
    const [main, rest] = [Math.trunc(value), Math.trunc(60 * (value % 1))];
    if (unit === 0) this.#setTime(main, rest > 0 ? rest : this.#minute, this.#second);
    else if (unit === 1) this.#setTime(this.#hour, main, value % 1 > 0 ? rest : undefined);
    else if (unit === 2) this.#setTime(this.#hour, this.#minute, main);
  }

  // 10:20, 10:20:30.5
  #readClock(index: number, token: string): number | undefined {
    if (this.#tokens[index + 1] !== ":" || this.#tokens[index + 2] === undefined) return undefined;
    const minutes = decimal(this.#at(index + 2));
    const second = minutes % 1 > 0 ? Math.trunc(60 * (minutes % 1)) : undefined;
    const third = this.#tokens[index + 3] === ":" ? this.#tokens[index + 4] : undefined;
    this.#setTime(Math.trunc(decimal(token)), Math.trunc(minutes), third === undefined ? second : Math.trunc(decimal(third)));
    return index + (third === undefined ? 2 : 4);
  }

  // 01-02-1999, 01/Feb/1999, 1.2.1999
  #readMarked(index: number, token: string): number | undefined {
    const [mark, second] = [this.#tokens[index + 1], this.#tokens[index + 2]];
    if (mark === undefined || !/^[-/.]$/.test(mark)) return undefined;
    this.#addDay(token);
    if (second === undefined || jumps.has(second.toLowerCase())) return index + 1;
    this.#addPart(second);
    if (this.#tokens[index + 3] !== mark) return index + 2;
    this.#addPart(this.#at(index + 4));
    return index + 4;
  }

  #addPart(token: string): void {
    const month = monthIn(token);
    if (month === undefined) this.#addDay(token);
    else this.#addDay(month, "month");
  }

  #readSingle(index: number, token: string): number {
    const [next, second = ""] = [this.#tokens[index + 1], this.#tokens[index + 2]];
    const value = decimal(token);
    if (next === undefined || jumps.has(next.toLowerCase())) {
      const half = halves.get(second.toLowerCase());
      if (half === undefined) this.#addDay(value);
      else this.#setTime(inHalf(Math.trunc(value), half), this.#minute, this.#second);
      return index + (half === undefined ? 1 : 2);
    }
    const half = halves.get(next.toLowerCase());
    if (half !== undefined && value < 24) {
      this.#setTime(inHalf(Math.trunc(value), half), this.#minute, this.#second);
      return index + 1;
    }
    if (!this.#days.couldBeDay(value)) throw new NoDate(token);
    this.#addDay(value);
    return index;
  }
}
