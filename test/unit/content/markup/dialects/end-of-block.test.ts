import { expect, it } from "vitest";
import { drawn } from "./drawn.ts";

it.each([
  ["* a\n* b\n^\n* c", "<ul><li>a</li><li>b</li></ul><ul><li>c</li></ul>"],
  ["1. a\n   b\n^\n1. c", "<ol><li>ab</li></ol><ol><li>c</li></ol>"],
  ["* a\n^\n    b", "<ul><li>a</li></ul><pre><code>b</code></pre>"],
  ["a\n^\nb", "<p>a^b</p>"],
  ["a\n\n^\n\nb", "<p>a</p><p>^</p><p>b</p>"],
  ["```\n* a\n^\n* b\n```", "<pre><code>* a^* b</code></pre>"],
])("kramdown's end of a block is between lists in %j", async (text, html) => {
  expect(await drawn(text)).toBe(html);
});
