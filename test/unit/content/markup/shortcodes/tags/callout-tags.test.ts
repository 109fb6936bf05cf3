import { describe, expect, it } from "vitest";
import { replaceShortcodes } from "../../../../../../src/content/markup/shortcodes/shortcodes.ts";
import { drawn } from "../../dialects/drawn.ts";

function quotation(title: string, text = "<p>a <strong>b</strong></p>"): string {
  return `<blockquote><p><strong>${title}</strong></p>${text}</blockquote>`;
}

describe("callouts of themes", () => {
  it.each([
    ['{{< callout type="warning" >}}', "{{< /callout >}}", "Warning"],
    ['{{% notice tip "A title" %}}', "{{% /notice %}}", "A title"],
    ["{{< notice tip >}}", "{{< /notice >}}", "Tip"],
    ['{% callout "info", "Good to know" %}', "{% endcallout %}", "Good to know"],
    ['{{< alert "circle-info" >}}', "{{< /alert >}}", "Note"],
    ["{{< admonition type=tip title='T' open=false >}}", "{{< /admonition >}}", "T"],
    ['{{< admonition note "T" false >}}', "{{< /admonition >}}", "T"],
    ['{{< alert "warning" >}}', "{{< /alert >}}", "Warning"],
    ['{{< alert "circle-info" >}}', "{{< /alert >}}", "Note"],
    ['{{% alert title="A [b]" color="danger" %}}', "{{% /alert %}}", "A [b]"],
    ["{{< hint info >}}", "{{< /hint >}}", "Info"],
    ["{{% hint [!IMPORTANT] %}}", "{{% /hint %}}", "Important"],
    ["{{< warning >}}", "{{< /warning >}}", "Warning"],
    ["{% note info %}", "{% endnote %}", "Info"],
    ["{% note warning no-icon A few words %}", "{% endnote %}", "A few words"],
    ["{% note info Step 1: install, then run %}", "{% endnote %}", "Step 1: install, then run"],
    ["{% note warning Use `npm` now %}", "{% endnote %}", "Use <code>npm</code> now"],
    ["{% note info **Step 1** %}", "{% endnote %}", "Step 1"],
    ["{% note info `npm` first %}", "{% endnote %}", "<code>npm</code> first"],
    ['{% note The "best" way %}', "{% endnote %}", 'The "best" way'],
    ["{% note info **The** title %}", "{% endnote %}", "The title"],
    ["{% note info **采样方法** %}", "{% endnote %}", "采样方法"],
    ['{% note info "The title" of *it* %}', "{% endnote %}", "The title of <em>it</em>"],
    ["{% note info A [link](https://e.org/x) & more %}", "{% endnote %}", 'A <a href="https://e.org/x">link</a> &#x26; more'],
    ["{% note info no-icon Is a=b, c blue %}", "{% endnote %}", "Is a=b, c blue"],
    ["{% note info simple rules for a[0] %}", "{% endnote %}", "simple rules for a[0]"],
    ["{% note info 'tis the season's end %}", "{% endnote %}", "'tis the season's end"],
    ["{% note info Set color=red in *b* %}", "{% endnote %}", "Set color=red in <em>b</em>"],
    ["{% note info flat %}", "{% endnote %}", "Info"],
    ['{{% notice note "A, title" "icon" %}}', "{{% /notice %}}", "A, title"],
    ["{{< admonition tip A title false >}}", "{{< /admonition >}}", "A title"],
    ["{% note blue 'fas fa-bullhorn' modern %}", "{% endnote %}", "Note"],
    ['{% hint style="danger" %}', "{% endhint %}", "Danger"],
    ['{% note(title="T") %}', "{% end %}", "T"],
  ])("converts %s to a quotation with its title", async (start, end, title) => {
    expect(await drawn(`${start}\na **b**\n${end}\nz`)).toBe(`${quotation(title)}<p>z</p>`);
    expect(await drawn(`x\n\n${start}a **b**${end}`)).toBe(`<p>x</p>${quotation(title)}`);
  });

  it.each([
    ['{% include note.html content="a **b**" %}', "Note"],
    ['{% include callout.html type="danger" content="a **b**" %}', "Danger"],
    ['{{< note "a **b**" >}}', "Note"],
  ])("converts %s, whose text is an argument", async (tag, title) => {
    expect(await drawn(`${tag}\nz`)).toBe(`${quotation(title)}<p>z</p>`);
  });

  it("converts nested callouts, also in lists", async () => {
    const text = "- x\n\n  {{% notice note %}}\n  a **b**\n  {{% notice tip %}}\n  c\n  {{% /notice %}}\n  {{% /notice %}}";
    expect(await drawn(text)).toBe(
      `<ul><li><p>x</p>${quotation("Note", `<p>a <strong>b</strong></p>${quotation("Tip", "<p>c</p>")}`)}</li></ul>`,
    );
  });

  it.each([
    ["- {% note %}a **b**{% endnote %}\n- c", `<ul><li>${quotation("Note")}</li><li><p>c</p></li></ul>`],
    ["- {{% notice tip %}}\n  a **b**\n  {{% /notice %}}\n- c", `<ul><li>${quotation("Tip")}</li><li><p>c</p></li></ul>`],
    ["1. {% note %}a **b**{% endnote %} c\n2. d", `<ol><li>${quotation("Note")}<p>c</p></li><li><p>d</p></li></ol>`],
    ["- x {% note %}a **b**{% endnote %} c\n- d", `<ul><li><p>x</p>${quotation("Note")}<p>c</p></li><li><p>d</p></li></ul>`],
    ["> - {% note %}a **b**{% endnote %}", `<blockquote><ul><li>${quotation("Note")}</li></ul></blockquote>`],
    ["> x {% note %}a **b**{% endnote %} c", `<blockquote><p>x</p>${quotation("Note")}<p>c</p></blockquote>`],
  ])("converts a callout on the line of a marker: %j", async (text, expected) => {
    expect(await drawn(text)).toBe(expected);
  });

  it("names the kind in the language of the article, and keeps the lines of the text", async () => {
    expect(await drawn("{{< warning >}}\na **b**\n{{< /warning >}}", "md", "de")).toBe(quotation("Warnung"));
    const text = "a\n\n{{< warning >}}\nb\n{{< /warning >}}\nc";
    const { text: result } = replaceShortcodes(text, { locate: () => undefined, variables: {}, isMarkdown: true });
    expect(result.split("\n")).toHaveLength(6);
  });

  it("converts callouts in HTML", () => {
    const options = { locate: () => undefined, variables: {}, language: "de" };
    expect(replaceShortcodes("{{< tip >}}<p>a</p>{{< /tip >}}", options).text).toBe(
      "<blockquote><p><strong>Tipp</strong></p><p>a</p></blockquote>",
    );
  });

  it("removes a tag without an end, and an end without a start", async () => {
    expect(await drawn("{{< note >}} a\n\n{{< /tip >}} b\n\n{{< note >}}\nc\n{{< /note >}}")).toBe(
      `<p>a</p><p>b</p>${quotation("Note", "<p>c</p>")}`,
    );
  });

  it("converts Markdown in the summary of details", async () => {
    expect(await drawn('{{% details summary="See *the* `x`" %}}\na\n{{% /details %}}')).toBe(
      "<details><summary>See <em>the</em> <code>x</code></summary><p>a</p></details>",
    );
  });

  it("keeps all words of the summary of details", async () => {
    expect(await drawn("{% details A few words %}\na\n{% enddetails %}")).toBe("<details><summary>A few words</summary><p>a</p></details>");
  });
});
