import { describe, expect, it } from "vitest";
import { replaceShortcodes } from "../../../../../../src/content/markup/shortcodes/shortcodes.ts";
import { compileOne } from "../../../sample.ts";
import { drawn } from "../../dialects/drawn.ts";

const pane = (options: string, tabs: string) => `{{< tabpane${options} >}}\n${tabs}\n{{< /tabpane >}}`;
const tab = (title: string, code: string) => `<blockquote><p><strong>${title}</strong></p>${code}</blockquote>`;
const code = (language: string, text: string) => `<pre><code${language === "" ? "" : ` class="language-${language}"`}>${text}</code></pre>`;

describe("codeInBlock()", () => {
  it.each([
    ["", '{{< tab header="A" lang="bash" >}}\n# x *y*\n{{< /tab >}}', tab("A", code("bash", "# x *y*"))],
    [' lang="go"', '{{< tab "A" >}}\n"*x*" < List<String>\n{{< /tab >}}', tab("A", code("go", '"*x*" &#x3C; List&#x3C;String>'))],
    [" langEqualsHeader=true", '{{< tab header="Java" >}}\n__a__\n{{< /tab >}}', tab("Java", code("java", "__a__"))],
    ["", '{{< tab "A" >}}a *b* c{{< /tab >}}', tab("A", code("", "a *b* c"))],
    ["", '  {{< tab "A" >}}\n  # x\n\n    y\n  {{< /tab >}}', tab("A", code("", "# x  y"))],
    ["", '{{< tab "A" >}}\na_{{< param "v" >}}_b\n{{< /tab >}}', tab("A", code("", 'a_{{&#x3C; param "v" >}}_b'))],
    ["", '{{< tab "A" >}}\n{{</* x */>}}\n{{< /tab >}}', tab("A", code("", "{{&#x3C; x >}}"))],
    [
      "",
      '{{< tab "A" >}}\n*x*\n{{< /tab >}}\n{{< tab "B" text=true >}}\n*x*\n{{< /tab >}}',
      tab("A", code("", "*x*")) + tab("B", "<p><em>x</em></p>"),
    ],
  ])("returns the code in a pane%s with %j", async (options, tabs, html) => {
    expect(await drawn(pane(options, tabs))).toBe(html);
  });

  it("returns the code in items and quotations", async () => {
    const text = pane("", '{{< tab "A" >}}\n# x\n\n  *y*\n{{< /tab >}}\n{{< tab "B" >}}\n# z\n{{< /tab >}}');
    const html = tab("A", code("", "# x  *y*")) + tab("B", code("", "# z"));
    expect(await drawn(`- a\n\n  ${text.replaceAll("\n", "\n  ")}`)).toBe(`<ul><li><p>a</p>${html}</li></ul>`);
    expect(await drawn(`> ${text.replaceAll("\n", "\n> ")}`)).toContain(tab("A", code("", "# x  *y*")));
  });

  it.each([
    [" text=true", '{{< tab "A" >}}\n*x*\n{{< /tab >}}', "<p><em>x</em></p>"],
    ["", '{{% tab "A" %}}\n```sh\nls\n```\n{{% /tab %}}', code("sh", "ls")],
    [
      "",
      '{{< tab "A" >}}\n{{< gist ada 12ab >}}\n{{< /tab >}}',
      '<p><a href="https://gist.github.com/ada/12ab">Code on GitHub Gist</a></p>',
    ],
  ])("leaves the text in a pane%s with %j", async (options, tabs, html) => {
    expect(await drawn(pane(options, tabs))).toBe(tab("A", html));
  });

  it.each([
    [
      '{{< card code=true header="**A**" lang="c" >}}\n# x\n\n*y*\n{{< /card >}}\n*z*',
      `<p><strong>A</strong></p>${code("c", "# x*y*")}<p><em>z</em></p>`,
    ],
    ["{{< card code=true >}}\n# x\n{{< /card >}}", code("", "# x")],
    ['{{% card-code header="A" lang="sh" %}}\n# x\n{{% /card-code %}}', `<p><strong>A</strong></p>${code("sh", "# x")}`],
  ])("returns the code of %j", async (text, html) => {
    expect(await drawn(text)).toBe(html);
    expect((await compileOne(text)).problems).toEqual([]);
  });

  it("returns the code in an article of HTML", async () => {
    const { content } = await compileOne(`<p>a</p>\n${pane("", '{{< tab "A" >}}\n*x* <b>\n\ny\n{{< /tab >}}')}`, "2024-11-06-moon.html");
    expect(content.replace(/\n+/g, "")).toBe(`<p>a</p>${tab("A", code("", "*x* &#x3C;b>y"))}`);
  });

  it.each([
    ['{{< tab "A" >}} ```', "{{< /tab >}}"],
    ["{{< math >}}$a$ b ", "{{< /math >}}"],
  ])("takes linear time for %s in each other", (start, end) => {
    const text = `{{< tabpane >}}${start.repeat(20_000)}${end.repeat(20_000)}{{< /tabpane >}}`;
    const { removed } = replaceShortcodes(text, { locate: () => undefined, variables: {}, isMarkdown: true });
    expect(removed.size).toBe(0);
  });
});
