import { expect, it } from "vitest";
import { mapLimited } from "../../../src/base/map-limited.ts";

it("mapLimited() limits the concurrency and keeps the order", async () => {
  let busy = 0;
  const seen: number[] = [];
  const double = async (number: number) => {
    seen.push(++busy);
    for (let turn = 0; turn < 10 - number; turn++) await undefined; // the last are done first
    busy--;
    return number * 2;
  };
  expect(await mapLimited([1, 2, 3, 4, 5, 6, 7], 3, double)).toEqual([2, 4, 6, 8, 10, 12, 14]);
  expect(Math.max(...seen)).toBe(3);
  expect(await mapLimited([1], 3, double)).toEqual([2]);
  expect(await mapLimited([], 3, double)).toEqual([]);
});
