import { describe, expect, it } from "vitest";
import { compileOne } from "../../../sample.ts";

async function read(text: string, source?: string) {
  const { content, problems } = await compileOne(text, source);
  return { content: content.replace(/\n+/g, ""), problems };
}

const quotation = (title: string, words: string) => `<blockquote><p><strong>${title}</strong></p><p>${words}</p></blockquote>`;
const part = (title: string) => `<details><summary>${title}</summary><p>words</p></details>`;

describe("tabs", () => {
  it.each([
    ['{{< tabs items="A, B" >}}\n{{< tab >}}\n*a*\n{{< /tab >}}\n{{< tab >}}b{{< /tab >}}\n{{< /tabs >}}', "A", "B"],
    ['{{< tabs "id" >}}\n{{% tab "A" %}}\n*a*\n{{% /tab %}}\n{{% tab name="B" %}}b{{% /tab %}}\n{{< /tabs >}}', "A", "B"],
    ['{% tabs %}\n{% tab title="A [1]" %}\n*a*\n{% endtab %}\n{% tab title="B" %}\nb\n{% endtab %}\n{% endtabs %}', "A [1]", "B"],
    ["{% tabs log %}\n{% tab log A b %}\n*a*\n{% endtab %}\n{% tab log B %}\nb\n{% endtab %}\n{% endtabs %}", "A b", "B"],
    [
      '{{< tabpane text=true >}}\n{{< tab header="A" >}}\n*a*\n{{< /tab >}}\n{{< tab label="B" >}}\nb\n{{< /tab >}}\n{{< /tabpane >}}',
      "A",
      "B",
    ],
    ['{{< tabs items="X,B" >}}\n{{< tab "A" >}}\n*a*\n{{< /tab >}}\n{{< tab >}}\nb\n{{< /tab >}}\n{{< /tabs >}}', "A", "B"],
    ["{{< tabs A B >}}\n{{< tab >}}\n*a*\n{{< /tab >}}\n{{< tab >}}\nb\n{{< /tab >}}\n{{< /tabs >}}", "A", "B"],
    ['{{< tabs "A b" B >}}\n{{% codetab %}}\n*a*\n{{% /codetab %}}\n{{% codetab %}}\nb\n{{% /codetab %}}\n{{< /tabs >}}', "A b", "B"],
    ['{{< tabs names="A|B, c" >}}\n{{< tab >}}\n*a*\n{{< /tab >}}\n{{< tab >}}b{{< /tab >}}\n{{< /tabs >}}', "A", "B, c"],
    [
      '{{< tabs tabTotal="2" tabName1="A" tabName2="B" >}}\n{{< tab tabNum="1" >}}\n*a*\n{{< /tab >}}\n{{< tab tabNum="2" >}}b{{< /tab >}}\n{{< /tabs >}}',
      "A",
      "B",
    ],
  ])("have their titles: %j", async (text, first, second) => {
    expect(await read(text)).toEqual({ content: quotation(first, "<em>a</em>") + quotation(second, "b"), problems: [] });
  });

  it("contain tabs and callouts", async () => {
    const inner = '{{< tabs items="B" >}}\n{{< tab >}}b{{< /tab >}}\n{{< /tabs >}}\n\n{{< callout title="C" >}}\nc\n{{< /callout >}}';
    const { content, problems } = await read(`{{< tabs items="A" >}}\n{{< tab >}}\n${inner}\n{{< /tab >}}\n{{< /tabs >}}`);
    expect(problems).toEqual([]);
    expect(content).toBe(`<blockquote><p><strong>A</strong></p>${quotation("B", "b")}${quotation("C", "c")}</blockquote>`);
  });

  it("have no title if their set has only a name", async () => {
    const { content } = await read("{{< tabs id >}}\n{{< tab >}}\na\n{{< /tab >}}\n{{< /tabs >}}");
    expect(content).toBe("<p>a</p>");
  });

  it("show the title of their set", async () => {
    const { content, problems } = await read('{{< tabs title="A" >}}\n{{% tab title="B" %}}\nb\n{{% /tab %}}\n{{< /tabs >}}');
    expect(content).toBe(`<p><strong>A</strong></p>${quotation("B", "b")}`);
    expect(problems).toEqual([]);
  });

  it("are converted in HTML", async () => {
    const text = '<title>T</title>{{< tabs items="A" >}}{{< tab >}}<p>a</p>{{< /tab >}}{{< /tabs >}}';
    expect(await read(text, "2024-11-06-moon.html")).toEqual({ content: quotation("A", "a"), problems: [] });
  });

  it("are removed with a warning if they have no end", async () => {
    const { content, problems } = await read('{{< tabs items="A" >}}\n\n{{< tab "A" >}} a');
    expect(content).toBe("<p>a</p>");
    expect(problems).toEqual([expect.stringContaining("Removed tags of another generator: {{< tabs >}}, {{< tab >}};")]);
  });
});

describe("parts that open", () => {
  it.each([
    ['{{< collapse summary="A" >}}\nwords\n{{< /collapse >}}', "A"],
    ['{{< expand "A b" "…" >}}\nwords\n{{< /expand >}}', "A b"],
    ['{{% expand title="A" open="true" %}}\nwords\n{{% /expand %}}', "A"],
    ['{{< accordionItem title="A" icon="x" >}}\nwords\n{{< /accordionItem >}}', "A"],
    ["{% fold A b %}\nwords\n{% endfold %}", "A b"],
    ["{% fold info @A b %}\nwords\n{% endfold %}", "A b"],
    ['{% collapse "A" %}\nwords\n{% endcollapse %}', "A"],
  ])("have their titles: %j", async (text, title) => {
    expect(await read(text)).toEqual({ content: part(title), problems: [] });
  });

  it.each(["{% fold %}\nwords\n{% endfold %}", '{{< expand "A" >}}\nwords'])("are removed without a title or an end: %j", async (text) => {
    const { content, problems } = await read(text);
    expect(content).toBe("<p>words</p>");
    expect(problems).toEqual([expect.stringContaining("Removed tags of another generator")]);
  });
});
