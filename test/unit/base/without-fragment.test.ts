import { expect, it } from "vitest";
import { withoutFragment } from "../../../src/base/without-fragment.ts";

it.each([
  ["https://example.com/a?b=1#c", "https://example.com/a?b=1"],
  ["https://example.com/#a#b", "https://example.com/"],
  ["https://example.com/a", "https://example.com/a"],
])("withoutFragment() of %s is %s", (url, expected) => {
  expect(withoutFragment(url)).toBe(expected);
});
