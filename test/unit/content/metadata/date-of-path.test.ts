import { describe, expect, it } from "vitest";
import { dateOfPath, guessDateOfPath } from "../../../../src/content/metadata/date-of-path.ts";

describe("dateOfPath()", () => {
  it.each([
    ["2014/12/12/moon", "2014-12-12"],
    ["/blog/2023/11/02/x/index.md", "2023-11-02"],
    ["2013-10-3-x.md", "2013-10-03"],
    ["posts/2023/11/2-x.md", "2023-11-02"],
    ["2023-11-02/x/index.md", "2023-11-02"],
    ["2013_10_03_x.md", "2013-10-03"],
    ["https://example.com/2014/12/12/x.html", "2014-12-12"],
    ["2014/13/40/x/2015/01/02", "2015-01-02"],
  ])("finds the date of %s", (path, date) => {
    expect(dateOfPath(path)).toBe(date);
    expect(guessDateOfPath(path)).toBe(date);
  });

  it.each(["2014/12/moon", "v2014/12/12", "2014/02/30/x", "1234/05/06/x", "20141212-x.md", "moon-2014-12-12.md", ""])(
    "finds none in %j",
    (path) => {
      expect(dateOfPath(path)).toBeUndefined();
    },
  );
});

describe("guessDateOfPath()", () => {
  it.each([
    ["20141212-moon.md", "2014-12-12"],
    ["moon-24-12-2014.md", "2014-12-24"],
    ["moon-04-05-2014.md", undefined],
    ["moon-20149999.md", undefined],
  ])("guesses the date of %s", (path, date) => {
    expect(guessDateOfPath(path)).toBe(date);
  });
});
