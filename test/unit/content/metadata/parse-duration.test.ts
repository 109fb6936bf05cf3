import { describe, expect, it } from "vitest";
import { parseDuration } from "../../../../src/content/metadata/parse-duration.ts";

describe("parseDuration()", () => {
  it.each([
    ["1", 1],
    ["3723", 3723],
    ["93.5", 94],
    ["93.4", 93],
    ["93.625", 94],
    ["0:07", 7],
    ["00:07", 7],
    ["12:34", 754],
    ["90:00", 5400],
    ["1:02:03", 3723],
    ["01:02:03", 3723],
    ["0:02:03", 123],
    ["100:00:00", 360_000],
    ["01:02:03.000", 3723], // a time of day in TOML
  ])("reads %s", (text, seconds) => {
    expect(parseDuration(text)).toBe(seconds);
  });

  it.each([
    "",
    "0",
    "0.4",
    "0:00",
    "00:00:00",
    "-1",
    "+5",
    "1e3",
    "1 h",
    "an hour",
    "12:60",
    "12:5",
    "1:60:00",
    "1:2:03",
    "1:002:03",
    "1:02:03:04",
    ":30",
    "30:",
    "1:02:",
    "PT1H",
    "Infinity",
    "99999999",
    "9999:00:00",
    "12:34 ",
  ])("rejects %j", (text) => {
    expect(parseDuration(text)).toBeUndefined();
  });
});
