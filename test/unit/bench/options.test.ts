import { describe, expect, it } from "vitest";
import { readOptions } from "../../bench/options.ts";

describe("readOptions()", () => {
  it.each([
    [[], { mode: "serving", smoke: false, save: true }],
    [["scale", "--smoke"], { mode: "scale", smoke: true, save: false }],
    [["compile", "--sizes", "100,10_000", "--only", "hugo", "--no-save"], { mode: "compile", smoke: false, save: false, sizes: [100, 10_000], only: ["hugo"] }], // biome-ignore format: one line
    [["cost", "--subscribers", "50000", "--max-age", "900"], { mode: "cost", smoke: false, save: true, sizes: [50_000], maxAge: 900 }],
  ])("returns for %j: %j", (args, options) => expect(readOptions(args)).toEqual(options));

  it.each([
    [["nothing"], 'Cannot run "nothing": name one of serving, compile, scale, report, cost'],
    [["--rounds", "many"], 'Cannot read "many": it is not a number above zero'],
    [["--rounds", "0"], 'Cannot read "0": it is not a number above zero'],
    [["--speed", "1"], "--speed"],
  ])("rejects %j", (args, message) => expect(() => readOptions(args)).toThrow(message));
});
