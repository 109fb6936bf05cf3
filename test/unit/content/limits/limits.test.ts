import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { limits } from "../../../../src/content/limits/limits.ts";

const page = readFileSync(resolve(import.meta.dirname, "../../../../docs/front-matter.md"), "utf8");
const section = page.slice(page.indexOf("## Limits"));

describe("docs/front-matter.md", () => {
  // The limit of copied characters does not concern authors: beyond it, an article is parsed by another parser.
  const { copiedCharacters: _, ...others } = limits;

  it.each(Object.entries(others))("gives the limit of %s", (_, limit) => {
    expect(section).toMatch(new RegExp(`(?:\\| |first )${limit.toLocaleString("en")} `));
  });
});
