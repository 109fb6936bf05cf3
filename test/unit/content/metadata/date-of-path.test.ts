import { describe, expect, it } from "vitest";
import { dateOfDigits, dateOfPath, guessDateOfPath } from "../../../../src/content/metadata/date-of-path.ts";

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
    "finds no date in %j",
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

describe("dateOfDigits()", () => {
  it.each([
    ["20240507_note.md", "2024-05-07"],
    ["20240507-note.md", "2024-05-07"],
    ["notes/20240507 note.txt", "2024-05-07"],
    ["20240507.md", "2024-05-07"],
    ["20240507-note/index.md", "2024-05-07"],
    ["202405071830 note.md", "2024-05-07T18:30"],
    ["20240507T1830-note.md", "2024-05-07T18:30"],
    ["20240507183059.md", "2024-05-07T18:30"],
    ...[
      ...[
        "20241399-note.md",
        "20240230-note.md",
        "202413991830 note.md",
        "202405072460 note.md",
        "202405079930 note.md",
        "2024050-note.md",
        "202405071-note.md",
      ],
      ...["20240507note.md", "note-20240507.md", "v20240507-note.md", "12340507-note.md", "20240507/note.md", "2024050718305 note.md"],
    ].map((path) => [path, undefined]),
  ])("reads %s as %s", (path, date) => {
    expect(dateOfDigits(path ?? "")).toBe(date);
  });
});
