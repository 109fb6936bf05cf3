import { describe, expect, it } from "vitest";
import { compileOne } from "../../sample.ts";

describe("convertComponents() and attributes of JSX and Vue", () => {
  it.each([
    ["<Foo bar={{a: 1}} onClick={() => x()}>jsx in md</Foo>", "jsx in md", "<foo>"],
    ['<CustomComponent v-if="count > 0" @click="count++">slot text</CustomComponent>', "slot text", "<customcomponent>"],
    ["T <Kbd keys={['a']}>k</Kbd> u", "k", undefined],
    ['<Chart\n  data={[1, 2]}\n  title={"a"}\n/>', "", "<chart>"],
    ['<button class="a" @click.prevent="go">Press</button>', "Press", undefined],
  ])("shows no source of %j", async (text, shown, warned) => {
    const { content, problems } = await compileOne(`Before\n\n${text}\n\nAfter`);
    expect(content).not.toMatch(/&#x3C;|[{}]|@click|onClick|\+\+/);
    expect(content).toContain(shown);
    expect(content).toContain("After");
    if (warned !== undefined) expect(problems.join()).toContain(warned);
  });

  it.each([
    ['<button @click="count++" :class="$style.button">Increment</button>', "<p>Increment</p>"],
    ['<button @click=go class="a">Increment</button>', "<p>Increment</p>"],
    ['Look: <img @click="zoom" src="https://e.com/a.png" alt="A"> nice.', '<p>Look: <img src="https://e.com/a.png" alt="A"> nice.</p>'],
    ['<img src="https://e.com/a.png" @[ev]="x" alt="A">', '<img src="https://e.com/a.png" alt="A">'],
    ['<a @click.prevent="go" href="https://example.org/">a link</a>', '<p><a href="https://example.org/">a link</a></p>'],
    ['<b v-bind:[key]="x">a</b> <b :[key]="x">b</b>', "<p><b>a</b> <b>b</b></p>"],
    ["<template #code>\n\nA *b*\n\n</template>", "<div>\n<p>A <em>b</em></p>\n</div>"],
    [
      '<template v-slot:item="{ x }">\n\nA\n\n```\n</template>\n```\n\n</template>',
      "<div>\n<p>A</p>\n<pre><code>&#x3C;/template>\n</code></pre>\n</div>",
    ],
  ])("removes attributes of Vue from %j", async (text, html) => {
    const { content } = await compileOne(text);
    expect(content).toBe(html);
  });

  it("removes templates that no page shows, with their slots", async () => {
    const { content } = await compileOne("A\n\n<template>\n\nhidden\n\n<template #a>b</template>\n\n</template>\n\nC");
    expect(content).toBe("<p>A</p>\n\n<p>C</p>");
  });

  it("keeps the picture of a component", async () => {
    const { content } = await compileOne("<Image src={require('https://e.com/rack.png')} alt=\"y\" />");
    expect(content).toContain('<img src="https://e.com/rack.png" alt="y">');
  });

  it.each(["a < b @me c", "Ada <ada @example.org>", "Ada <Ada @example.org>", "x <b #c> y", "`<Foo bar={1}>`", "    <Foo @click={1}>"])(
    "keeps text such as %j",
    async (text) => {
      const { content } = await compileOne(text);
      expect(content.replaceAll("&#x3C;", "<")).toContain(text.replaceAll("`", "").trim());
    },
  );
});
