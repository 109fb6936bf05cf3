import { describe, expect, it } from "vitest";
import { parseDate } from "../../../../src/content/metadata/parse-date.ts";
import { repairDate } from "../../../../src/content/metadata/repair-date.ts";
import { respellDate } from "../../../../src/content/metadata/respell-date.ts";

// JavaScript reads those marked with true.
const dates: readonly [text: string, spelling: string, isOfJavaScript: boolean][] = [
  ["08 / 28 / 2022", "08/28/2022", true],
  ["28 / 08 / 2022 10:00", "28/08/2022 10:00", false],
  ["2022-010-10 14:13:15", "2022-10-10 14:13:15", true],
  ["2022-010-010T14:13:15Z", "2022-10-10 14:13:15Z", false],
  ["08/028/2022", "08/28/2022", true],
  ["2022 - 10 - 10", "2022-10-10", false],
  ["2022/10/ 10", "2022-10-10", true],
  ["2022. 10. 10.", "2022-10-10", true],
  ["2022 10 10", "2022-10-10", true],
  ["2022_10_10", "2022-10-10", false],
  ["2022\\10\\10", "2022-10-10", false],
  ["2022-10-10,", "2022-10-10", true],
  ["2022-10-10Z", "2022-10-10 00:00Z", true],
  ["2022-10-10T 14:13:15", "2022-10-10 14:13:15", false],
  ["2022-10-10_14:13:15", "2022-10-10 14:13:15", false],
  ["08/28/2022 , 10:00", "08/28/2022 10:00", true],
  ["Monday, 2022-10-10", "2022-10-10", true],
  ["'2022-10-10'", "2022-10-10", true],
  ["“2022-10-10”", "2022-10-10", false],
  ["2022－10－10", "2022-10-10", false],
  ["2022–10–10", "2022-10-10", false],
  ["2022年8月28日", "2022-8-28", false],
  ["20221010", "2022-10-10", false],
  ["20221010T141315Z", "2022-10-10T14:13:15Z", false],
  ["20221010 1413", "2022-10-10T14:13:00", false],
  ["28-Aug-2022", "28 Aug 2022", true],
  ["10/October/2022", "10 October 2022", true],
  ["Aug-28-2022", "28 Aug 2022", true],
  ["August 28 , 2022", "28 August 2022", true],
  ["2022, August 28", "28 August 2022", true],
  ["28Aug2022", "28 Aug 2022", true],
  ["October 1 st, 2022", "1 October 2022", false],
  ["Oct 10, 2022 2:13 p.m.", "10 Oct 2022 2:13 pm", false],
  ["August 28, 2022 - 10:00", "28 August 2022 10:00", false],
];

describe("respellDate()", () => {
  it.each(dates)("rewrites %j as %j", (text, spelling) => {
    expect(respellDate(text)).toBe(spelling);
    expect(() => parseDate(text, "UTC")).toThrow();
    expect(repairDate(text, "UTC")?.spelling).toBe(spelling);
  });

  it.each(dates.filter(([, , isOfJavaScript]) => isOfJavaScript))("reads %j as JavaScript does", (text) => {
    const local = new Date(`${text.replace(/Z$/, "")} UTC`); // without a zone, JavaScript uses that of the machine
    const expected = Number.isNaN(local.getTime()) ? new Date(text) : local;
    expect(repairDate(text, "UTC")?.instant).toBe(expected.getTime());
  });

  it.each([
    ...["04 / 05 / 2024", "04-005-2024", "2022-010-32", "2022-123-10", "08/28/22", "28-Aug-22", "Aug 2022", "2022-08", "2022"],
    ...["20221399", "18991231", "123456789012345", "2022-10-1o", "soon 2022-10-10", "28 août 2022", "", `2022 ${" ".repeat(200)}10 10`],
  ])("does not guess %j", (text) => {
    expect(repairDate(text, "UTC")).toBeUndefined();
  });
});
