import { expect, it } from "vitest";
import { drawn } from "./drawn.ts";

it.each([
  ["a\n\n## Table of contents\n\n## B\n\nc", '<p>a</p><h2 id="moon-b">B</h2><p>c</p>'],
  ["### Table-of-Contents\n\n## B", '<h2 id="moon-b">B</h2>'],
  ["a\n\n## Table of Contents", "<p>a</p>"],
])("removeContentsMarks() removes the empty heading of %j", async (text, html) => {
  expect(await drawn(text)).toBe(html);
});

it.each([
  "## Table of contents\n\n- [B](#b)\n\n## B",
  "## Table of contents\n\nWords\n\n## B",
  "## Table of contents\n\n### B",
  "## The table of contents\n\n## B",
  "The table of contents",
])("removeContentsMarks() leaves %j", async (text) => {
  expect(await drawn(text)).toMatch(/table of contents<\//i);
});
