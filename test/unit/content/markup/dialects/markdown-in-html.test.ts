import { describe, expect, it } from "vitest";
import { compileOne } from "../../sample.ts";
import { drawn } from "./drawn.ts";

describe("Markdown in HTML", () => {
  it.each([
    [
      '<details markdown="1"><summary>A *b*</summary>\n**c**\n</details>\nd *e*',
      "<details><summary>A <em>b</em></summary><p><strong>c</strong></p></details><p>d <em>e</em></p>",
    ],
    [
      '<details markdown="1">\n<summary>A `b`</summary>\n\n- c\n{: #d}\n\n</details>',
      '<details><summary>A <code>b</code></summary><ul id="moon-d"><li>c</li></ul></details>',
    ],
    [
      '<figure markdown="span">\n  ![a](https://e.org/a.png){ width="300" }\n  <figcaption>A *b*</figcaption>\n</figure>',
      '<figure><img src="https://e.org/a.png" alt="a" width="300"><figcaption>A <em>b</em></figcaption></figure>',
    ],
    ['<div markdown="block">\n*a*\n</div>', "<div><p><em>a</em></p></div>"],
    ['<div markdown="0">*a*</div>', "<div>*a*</div>"],
    [
      '<div markdown="1">\n```html\n<summary>*a*</summary>\n```\n</div>',
      '<div><pre><code class="language-html">&#x3C;summary>*a*&#x3C;/summary></code></pre></div>',
    ],
    [
      '<div markdown="1">\n```html\n    ```\n<summary>*a*</summary>\n```\n</div>',
      '<div><pre><code class="language-html">    ```&#x3C;summary>*a*&#x3C;/summary></code></pre></div>',
    ],
    ['<div markdown="1">\n\n*a*\n\n</div>\n*b*', "<div><p><em>a</em></p></div><p><em>b</em></p>"],
    [
      '<div markdown="1">\n<div markdown="1">\n*a*\n\n</div>\n*b*\n\n</div>\n*c*',
      "<div><div><p><em>a</em></p></div><p><em>b</em></p></div><p><em>c</em></p>",
    ],
    ["<div>\n\n*a*\n\n</div>\n*b*", "<div><p><em>a</em></p></div>*b*"],
    ["<details>\n<summary>a</summary>\n*b*\n</details>", "<details><summary>a</summary>*b*</details>"],
    ["<details>\n<summary>a</summary>\n\n*b*\n\n</details>", "<details><summary>a</summary><p><em>b</em></p></details>"],
  ])("is as in kramdown and Python-Markdown in %j", async (text, html) => {
    expect(await drawn(text)).toBe(html);
  });

  it("keeps the lines of diagnostics after the end tag", async () => {
    for (const text of ['<div markdown="1">\n*a*\n</div>\nb\n', '<div markdown="1">\n\n*a*\n\n</div>\n']) {
      const { problems } = await compileOne(`${text}[c](gone.md)\n`);
      expect(problems).toEqual([expect.stringContaining(`moon.md:${text.split("\n").length}:`)]);
    }
  });
});
