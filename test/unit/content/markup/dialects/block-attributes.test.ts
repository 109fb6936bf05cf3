import { describe, expect, it } from "vitest";
import { compileOne } from "../../sample.ts";

describe("attributes of blocks in quotation marks", () => {
  it.each([
    ['> Some text\n{cite="https://gohugo.io" caption="A caption"}', "<blockquote>\n<p>Some text</p>\n</blockquote>"],
    ['Para\n{style="color: red" title="x"}', "<p>Para</p>"],
    ['## Head {.x data-url="https://a.example.com/x"}', '<h2 id="moon-head">Head</h2>'],
    ["## Head {#own data-url='https://a.example.com/x'}", '<h2 id="moon-own">Head</h2>'],
    ["The set\n{a, b}", "<p>The set\n{a, b}</p>"],
    ["Code\n{a=1}", "<p>Code\n{a=1}</p>"],
  ])("are read in %j", async (text, html) => {
    expect((await compileOne(text)).content.trim()).toBe(html);
  });
});
