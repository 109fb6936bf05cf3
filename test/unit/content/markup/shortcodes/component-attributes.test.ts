import { describe, expect, it } from "vitest";
import { compileOne } from "../../sample.ts";

describe("convertComponents() and attributes of JSX and Vue", () => {
  it.each([
    ["<Foo bar={{a: 1}} onClick={() => x()}>jsx in md</Foo>", "jsx in md", "<Foo>"],
    ['<CustomComponent v-if="count > 0" @click="count++">slot text</CustomComponent>', "slot text", "<CustomComponent>"],
    ["T <Kbd keys={['a']}>k</Kbd> u", "k", undefined],
    ['<Chart\n  data={[1, 2]}\n  title={"a"}\n/>', "", "<Chart>"],
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

  const script = "<script setup>\nimport Zoom from './Zoom.vue'\nconst zoom = 1\n</script>";
  const tags = [
    '<img src="https://e.com/a.png" alt="A" @click="zoom = !zoom">',
    'Look: <img src="https://e.com/a.png" alt="A" @click="zoom"> <a href="https://e.com/" @click="x">b</a>',
    '<video src="https://e.com/a.mp4" controls @play="count++"></video>',
    '<CustomChart :data="[1]" @click="go" />\n\n<Foo bar={{a: 1}}>c</Foo>',
    '<Zoom src="https://e.com/a.png" @open="track" />',
  ].join("\n\n");

  it.each([
    script,
    "```js\nimport Zoom from './Zoom.vue'\n```",
    "```sh\nexport PATH=$HOME/bin:$PATH\n```",
    "```python\nimport os\n```",
    "You can\nimport the photos or\nexport them.",
    "import Other from './Other.vue'",
  ])("removes attributes of Vue below the import-like text %j", async (text) => {
    const [{ content }, alone] = [await compileOne(`${text}\n\n${tags}`), await compileOne(tags)];
    expect(alone.content).toMatch(/<img .*<img .*<video .*c<\/p>/s);
    expect(content.endsWith(alone.content)).toBe(true);
  });

  it("removes attributes of Vue where components are imported, whether the text is valid MDX or not", async () => {
    const text = `import Foo from './Foo';\n\n<Foo a={[1]} title="T" @click="go">b</Foo> <img src="https://e.com/a.png" alt="A" @click="go">`;
    expect((await compileOne(text)).content).toBe('<p><strong>T</strong><br>b <img src="https://e.com/a.png" alt="A"></p>');
    expect((await compileOne(`${text} {c`)).content).toBe('<p>b <img src="https://e.com/a.png" alt="A"> {c</p>');
  });

  it.each(["kbd", "code", "samp"])("removes attributes of Vue from <%s>", async (name) => {
    const { content } = await compileOne(`Press <${name} @click="a > b" title="c">d @e</${name}> now`);
    expect(content).toMatch(new RegExp(`^<p>Press <${name}[^@]*>d @e</${name}> now</p>$`));
  });

  it.each([
    ['<CustomCard\n  title="T"\n  @select="go"\n>\n\nA *b*\n\n</CustomCard>', "<p><strong>T</strong></p><p>A <em>b</em></p>"],
    ['<CustomCard\n  title="T"\n  :n="3"\n>\nA *b*\n</CustomCard>', "<p><strong>T</strong><br>A <em>b</em></p>"],
    ['- c\n\n  <my-card\n    title="T"\n  >\n\n  A *b*\n\n  </my-card>', "<ul><li><p>c</p><p>A <em>b</em></p></li></ul>"],
    ['<my-card\n  title="T"\n>A *b*</my-card>', "<p>A <em>b</em></p>"],
    [
      '<lite-youtube\n  videoid="abc"\n  playlabel="Talk"\n></lite-youtube>',
      '<p><a href="https://www.youtube.com/watch?v=abc">Talk</a></p>',
    ],
  ])("reads the component over several lines %j", async (text, html) => {
    const { content } = await compileOne(`Before\n\n${text}\n\nAfter`);
    expect(content.replaceAll("\n", "").replaceAll("<p></p>", "")).toBe(`<p>Before</p>${html}<p>After</p>`);
  });

  it.each(["<Ada\n> b", '<Ada a="b"\n> c', 'Foo <Ada\na="b"\n>', '<Ada a="b"\n\n> c', '<img\nsrc="a.png"\n>', '<ada\na="b"\n>'])(
    "keeps the quotation in %j",
    async (text) => {
      const { content } = await compileOne(text);
      expect(content).toMatch(/&#x3C;(?:A|a|i).*<blockquote>/s);
    },
  );

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

  it.each([
    ['<img :src="$withBase(\'/a.png\')" alt="b">', '<img src="https://example.com/a.png" alt="b">'],
    ['c <img v-bind:src="\'/a.png\'" :width="30">', '<p>c <img src="https://example.com/a.png" width="30" alt=""></p>'],
    ["c <a :href=\"withBase('/d')\">e</a>", '<p>c <a href="https://example.com/d">e</a></p>'],
    ["c <Foo :text=\"'d'\" /> e", "<p>c d e</p>"],
    ["`:src=\"'a'\"` <a>", "<p><code>:src=\"'a'\"</code> </p>"],
  ])("reads the values that Vue binds in %j", async (text, html) => {
    const { content } = await compileOne(text);
    expect(content.replace("<a></a>", "")).toBe(html);
  });
});
