import { describe, expect, it } from "vitest";
import { headerValues } from "../../../src/network/header-values.ts";

describe("headerValues()", () => {
  const date = "Wed, 06 Nov 2024 12:00:00 GMT";
  const longDate = "Wednesday, 06-Nov-24 12:00:00 GMT";

  it.each([
    ["text/xml; charset=utf-8", ["text/xml; charset=utf-8"]],
    ["text/xml; charset=utf-8, text/html", ["text/xml; charset=utf-8", "text/html"]],
    ['text/xml; x="a,b", text/html', ['text/xml; x="a,b"', "text/html"]],
    ["text/xml,", ["text/xml"]],
    ['"a,b", W/"c"', ['"a,b"', 'W/"c"']],
    [date, [date]],
    [`${date}, ${date}, ${longDate}`, [date, date, longDate]],
    ["120,120", ["120", "120"]],
    [" ", []],
  ])("of %j", (value, expected) => {
    expect(headerValues(new Headers({ x: value }), "x")).toEqual(expected);
  });

  it("of a header that is missing", () => {
    expect(headerValues(new Headers(), "x")).toEqual([]);
  });
});
