import { describe, expect, it } from "vitest";
import { findRfc822Fault, notEnglish, noZone } from "../../../src/conformance/values/rfc822-date.ts";

const now = Date.UTC(2026, 11, 1);

describe("findRfc822Fault()", () => {
  it.each([
    ["Mo, 23 Nov 2026 12:00:00 GMT", "Mo"],
    ["Do, 03 Dez 2026 12:00:00 GMT", "Do"],
    ["lundi, 23 nov. 2026 12:00:00 GMT", "lundi"],
    ["\u043F\u043D, 23 Nov 2026 12:00:00 GMT", "\u043F\u043D"],
    ["lun, 23 Nov 2026 12:00:00 GMT", "lun"],
  ])("names the day of %j, which is not English", (date, day) => {
    expect(findRfc822Fault(date, now)).toEqual({ rule: "InvalidRFC2822Date", message: `${date}: ${day}${notEnglish}` });
  });

  it.each(["CET", "CEST", "AEST", "UTC"])("names the zone %s, which RFC 822 does not have", (zone) => {
    const date = `Sun, 15 Nov 2026 10:00:00 ${zone}`;
    expect(findRfc822Fault(date, now)).toEqual({ rule: "InvalidRFC2822Date", message: `${date}: ${zone}${noZone}` });
  });

  it.each(["Monday, 23 Nov 2026 12:00:00 GMT", "Thurs, 26 Nov 2026 12:00:00 GMT", "23. Nov 2026", "2026-11-23T12:00:00Z"])(
    "does not call the day of %j another language",
    (date) => {
      expect(findRfc822Fault(date, now)).toEqual({ rule: "InvalidRFC2822Date", message: date });
    },
  );
});
