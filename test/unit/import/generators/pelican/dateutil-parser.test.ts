import { describe, expect, it } from "vitest";
import { parseDateutil } from "../../../../../src/import/generators/pelican/dateutil-parser.ts";

const parts = ["year", "month", "day", "hour", "minute", "second", "offset"] as const;
const read = (text: string) => {
  const found = parseDateutil(text);
  return found && parts.map((part) => found[part]);
};

// The values are those of python-dateutil 2.8.2.
describe("parseDateutil() reads", () => {
  const day = (year: number, month: number, date: number, ...time: readonly number[]) => {
    const [hour = 0, minute = 0, second = 0, offset] = time;
    return [year, month, date, hour, minute, second, offset];
  };

  it.each([
    ["03/04/2015 10:00", day(2015, 3, 4, 10)],
    ["13/04/2015", day(2015, 4, 13)],
    ["9.7.2019", day(2019, 9, 7)],
    ["2019.07.09", day(2019, 7, 9)],
    ["5/9/19", day(2019, 5, 9)],
    ["31/12/99", day(1999, 12, 31)],
    ["9 July 2019 11pm", day(2019, 7, 9, 23)],
    ["July 9, 2019 at 3:05 p", day(2019, 7, 9, 15, 5)],
    ["9th of July 2019 12 am", day(2019, 7, 9)],
    ["10:00 2019-07-09", day(2019, 7, 9, 10)],
    ["2015-Apr-03", day(2015, 4, 3)],
    ["Jul-09-2019", day(2019, 7, 9)],
    ["Sept.5.2019", day(2019, 9, 5)],
    ["20190709", day(2019, 7, 9)],
    ["190709 101112", day(2009, 7, 19, 10, 11, 12)],
    ["20190709103015", day(2019, 7, 9, 10, 30, 15)],
    ["2019-07-09 1011", day(2019, 7, 9, 10, 11)],
    ["2019-07-09 10h 30m 5s", day(2019, 7, 9, 10, 30, 5)],
    ["2019-07-09 10.5h", day(2019, 7, 9, 10, 30)],
    ["2019-07-09T10:20:30.123+02:00", day(2019, 7, 9, 10, 20, 30, 120)],
    ["2019-07-09 10:00 -0500 (EST)", day(2019, 7, 9, 10, 0, 0, -300)],
    ["2019-07-09 10:00 GMT+3", day(2019, 7, 9, 10, 0, 0, -180)],
    ["Tue Jul 9 10:00:00 2019 UTC", day(2019, 7, 9, 10, 0, 0, 0)],
    ["2019-07-09 10:00 CEST", day(2019, 7, 9, 10)],
  ])("%s", (text, expected) => expect(read(text)).toEqual(expected));

  it.each([
    ["2019", [2019, undefined, undefined]],
    ["Jul 2019", [2019, 7, undefined]],
    ["July of 19", [2019, 7, undefined]],
    ["07/2019", [2019, 7, undefined]],
    ["9 July", [undefined, 7, 9]],
    ["10:00", [undefined, undefined, undefined]],
    ["Monday", [undefined, undefined, undefined]],
  ])("the parts of %s", (text, expected) => expect(read(text)?.slice(0, 3)).toEqual(expected));

  it.each([
    "",
    "now",
    "9 juillet 2019",
    "2019-02-30",
    "2019-07-09 25:00",
    "2019-07-09 10:61",
    "31/31/2019",
    "2019-07-09 13 pm",
    "Jul-",
    "1.2.3.4.5",
  ])("nothing in %j", (text) => expect(read(text)).toBeUndefined());
  it("nothing in a long text", () => expect(read(`2019-07-09${" ".repeat(1000)}`)).toBeUndefined());
});
