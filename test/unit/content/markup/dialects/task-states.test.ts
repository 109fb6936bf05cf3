import { expect, it } from "vitest";
import { drawn } from "./drawn.ts";

it.each([
  ["- [ ] a\n- [x] b\n- [>] c\n- [-] d *e*\n- [/] f", "<ul><li>☐ a</li><li>☑ b</li><li>☐ c</li><li>☒ d <em>e</em></li><li>☐ f</li></ul>"],
  ["1. [x] a\n\n   b\n\n2. [-] c", "<ol><li><p>☑ a</p><p>b</p></li><li><p>☒ c</p></li></ol>"],
  ["- a\n  - [ ] b\n  - [!] c", "<ul><li>a<ul><li>☐ b</li><li>☐ c</li></ul></li></ul>"],
])("convertTaskStates() converts %j", async (text, html) => {
  expect(await drawn(text)).toBe(html);
});

it.each([
  ["- [-] a\n- [>] b", "<ul><li>[-] a</li><li>[>] b</li></ul>"],
  ["- [x] a\n- b [-] c", "<ul><li>☑ a</li><li>b [-] c</li></ul>"],
  ["- [x] a\n- [-]b", "<ul><li>☑ a</li><li>[-]b</li></ul>"],
  ["- [x] a\n\nb\n\n1. [-] c", "<ul><li>☑ a</li></ul><p>b</p><ol><li>[-] c</li></ol>"],
  ["- [ ] a\n- `[-] b`", "<ul><li>☐ a</li><li><code>[-] b</code></li></ul>"],
])("convertTaskStates() leaves %j", async (text, html) => {
  expect(await drawn(text)).toBe(html);
});
