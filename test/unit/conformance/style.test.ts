import { describe, expect, it } from "vitest";
import { dangersOfStyle } from "../../../src/conformance/values/style.ts";

describe("dangersOfStyle()", () => {
  it.each([
    [""],
    ["color: red"],
    ["text-align:center; width: 50%;"],
    ["margin: 0 auto; padding-left: 1.5em"],
    ["border: solid #ff0000 1px"],
    ["font-family: 'Open Sans', serif"],
  ])("accepts %s", (style) => {
    expect(dangersOfStyle(style)).toEqual([]);
  });

  it.each([
    ["position: fixed", ["position"]],
    ["color: red; Z-Index: 3; display: flex", ["z-index"]],
    ["margin: huge 0", ["huge"]],
    ["background: url(x)", ["background: url(x)"]],
    ["margin-left: -5px", ["margin-left: -5px"]],
    ["behavior: url(http://x)", ["behavior: url(http://x)"]],
    ["color", ["color"]],
    ["color: red; ", ["color: red; "]],
  ])("finds the dangers of %s", (style, dangers) => {
    expect(dangersOfStyle(style)).toEqual(dangers);
  });
});
