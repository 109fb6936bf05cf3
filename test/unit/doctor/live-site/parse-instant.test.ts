import { describe, expect, it } from "vitest";
import { parseDate } from "../../../../src/content/metadata/parse-date.ts";
import { parseInstant } from "../../../../src/doctor/live-site/parse-instant.ts";

describe("parseInstant()", () => {
  it.each([
    "Tue, 05 Nov 2024 09:12:30 GMT",
    "Sun, 13 Sep 2020 12:27:40 +0000",
    "5 Nov 2024 09:12 -0530",
    "2020-09-13T12:27:40Z",
    "2020-09-13T12:27:40.123+02:00",
    "2020-09-13T12:27:40.999999999-11:30",
    "29 Feb 2024 00:00:00 +1400",
    "November 6, 2024",
    "2024-11-06",
    "Tue, 05 Nov 2024 09:12:30 EST",
    "05 Nov 2024 09:12 MDT",
    "Tue, 05 Nov 2024 09:12:30 +0100 (CET)",
    "Sat, 31 Dec 2016 23:59:60 GMT",
  ])("agrees with the parser of any date about %s", (text) => {
    expect(parseInstant(text)).toBe(parseDate(text, "UTC").instant);
  });

  it.each([
    ["Tue, 05 Nov 24 09:12:30 GMT", "2024-11-05T09:12:30.000Z"],
    ["05 Nov 99 09:12 +0100", "1999-11-05T08:12:00.000Z"],
    ["Thu, 01 Jan 70 00:00:00 UT", "1970-01-01T00:00:00.000Z"],
    ["Mon, 02 Dec 24 09:00:00 EST", "2024-12-02T14:00:00.000Z"],
    ["Mon, 02 Dec 24 09:00 pdt", "2024-12-02T16:00:00.000Z"],
    ["Mon, 02 Dec 24 09:00:00 A", "2024-12-02T09:00:00.000Z"],
    ["mon,2 dec 24 09:00 z", "2024-12-02T09:00:00.000Z"],
    ["lun, 2 dec 2024 09:00:00 +0100", "2024-12-02T08:00:00.000Z"],
    ["Mon, 02 Dec 24 (in winter (here)) 09:00:00 -0130", "2024-12-02T10:30:00.000Z"],
  ])("reads the date of RFC 822 %s", (text, expected) => {
    expect(new Date(parseInstant(text) ?? Number.NaN).toISOString()).toBe(expected);
  });

  it.each([
    undefined,
    "",
    "yesterday",
    "31 Nov 2024 09:12:30 GMT",
    "30 Feb 24 09:12:30 GMT",
    "30 Feb 24 09:12:30 EST",
    "05 Nov 24 09:12:30 J",
    "2024-02-30T00:00:00Z",
    "2024-13-01T00:00:00Z",
    "05 Nov 2024 25:00:00 GMT",
  ])("returns undefined for %j", (text) => {
    expect(parseInstant(text)).toBeUndefined();
  });
});
