import { describe, expect, it } from "vitest";
import { dateInWords } from "../../../../src/content/metadata/date-in-words.ts";

describe("dateInWords()", () => {
  it.each([
    ["5. března 2019", "2019-03-05"],
    ["úterý 5. března 2019 v 17:30", "2019-03-05 17:30"],
    ["1 октября 2024 г.", "2024-10-01"],
    ["1 de octubre de 2024", "2024-10-01"],
    ["5. 3. 2019", "2019-03-05"],
    ["posted in spring", undefined],
    ["03/04/2024", undefined],
    ["5. března 2019 a 6. března 2019", undefined],
    [`5. března 2019 ${"a".repeat(60)}`, undefined],
  ])("reads %j", (text, date) => {
    expect(dateInWords(text)).toBe(date);
  });
});
