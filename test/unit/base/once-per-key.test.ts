import { expect, it, vi } from "vitest";
import { oncePerKey } from "../../../src/base/once-per-key.ts";

it("oncePerKey() computes the value of each key once, also an undefined one", () => {
  const compute = vi.fn((key: string) => (key === "" ? undefined : key.length));
  const lengthOf = oncePerKey(compute);
  expect(["moon", "", "sea", "moon", ""].map(lengthOf)).toEqual([4, undefined, 3, 4, undefined]);
  expect(compute.mock.calls).toEqual([["moon"], [""], ["sea"]]);
});
