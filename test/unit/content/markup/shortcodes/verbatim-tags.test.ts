import { expect, it } from "vitest";
import { compileOne } from "../../sample.ts";
import { drawn } from "../dialects/drawn.ts";

it.each([
  ["graph TD", "A", "graph TDA"],
  ["sequenceDiagram", "A", "sequenceDiagramA"],
  ["'pie title B'", "A", "pie title BA"],
  ["", "graph TD", "graph TD"],
  ["width=300", "graph TD", "graph TD"],
  ["dark", "graph TD", "graph TD"],
])("readVerbatim() keeps the type of {%% mermaid %s %%}", async (type, diagram, code) => {
  expect(await drawn(`{% mermaid ${type} %}\n${diagram}\n{% endmermaid %}`)).toBe(
    `<pre><code class="language-mermaid">${code}</code></pre>`,
  );
});

it("readVerbatim() does not show the options of Hugo's mermaid", async () => {
  expect(await drawn('{{< mermaid "wide" >}}\nA\n{{< /mermaid >}}')).toBe('<pre><code class="language-mermaid">A</code></pre>');
});

it.each([
  ['A {{ katex(body="x_1 * y_2 * z") }} b', "<p>A <code>x_1 * y_2 * z</code> b</p>"],
  ['A {{ katex(body="\\frac{a}{b}", block=true) }} b', "<p>A <code>\\frac{a}{b}</code> b</p>"],
  ['{{ katex(block=true, body="x_1 \\\\ y_2") }}', "<pre><code>x_1 \\\\ y_2</code></pre>"],
  ["> {{ math(tex='a\n> b') }}", "<blockquote><pre><code>ab</code></pre></blockquote>"],
  ["`{{ katex(body='x') }}`", "<p><code>{{ katex(body='x') }}</code></p>"],
])("formulaOfCall() shows the formula of %s", async (text, html) => {
  expect(await drawn(text)).toBe(html);
});

it.each(['{{ katex(body="") }}', '[a]({{ katex(body="x") }})'])("formulaOfCall() leaves %s", async (text) => {
  expect((await compileOne(`a ${text}`)).problems).toEqual([expect.stringContaining("{{ katex() }}")]);
});

it.each([
  [
    'Run {{< highlight bash "hl_inline=true" >}}ls *a* https://e.org `x`{{< /highlight >}} b',
    "<p>Run <code>ls *a* https://e.org `x`</code> b</p>",
  ],
  ['{{< highlight tex "linenos=false,hl_inline=true" >}}latex a{{< /highlight >}}', "<p><code>latex a</code></p>"],
  ['- a {{< highlight go "hl_inline=true" >}}\n  b\n  c\n  {{< /highlight >}} d', "<ul><li>a <code>b c</code> d</li></ul>"],
  [
    '| a | b |\n|---|---|\n| {{< highlight go "hl_inline=true" >}}c|d{{< /highlight >}} | e |',
    "<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td><code>c|d</code></td><td>e</td></tr></tbody></table>",
  ],
  ["{{< highlight html >}}{{</* a */>}}{{< /highlight >}}", '<pre><code class="language-html">{{&#x3C; a >}}</code></pre>'],
  ['{{< highlight go "hl_inline=false" >}}a{{< /highlight >}}', '<pre><code class="language-go">a</code></pre>'],
])("readVerbatim() keeps code in its line: %s", async (text, html) => {
  expect(await drawn(text)).toBe(html);
});

it("readVerbatim() keeps code in a title", async () => {
  const { content } = await compileOne('# A {{< highlight go "hl_inline=true" >}}*b*{{< /highlight >}}\n\nc');
  expect(content).not.toContain("<em>");
});

it.each([
  [
    "{{< math >}}\nSee [a](https://e.org/) and $b_c$.\n\n- *d*\n{{< /math >}}",
    '<p>See <a href="https://e.org/">a</a> and <code>b_c</code>.</p><ul><li><em>d</em></li></ul>',
  ],
  ["A {{< katex >}}$a$, $b$ {{< /katex >}} c", "<p>A <code>a</code>, <code>b</code>  c</p>"],
  ["{{% mathjax %}}\n$$a_1$$\n\n$$b_1$$\n{{% /mathjax %}}", "<pre><code>a_1</code></pre><pre><code>b_1</code></pre>"],
  ["> {{< math >}}\n> Let $x$ be **b**.\n> {{< /math >}}", "<blockquote><p>Let <code>x</code> be <strong>b</strong>.</p></blockquote>"],
  [
    "{{< math >}}\nWith $a$:\n\n\\begin{align}b\\end{align}\n{{< /math >}}",
    "<p>With <code>a</code>:</p><pre><code>\\begin{align}b\\end{align}</code></pre>",
  ],
  ["{{< math >}}\n![a](https://e.org/a.png)\n{{< /math >}}", '<p><img src="https://e.org/a.png" alt="a"></p>'],
])("readVerbatim() shows the text and the formulas of %j", async (text, html) => {
  expect(await drawn(text)).toBe(html);
});

it.each([
  ["$$ a_b * c_d $$", "a_b * c_d"],
  ["f(x) = \\begin{cases} 1 & \\text{if $x$ and $y$} \\end{cases}", "f(x) = \\begin{cases} 1 &#x26; \\text{if $x$ and $y$} \\end{cases}"],
  ["x \\quad \\text{for $a$}", "x \\quad \\text{for $a$}"],
  ["f[a](b)", "f[a](b)"],
  ["\\begin{align}b\\end{align}", "\\begin{align}b\\end{align}"],
])("readVerbatim() shows the one formula of a tag: %j", async (tex, code) => {
  expect(await drawn(`a {{< math >}}${tex}{{< /math >}} b`)).toBe(`<p>a <code>${code}</code> b</p>`);
});
