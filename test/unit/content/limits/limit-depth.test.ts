import type { ElementContent, Root } from "hast";
import { describe, expect, it } from "vitest";
import { limitDepth } from "../../../../src/content/limits/limit-depth.ts";

function nested(depth: number): Root {
  let node: ElementContent = { type: "text", value: "a" };
  for (let level = depth; level > 0; level--) {
    const start = { line: level, column: 3 };
    node = { type: "element", tagName: "b", properties: {}, children: [node], position: { start, end: start } };
  }
  return { type: "root", children: [node] };
}

describe("limitDepth()", () => {
  it("accepts a thousand levels", () => {
    expect(limitDepth(nested(1000))).toBeUndefined();
  });

  it("rejects more levels, with the position of the first that is too deep", () => {
    expect(() => limitDepth(nested(1001))).toThrow(
      expect.objectContaining({ line: 1001, column: 3, message: expect.stringContaining("more than 1000 levels") }),
    );
  });

  it("does not overflow the stack with a hundred thousand levels", () => {
    expect(() => limitDepth(nested(100_000))).toThrow("more than 1000 levels");
  });
});
