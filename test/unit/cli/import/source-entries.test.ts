import { setTimeout } from "node:timers/promises";
import { expect, it } from "vitest";
import { ArchiveBudget } from "../../../../src/cli/import/archive-budget.ts";
import { sourceEntries } from "../../../../src/cli/import/source-entries.ts";
import { listen } from "../../doctor/feed-server.ts";

it("sourceEntries() counts the time in which the entries of an archive are written", async () => {
  const origin = await listen((_request, response) => response.end("{}"));
  let page = 0;
  const entry = { content: "x" };
  const budget = new ArchiveBudget({ milliseconds: 5000 });
  const notes: string[] = [];
  const options = {
    reader: { read: async () => ({ entries: [entry], next: `${origin}/${++page}`, notes: [], isArticle: false, isIncomplete: false }) },
    ...{ budget, siteUrl: undefined, askForDate: undefined, offer: () => {} },
    note: (_from: string, text: string) => notes.push(text),
  };
  let seen = 0;
  for await (const _entry of sourceEntries(`${origin}/0`, options as never)) {
    if (++seen === 1) continue;
    await setTimeout(20); // the work of writing it
    if (seen === 4) break;
  }
  expect(5000 - budget.left.milliseconds).toBeGreaterThanOrEqual(60 - 5); // timers may be a little early
  expect(budget.left).toMatchObject({ entries: 100_000 - 3, documents: 1000 - 3 });
  expect(notes).toEqual([]);
});
