import { describe, expect, it } from "vitest";
import { checkWellFormedness } from "../../../src/feed-parser/check-well-formedness.ts";

const check = (...chunks: readonly string[]) => {
  const { close, write } = checkWellFormedness();
  for (const chunk of chunks) write(chunk);
  return close();
};

describe("checkWellFormedness()", () => {
  it("reports the first error with its line", () => {
    expect(check("<a>\n", "<b></a>")).toMatch(/^it is not well-formed XML \(line 2:/);
    expect(check("<a>\n<b/>", "</a>")).toBeUndefined();
  });

  // 300 s without the stop at the first error.
  it("stops at the first of 30 million errors", { timeout: 60_000 }, () => {
    expect(check(`<a>${"<".repeat(30_000_000)}`)).toMatch(/^it is not well-formed XML \(line 1:/);
  });
});
