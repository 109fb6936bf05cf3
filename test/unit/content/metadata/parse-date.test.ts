import { describe, expect, it } from "vitest";
import { DateError, parseDate } from "../../../../src/content/metadata/parse-date.ts";

function inBerlin(text: string): string {
  return new Date(parseDate(text, "Europe/Berlin").instant).toISOString();
}

describe("parseDate()", () => {
  it.each([
    ["2024-11-06T12:00:00Z", "2024-11-06T12:00:00.000Z"],
    ["2024-11-06t12:00:00z", "2024-11-06T12:00:00.000Z"],
    ["2024-11-06T12:00:00.123456789Z", "2024-11-06T12:00:00.123Z"],
    ["2024-11-06T12:00:00,5Z", "2024-11-06T12:00:00.500Z"],
    ["2024-11-06T12:00:00+05:30", "2024-11-06T06:30:00.000Z"],
    ["2024-11-06T12:00-08", "2024-11-06T20:00:00.000Z"],
    ["2024-11-06 12:00:00 +0100", "2024-11-06T11:00:00.000Z"],
    ["2024-11-06 12:00:00 -0500", "2024-11-06T17:00:00.000Z"],
    ["2024-11-06 12:00 America/New_York", "2024-11-06T17:00:00.000Z"],
    ["2024-11-06T120030Z", "2024-11-06T12:00:30.000Z"],
    ["2024-11-06 0920 +0900", "2024-11-06T00:20:00.000Z"],
    ["2024-11-06T12:00[Asia/Tokyo]", "2024-11-06T03:00:00.000Z"],
    ["2024-11-06 12:00 America/Argentina/Buenos_Aires", "2024-11-06T15:00:00.000Z"],
    ["Wed, 06 Nov 2024 12:00:00 GMT", "2024-11-06T12:00:00.000Z"],
    ["Wed, 06 Nov 2024 12:00:00 +0000", "2024-11-06T12:00:00.000Z"],
    ["6 Nov 2024 12:00 UT", "2024-11-06T12:00:00.000Z"],
    ["6 Nov 2024 12:00 UTC", "2024-11-06T12:00:00.000Z"],
    ["6 Nov 2024 12:00 EST", "2024-11-06T17:00:00.000Z"],
    ["6 Nov 2024 12:00 EDT", "2024-11-06T16:00:00.000Z"],
    ["6 Nov 2024 12:00 CST", "2024-11-06T18:00:00.000Z"],
    ["6 Nov 2024 12:00 CDT", "2024-11-06T17:00:00.000Z"],
    ["6 Nov 2024 12:00 MST", "2024-11-06T19:00:00.000Z"],
    ["6 Nov 2024 12:00 MDT", "2024-11-06T18:00:00.000Z"],
    ["6 Nov 2024 12:00 PST", "2024-11-06T20:00:00.000Z"],
    ["6 Nov 2024 12:00 PDT", "2024-11-06T19:00:00.000Z"],
    ["6 Nov 2024 12:00 CET", "2024-11-06T11:00:00.000Z"],
    ["6 Jun 2024 12:00 CEST", "2024-06-06T10:00:00.000Z"],
    ["2024-11-06 12:00:00 -5", "2024-11-06T17:00:00.000Z"], // YAML 1.1
    ["2024-11-06 12:00:00 +0000 UTC", "2024-11-06T12:00:00.000Z"], // Go
    ["2024-11-06 12:00:00 +0100 CET", "2024-11-06T11:00:00.000Z"],
    ["Wed, 06 Nov 2024 12:00:00 +0100 (CET)", "2024-11-06T11:00:00.000Z"], // RFC 2822
    ["2024-11-06T12:00:00+01:00[Europe/Berlin]", "2024-11-06T11:00:00.000Z"], // RFC 9557
    ["Wed Nov 06 2024 12:00:00 GMT+0100 (Central European Standard Time)", "2024-11-06T11:00:00.000Z"], // JavaScript
    ["Wed Nov  6 12:00:00 CET 2024", "2024-11-06T11:00:00.000Z"], // date(1)
    ["Wed Nov 6 12:00:00 +0100 2024", "2024-11-06T11:00:00.000Z"], // Ruby
    ["2024-11-06T12:00:00.000+0100", "2024-11-06T11:00:00.000Z"],
    ["2024-11-06 12:00 Etc/GMT+5", "2024-11-06T17:00:00.000Z"],
    ["2024-11-06T13:00+01:00[Etc/GMT-1]", "2024-11-06T12:00:00.000Z"],
    [" 1730894400 ", "2024-11-06T12:00:00.000Z"],
    ["1730894400123", "2024-11-06T12:00:00.123Z"],
    ["946684800", "2000-01-01T00:00:00.000Z"],
    ["631152000", "1990-01-01T00:00:00.000Z"],
  ])("reads %s in the zone that it names", (text, expected) => {
    expect(inBerlin(text)).toBe(expected);
    expect(parseDate(text, "Pacific/Auckland")).toEqual({ instant: Date.parse(expected), hasTime: true });
  });

  it.each([
    ["1 January 2024", "1 jan 2024", 0],
    ["1 February 2024", "1 feb 2024", 1],
    ["1 March 2024", "1 mar 2024", 2],
    ["1 April 2024", "1 apr 2024", 3],
    ["1 May 2024", "1 may. 2024", 4],
    ["1 June 2024", "1 jun 2024", 5],
    ["1 July 2024", "1 jul 2024", 6],
    ["1 August 2024", "1 aug 2024", 7],
    ["1 September 2024", "1 sept 2024", 8],
    ["1 October 2024", "1 oct 2024", 9],
    ["1 November 2024", "1 nov 2024", 10],
    ["1 December 2024", "1 dec 2024", 11],
  ])("recognizes the months %s and %s", (long, short, month) => {
    expect(parseDate(long, "UTC").instant).toBe(Date.UTC(2024, month, 1));
    expect(parseDate(short, "UTC").instant).toBe(Date.UTC(2024, month, 1));
  });

  it.each([
    "2024-11-06",
    "2024/11/06",
    "2024.11.6",
    " 2024-11-06 ",
    "6 November 2024",
    "6th of November, 2024",
    "6. Nov 2024",
    "06 nov. 2024",
    "November 6, 2024",
    "Nov. 6th 2024",
    "Wednesday, November 6, 2024",
    "Wed 6 Nov 2024",
  ])("reads %s as that day's midnight in the site's zone", (text) => {
    expect(parseDate(text, "Europe/Berlin")).toEqual({ instant: Date.UTC(2024, 10, 5, 23), hasTime: false });
    expect(parseDate(text, "UTC")).toEqual({ instant: Date.UTC(2024, 10, 6), hasTime: false });
  });

  it.each([
    ["2024-11-06T12:00", "2024-11-06T11:00:00.000Z"],
    ["2024-1-6 9:05", "2024-01-06T08:05:00.000Z"],
    ["2024-11-06 0920", "2024-11-06T08:20:00.000Z"],
    ["2024/11/06, 1200", "2024-11-06T11:00:00.000Z"],
    ["2024-11-06 0920 pm", "2024-11-06T20:20:00.000Z"],
    ["6 November 2024 0920", "2024-11-06T08:20:00.000Z"],
    ["Nov 6, 2024 092030", "2024-11-06T08:20:30.000Z"],
    ["2024/11/06 12:00:00", "2024-11-06T11:00:00.000Z"],
    ["Nov 6 12:00:00 2024", "2024-11-06T11:00:00.000Z"],
    ["11/16/2024, 3:05:00\u202FPM", "2024-11-16T14:05:00.000Z"],
    ["2024-11-06 12:00:30", "2024-11-06T11:00:30.000Z"],
    ["6 November 2024 at 12:00", "2024-11-06T11:00:00.000Z"],
    ["November 6, 2024, 3:05 pm", "2024-11-06T14:05:00.000Z"],
    ["November 6, 2024 1:30 am", "2024-11-06T00:30:00.000Z"],
    ["November 6, 2024 12:30 AM", "2024-11-05T23:30:00.000Z"],
    ["November 6, 2024 12:30PM", "2024-11-06T11:30:00.000Z"],
    ["November 6, 2024 11:59 pm", "2024-11-06T22:59:00.000Z"],
    ["2024-07-06T12:00", "2024-07-06T10:00:00.000Z"], // summer time
    ["2024-11-06T23:59:60", "2024-11-06T22:59:59.000Z"], // a leap second
  ])("reads %s in the site's zone", (text, expected) => {
    expect(inBerlin(text)).toBe(expected);
    expect(parseDate(text, "UTC").hasTime).toBe(true);
  });

  it.each(["0000-12-30", "9999-12-31T23:59:00-05:00"])("rejects %s, whose year in UTC does not have four digits", (text) => {
    expect(() => inBerlin(text)).toThrow(/^in UTC, it is not in the years 0001 to 9999/);
  });

  it.each([
    "0001-01-01",
    "0001-01-01T00:00:00Z",
    "0001-01-01 00:00:00 +0000 UTC",
    "0001-01-01T00:53:28+00:53",
    "0000-12-31T19:00:00-05:00",
    "Mon, 01 Jan 0001 00:00:00 GMT",
  ])("rejects the zero date %s in every time zone", (text) => {
    for (const timezone of ["UTC", "Europe/Berlin", "Asia/Tokyo", "America/New_York"])
      expect(() => parseDate(text, timezone)).toThrow(/^this is how Hugo and Go write "no date"; write the day of publication/);
  });

  it("moves a time that the clocks skip to after the gap", () => {
    expect(inBerlin("2024-03-31T02:30")).toBe("2024-03-31T01:30:00.000Z");
  });

  it("uses the first of two times that the clocks repeat", () => {
    expect(inBerlin("2024-10-27T02:30")).toBe("2024-10-27T00:30:00.000Z");
  });

  it.each([
    ["13/11/2024", "2024-11-13"],
    ["11/13/2024", "2024-11-13"],
    ["13.11.2024", "2024-11-13"],
    ["04-04-2024", "2024-04-04"],
  ])("distinguishes day and month in %s", (text, expected) => {
    expect(new Date(parseDate(text, "UTC").instant).toISOString().slice(0, 10)).toBe(expected);
  });

  it.each([
    ["04/05/2024", "day and month are ambiguous; write 2024-04-05 or 2024-05-04"],
    ["12/11/2024", "day and month are ambiguous; write 2024-12-11 or 2024-11-12"],
    ["11/12/2024", "day and month are ambiguous; write 2024-11-12 or 2024-12-11"],
    ["31/02/2024", "no such day"],
    ["2023-02-29", "no such day"],
    ["2024-13-01", "no such day"],
    ["2024-00-10", "no such day"],
    ["31 April 2024", "no such day"],
    ["13/13/2024", "no such day"],
    ["2024-11-06T24:00", "no such time of day"],
    ["2024-11-06T12:60", "no such time of day"],
    ["2024-11-06T12:00:61", "no such time of day"],
    ["2024-11-06 13:00 pm", "no such time of day"],
    ["2024-11-06 0:30 am", "no such time of day"],
    ["2024-11-06 12:00 Mars/Olympus", "no such time zone: Mars/Olympus"],
    ["2024-11-06 12:00 +25:00", "no such time zone: +25:00"],
    ["yesterday", "not a date; write it as 2024-11-06 or 2024-11-06T12:00:00Z"],
    ["2024-11", "not a date; write it as 2024-11-06 or 2024-11-06T12:00:00Z"],
    ["2024110612", "not a date; write it as 2024-11-06 or 2024-11-06T12:00:00Z"],
    ["202411061200", "not a date; write it as 2024-11-06 or 2024-11-06T12:00:00Z"],
    ["1990010100", "not a date; write it as 2024-11-06 or 2024-11-06T12:00:00Z"],
    ["631151999", "not a date; write it as 2024-11-06 or 2024-11-06T12:00:00Z"],
    [
      "git Last Modified",
      "the time of a file changes with every copy; write the day of publication, as 2024-11-06 or 2024-11-06T12:00:00Z (git log --follow --format=%as -- <file> ends with the day of the first commit)",
    ],
    ["1988150400", "not a date; write it as 2024-11-06 or 2024-11-06T12:00:00Z"],
    ["01730894400123", "not a date; write it as 2024-11-06 or 2024-11-06T12:00:00Z"],
    ["1730894400123.5", "not a date; write it as 2024-11-06 or 2024-11-06T12:00:00Z"],
    ["1.73089e9", "not a date; write it as 2024-11-06 or 2024-11-06T12:00:00Z"],
    ["last modified by Ada", "not a date; write it as 2024-11-06 or 2024-11-06T12:00:00Z"],
    ["was created", "not a date; write it as 2024-11-06 or 2024-11-06T12:00:00Z"],
    ["20241106", "not a date; write it as 2024-11-06 or 2024-11-06T12:00:00Z"],
    ["", "not a date; write it as 2024-11-06 or 2024-11-06T12:00:00Z"],
  ])("gives the reason why %j is invalid", (text, reason) => {
    expect(() => parseDate(text, "UTC")).toThrow(expect.objectContaining({ name: "DateError", message: reason }));
  });

  it.each(["created", "git created", " Last modified "])("explains why %j is not a usable date", (text) => {
    expect(() => parseDate(text, "UTC")).toThrow("the time of a file changes with every copy");
  });

  it("accepts February 29 in leap years only", () => {
    expect(parseDate("2024-02-29", "UTC").instant).toBe(Date.UTC(2024, 1, 29));
  });

  it("rejects very long text", () => {
    expect(() => parseDate(`2024-11-06 12:00${" ".repeat(200_000)}x`, "UTC")).toThrow(DateError);
    expect(parseDate("Wednesday, 06 November 2024 at 12:00:00.123456789 +0100 (Central European Standard Time)", "UTC").instant).toBe(
      Date.UTC(2024, 10, 6, 11, 0, 0, 123),
    );
    const longest = `2024-11-06T12:00Z (${"x".repeat(100)})`; // as many characters as are read
    expect(parseDate(longest, "UTC").instant).toBe(Date.UTC(2024, 10, 6, 12));
    expect(() => parseDate(longest.replace("x", "xx"), "UTC")).toThrow(DateError);
  });
});
