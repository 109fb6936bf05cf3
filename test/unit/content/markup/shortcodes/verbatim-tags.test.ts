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
