import { monthNames, weekday } from "./parse-date.ts";

/**
 * Rewrites a date that `parseDate` rejects but other programs read, such as `08 / 28 / 2022`, `2022-010-10`, `28-Aug-2022` and `20220828`:
 * JavaScript, moment, Ruby and dateutil accept spaces around separators, superfluous zeros, and other separators. Returns undefined for
 * other texts. The order of day and month stays as it is.
 */
export function respellDate(text: string): string | undefined {
  const plain = withoutQuotes(text.slice(0, maxLength).normalize("NFKC").trim()).replace(/[\u2010-\u2015\u2212]/g, "-"); // dashes
  for (const respell of [fromDigits, fromNumbers, fromName]) {
    const found = respell(plain);
    if (found !== undefined) return found;
  }
  return undefined;
}

const maxLength = 120; // UTF-16 units, as parseDate

function withoutQuotes(text: string): string {
  return /^(?:"[^"]*"|'[^']*'|“[^”]*”|\([^)]*\)|<[^>]*>|\[[^\]]*\])$/.test(text) ? text.slice(1, -1).trim() : text;
}

// ISO 8601, basic format
function fromDigits(text: string): string | undefined {
  const digits = /^((?:19|20)\d{2})(\d{2})(\d{2})(?:[T ]?(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}:?\d{2})?)?$/i.exec(text);
  if (digits === null) return undefined;
  const [, year, month, day, hour, minute, second = "00", zone = ""] = digits;
  return `${year}-${month}-${day}${hour === undefined ? "" : `T${hour}:${minute}:${second}${zone}`}`;
}

const gap = "\\s{0,9}";
const separator = `${gap}(?:[-/.\\\\_]|\\s)${gap}`;
const end = "(?!\\d)[.,]?(?<rest>.{0,99})";
const numbers = [
  `(?<year>\\d{4})${separator}(?<month>\\d{1,3})${separator}(?<day>\\d{1,3})${end}`,
  `(?<year>\\d{4})${gap}年${gap}(?<month>\\d{1,2})${gap}月${gap}(?<day>\\d{1,2})${gap}日(?<rest>.{0,99})`,
  `(?<first>\\d{1,3})${separator}(?<second>\\d{1,3})${separator}(?<year>\\d{4})${end}`,
].map(compile);

function fromNumbers(text: string): string | undefined {
  const { day, first, month, rest, second, year } = groupsOf(numbers, text);
  if (year === undefined) return undefined;
  const date =
    month === undefined ? [first, second].map(withoutZero).concat(year).join("/") : [year, ...[month, day].map(withoutZero)].join("-");
  return date + timeOf(rest);
}

// `010`; a number of three digits without a zero makes the date invalid.
function withoutZero(number = ""): string {
  return number.replace(/^0(?=\d{2}$)/, "");
}

const marks = "[\\s.,/-]{0,9}";
const day = `(?<day>\\d{1,2})(?:${gap}(?:st|nd|rd|th))?`;
const name = `(?<name>${monthNames})`;
const named = [
  `${day}${marks}(?:of\\s{1,9})?${name}${marks}(?<year>\\d{4})${end}`,
  `${name}${marks}${day}[\\s.,/-]{1,9}(?<year>\\d{4})${end}`,
  `(?<year>\\d{4})${marks}${name}${marks}${day}${end}`,
].map(compile);

function fromName(text: string): string | undefined {
  const { day, name, rest, year } = groupsOf(named, text);
  return year === undefined ? undefined : `${day} ${name} ${year}${timeOf(rest)}`;
}

// `2022-10-10-14:13`, `2022-10-10Z`, `2:13 p.m.`, `14.13`, `14h13`
function timeOf(rest = ""): string {
  if (/^z$/i.test(rest.trim())) return " 00:00Z";
  const time = rest.replace(/^(?:\s{0,9}[T_,-])?\s{0,9}/i, "").replace(/([ap])\.m\.?$/i, "$1m");
  return time === "" ? "" : ` ${time.replace(otherClock, "$1:$2")}`;
}

const otherClock = /^(\d{1,2})[.h](\d{2})(?![\d.h])(?:m(?!\w))?/i;

function compile(spelling: string): RegExp {
  return new RegExp(`^${weekday}${spelling}$`, "i");
}

type Groups = Readonly<Record<string, string | undefined>>;

function groupsOf(expressions: readonly RegExp[], text: string): Groups {
  return expressions.map((each) => each.exec(text)?.groups).find((groups) => groups !== undefined) ?? {};
}
