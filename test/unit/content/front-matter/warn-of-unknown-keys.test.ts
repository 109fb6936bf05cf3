import { describe, expect, it } from "vitest";
import { compileOne } from "../sample.ts";

describe("warnOfUnknownKeys()", () => {
  it.each(["topics", "labels"])("suggests tags instead of %s", async (key) => {
    expect((await compileOne(`---\ntitle: Moon\n${key}: [a, b]\n---\nText`)).problems).toEqual([
      `articles/2024-11-06-moon.md:3:1 warning Cannot use key "${key}": it is not known; did you mean "tags"?`,
    ]);
  });

  it("ignores the list of related pages of MkDocs Material, and no address", async () => {
    const problemsOf = async (links: string) => (await compileOne(`---\ntitle: Moon\nlinks: ${links}\n---\nText`)).problems;
    expect(await problemsOf("[setup.md, {Tides: tides.md}]")).toEqual([]);
    expect(await problemsOf("https://example.org")).toEqual([
      'articles/2024-11-06-moon.md:3:1 warning Cannot use key "links": it is not known; did you mean "link"?',
    ]);
  });
});
