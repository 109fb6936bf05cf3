import { describe, expect, it } from "vitest";
import { repairDate } from "../../../../src/content/metadata/repair-date.ts";

describe("repairDate()", () => {
  it.each([
    ["2021-02-29T16:00Z", "2021-03-01T16:00:00.000Z", "2021-03-01T16:00Z"],
    ["2021-02-31", "2021-03-02T23:00:00.000Z", "2021-03-03"],
    ["2022-05-010", "2022-05-09T22:00:00.000Z", "2022-05-10"],
    ["2023-4-31 10:00", "2023-05-01T08:00:00.000Z", "2023-05-01 10:00"],
    ["2024-12-31T24:00:00Z", "2025-01-01T00:00:00.000Z", "2025-01-01T00:00:00Z"],
    ["2023-01-29 18:30:22 2023 -0800", "2023-01-29T17:30:22.000Z", "2023-01-29 18:30:22"],
    ["2024-11-06 12:00 Mars/Olympus", "2024-11-06T11:00:00.000Z", "2024-11-06 12:00"],
    ["2024-11-06 or so", "2024-11-05T23:00:00.000Z", "2024-11-06"],
    ["0024-02-30", "0024-02-29T23:06:32.000Z", "0024-03-01"],
    ["2021-02-29 or so", "2021-02-28T23:00:00.000Z", "2021-03-01"],
  ])("reads %s in Berlin", (text, instant, spelling) => {
    const repaired = repairDate(text, "Europe/Berlin");
    expect({ ...repaired, instant: new Date(repaired?.instant ?? 0).toISOString() }).toMatchObject({ instant, spelling });
  });

  it.each([
    "soon",
    "2024-13-01",
    "2024-00-10",
    "2024-01-32",
    "31/02/2024",
    "04/05/2024",
    "2024-11-06T12:60",
    "2024-11",
    "",
    "0001-01-01",
    "0000-00-00",
  ])("does not guess %j", (text) => {
    expect(repairDate(text, "UTC")).toBeUndefined();
  });
});
