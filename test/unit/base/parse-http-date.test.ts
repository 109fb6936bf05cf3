import { describe, expect, it } from "vitest";
import { parseHttpDate } from "../../../src/base/parse-http-date.ts";

describe("parseHttpDate()", () => {
  it.each(["Wed, 06 Nov 2024 12:00:00 GMT", "Wednesday, 06-Nov-24 12:00:00 GMT", "Wed Nov  6 12:00:00 2024", " Wed Nov 06 12:00:00 2024 "])(
    "reads %j",
    (text) => {
      expect(parseHttpDate(text)).toBe(Date.UTC(2024, 10, 6, 12));
    },
  );

  it.each([
    "",
    "2024-11-06T12:00:00Z",
    "1730894400",
    "Wed, 6 Nov 2024 12:00:00 GMT",
    "Wed, 06 Nov 2024 12:00:00 UTC",
    "Wed, 06 Nov 2024 12:00:00 +0000",
    "wed, 06 nov 2024 12:00:00 gmt",
    "mer, 06 nov 2024 12:00:00 GMT",
    "Mer, 06 Nov 2024 12:00:00 GMT",
    "Wed, 06 Now 2024 12:00:00 GMT",
    "Wed, 06 Nov 2024 25:00:00 GMT",
    "Wed Nov  6 12:00:00 2024 PST",
  ])("returns undefined for %j", (text) => {
    expect(parseHttpDate(text)).toBeUndefined();
  });
});
