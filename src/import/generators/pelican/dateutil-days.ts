type Label = "year" | "month" | "day";

/** A reason why python-dateutil refuses a text. */
export class NoDate extends Error {}

/** The numbers of a date that are not of its time, in their order, as python-dateutil collects them. */
export class DateutilDays {
  readonly #values: number[] = [];
  readonly #places = new Map<Label, number>();
  #hasCentury = false;

  /** The number of values. */
  get count(): number {
    return this.#values.length;
  }

  /** Adds a value; digits as they are written: three or more are a year. @throws NoDate if its label is taken */
  add(value: number | string, label?: Label): void {
    const isYear = typeof value === "string" ? /^\d{3,}$/.test(value) : value > 100;
    if (typeof value === "string" && !/^\s*\d+\s*$/.test(value)) throw new NoDate(value);
    if (isYear && label !== undefined && label !== "year") throw new NoDate(label);
    this.#hasCentury ||= isYear;
    const own = isYear ? "year" : label;
    this.#values.push(Math.trunc(Number(value)));
    if (own === undefined) return;
    if (this.#places.has(own)) throw new NoDate(own);
    this.#places.set(own, this.#values.length - 1);
  }

  /** Returns whether a number may be the day. */
  couldBeDay(value: number): boolean {
    if (this.#places.has("day") || value < 1) return false;
    const [month, year] = [this.#labelled("month"), this.#labelled("year")];
    return value <= (month === undefined ? 31 : daysIn(year ?? 2000, month));
  }

  /** Returns the parts; undefined for one that is missing. @throws NoDate if there are too many */
  resolve(): { readonly year?: number | undefined; readonly month?: number | undefined; readonly day?: number | undefined } {
    const { day, month, year } = this.#labels();
    return { year: year === undefined || this.#hasCentury ? year : fullYear(year), month, day };
  }

  #labelled(label: Label): number | undefined {
    const place = this.#places.get(label);
    return place === undefined ? undefined : this.#values[place];
  }

  #labels(): { readonly [label in Label]?: number | undefined } {
    const known = this.#places.size;
    if (known > 0 && (known === this.count || (known === 2 && this.count === 3))) return this.#byLabels();
    if (this.count > 3) throw new NoDate("more than three values");
    const month = this.#places.get("month");
    if (this.count === 1 || (month !== undefined && this.count === 2)) return this.#withOneNumber(month);
    const [a = 0, b = 0, c = 0] = this.#values;
    if (this.count === 2) return a > 31 ? { year: a, month: b } : b > 31 ? { month: a, year: b } : { month: a, day: b };
    return this.count === 3 ? this.#ofThree(month, [a, b, c]) : {};
  }

  #byLabels(): { readonly [label in Label]?: number | undefined } {
    const labels: readonly Label[] = ["year", "month", "day"];
    const rest = this.#values.find((_, index) => ![...this.#places.values()].includes(index));
    return Object.fromEntries(labels.map((label) => [label, this.#labelled(label) ?? rest]).filter(([, value]) => value !== undefined));
  }

  #withOneNumber(month: number | undefined): { readonly [label in Label]?: number | undefined } {
    const other = month === undefined ? this.#values[0] : this.#values.at(month - 1);
    const named = month === undefined ? {} : { month: this.#values[month] };
    if (other === undefined || (this.count === 1 && month !== undefined)) return named;
    return other > 31 ? { ...named, year: other } : { ...named, day: other };
  }

  #ofThree(month: number | undefined, [a, b, c]: readonly [number, number, number]): { readonly [label in Label]: number } {
    if (month === 0) return b > 31 ? { month: a, year: b, day: c } : { month: a, day: b, year: c };
    if (month === 1) return a > 31 ? { year: a, month: b, day: c } : { day: a, month: b, year: c };
    if (month === 2) return b > 31 ? { day: a, year: b, month: c } : { year: a, day: b, month: c };
    if (a > 31 || this.#places.get("year") === 0) return { year: a, month: b, day: c };
    return a > 12 ? { day: a, month: b, year: c } : { month: a, day: b, year: c };
  }
}

/** Returns the number of days of a month, 1 to 12; 0 for another one. */
export function daysIn(year: number, month: number): number {
  return month < 1 || month > 12 ? 0 : new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
}

/** Returns the year of two digits. The century of python-dateutil depends on the day of the build; this one does for the years of the web. */
export function fullYear(year: number): number {
  return year >= 100 ? year : year + (year < 70 ? 2000 : 1900);
}
