import { describe, expect, it } from "vitest";
import type { ParsedEntry } from "../../../src/feed-parser/parsed-entry.ts";
import { importedDates } from "../../../src/import/imported-dates.ts";

const entry = (content: string): ParsedEntry => {
  return { title: "Moon", content, authors: [], categories: [], draft: false, aliases: [], notes: [] };
};

describe("importedDates() of an entry without a date", () => {
  it.each([
    ["Text", /^Cannot find its date: the source does not contain it\./],
    [
      "Seen on 04/05/2024",
      /^Cannot read the date "04\/05\/2024" in its text: day and month are ambiguous; write 2024-04-05 or 2024-05-04\./,
    ],
    ["Seen on 04/05/2024, posted 6 May 2024", /does not contain it\. .*: its text has "6 May 2024"; if that is it, add "date: 2024-05-06"/],
  ])("says what the text %j has", (content, note) => {
    expect(importedDates(entry(content), "UTC", 0)).toEqual({ notes: [expect.stringMatching(note)] });
  });
});
