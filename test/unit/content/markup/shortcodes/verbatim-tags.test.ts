import { expect, it } from "vitest";
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
