import { describe, expect, it, vi } from "vitest";
import { createDateQuestion } from "../../../../src/cli/import/ask-for-date.ts";
import type { ParsedEntry } from "../../../../src/feed-parser/parsed-entry.ts";

const entry = (content: string): ParsedEntry => {
  return { title: "Moon", content, authors: [], categories: [], draft: false, aliases: [], notes: [] };
};
const dated = entry("<p>Seen on 5 May 2020.</p>");

/** Answers the question for the date of an entry; undefined is the end of the input. */
async function answer(asked: ParsedEntry, ...lines: (string | undefined)[]) {
  const questions: string[] = [];
  const ask = async (question: string) => {
    questions.push(question);
    return lines.shift();
  };
  return { date: await createDateQuestion({ ask, close() {} }, "UTC")(asked), questions, left: lines.length };
}

describe("createDateQuestion()", () => {
  it.each([
    ["Enter", "", "2020-05-05"],
    ["y", "y", "2020-05-05"],
    ["Yes", " Yes ", "2020-05-05"],
    ["n", "n", undefined],
    ["the end of the input", undefined, undefined],
    ["another date", "2021-01-02", "2021-01-02"],
    ["a date with a time", "2021-01-02 10:00", "2021-01-02 10:00"],
  ])("accepts %s as an answer about a date in the text", async (_name, line, date) => {
    expect(await answer(dated, line)).toEqual({
      date,
      questions: ['Is 2020-05-05 the date of "Moon"? Its text has "5 May 2020". Enter for yes, n to keep it as a draft, or another date:'],
      left: 0,
    });
  });

  it.each([
    ["Enter", "", undefined],
    ["a date", "2021-01-02", "2021-01-02"],
  ])("accepts %s as an answer about a text without a date", async (_name, line, date) => {
    const { questions, ...result } = await answer(entry("<p>Text</p>"), line);
    expect(result).toEqual({ date, left: 0 });
    expect(questions).toEqual(['When was "Moon" published? A date such as 2024-11-06, or Enter to keep it as a draft:']);
  });

  it("names a date in the text whose day and month are not clear", async () => {
    const { questions } = await answer(entry("<p>04/05/2024 and 3/4/2024</p>"), "2024-05-04");
    expect(questions).toEqual([
      'When was "Moon" published? Cannot read the date "04/05/2024" in its text: day and month are ambiguous; write 2024-04-05 or 2024-05-04. A date such as 2024-11-06, or Enter to keep it as a draft:',
    ]);
  });

  it("asks again after an answer that is not a date", async () => {
    const stderr = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    expect(await answer(dated, "soon", "2021-13-01", "")).toMatchObject({ date: "2020-05-05", left: 0 });
    expect(stderr.mock.calls.flat().join("")).toContain('Cannot use "2021-13-01": it is not a date such as 2024-11-06');
    stderr.mockRestore();
  });
});
