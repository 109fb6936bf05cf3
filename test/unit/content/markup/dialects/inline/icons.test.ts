import { describe, expect, it } from "vitest";
import { compileOne } from "../../../sample.ts";
import { drawn } from "../drawn.ts";

describe.each(["md", "mdx"])("icons of MkDocs in .%s", (markup) => {
  it.each([
    ["a :material-clock-fast: b :octicons-x-16:.", "<p>a b .</p>"],
    ["*:fontawesome-brands-github: a* :simple-git: b", "<p><em>a</em> b</p>"],
    ["## :material-a: B\n\n[c](#b)", '<h2 id="moon-b">B</h2><p><a href="/moon#moon-b">c</a></p>'],
    [":material-clock-fast:\n\na", "<p>a</p>"],
    ["[:fontawesome-brands-github:](https://a.example/)", '<p><a href="https://a.example/">github</a></p>'],
    [
      "| a |\n| - |\n| :octicons-check-circle-16: |",
      "<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>check circle</td></tr></tbody></table>",
    ],
  ])("are removed from %j", async (text, html) => {
    expect(await drawn(text, markup)).toBe(html);
  });

  it.each([
    ["`:material-a:`", "<p><code>:material-a:</code></p>"],
    ["```\n:material-a:\n```", "<pre><code>:material-a:</code></pre>"],
    [
      "a:simple-a:b ::simple-a:: :simple: :material: :simple-a :a-simple-b: :fontawesome-x:",
      "<p>a:simple-a:b ::simple-a:: :simple: :material: :simple-a :a-simple-b: :fontawesome-x:</p>",
    ],
    ["\\:simple-a\\:", "<p>:simple-a:</p>"],
  ])("are text in %j", async (text, html) => {
    expect(await drawn(text, markup)).toBe(html);
  });
});

it("drawn icons are removed with their attributes", async () => {
  expect(await drawn('a :octicons-heart-16:{ .lg .middle title="x" } b :simple-a:{: .c } d')).toBe("<p>a b d</p>");
  expect(await drawn('<div class="grid cards" markdown>\n- :material-a:{ .lg } __B__\n</div>')).toBe(
    "<div><ul><li><strong>B</strong></li></ul></div>",
  );
});

it("drawn icons are removed, but not other empty paragraphs and targets of links", async () => {
  const text = ':material-a:\n\n<p id="part-2"></p>\n\n<p>{" "}</p>\n\n<p id="b">:material-a:</p>\n\n[c](#part-2) [d](#b)';
  expect(await drawn(text, "mdx")).toBe(
    '<p id="moon-part-2"></p><p> </p><p id="moon-b"></p><p><a href="/moon#moon-part-2">c</a> <a href="/moon#moon-b">d</a></p>',
  );
});

it("drawn icons are reported in one warning for each article", async () => {
  const { problems } = await compileOne("# :material-a: T\n\n:material-a: b :simple-c:");
  expect(problems).toEqual([
    "articles/2024-11-06-moon.md:1:3 warning Removed tags of another generator: :material-a: (2 times), :simple-c:; write what it showed, or put it in code",
  ]);
});
