import { describe, expect, it } from "vitest";
import { compileAll } from "../sample.ts";

describe("identify()", () => {
  it.each([
    ["2024-11-06-🎉.md", "Text", 1],
    ["2024-11-06-🎉.md", "---\nslug: party\n---\nText", 0],
    ["2024-11-06-🎉.md", "---\npermalink: /party\n---\nText", 0],
    ["2024-11-06-untitled.md", "Text", 0],
  ])("warns about an address without letters: %s with %j", async (source, text, count) => {
    const { problems } = await compileAll({ [source]: text });
    expect(problems).toHaveLength(count);
    if (count > 0) expect(problems[0]).toContain('Cannot make an address of the file name "🎉"');
  });
});
