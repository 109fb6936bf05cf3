import { describe, expect, it } from "vitest";
import { compileOne } from "../../sample.ts";

async function read(text: string) {
  const { content, problems } = await compileOne(`---\ntitle: T\n---\n${text}`, "2024-11-06-moon.mdx");
  const removed = problems.map((problem) => /Removed tags of another generator: (.*);/.exec(problem)?.[1] ?? problem);
  return { content, removed };
}

const python = "`def f(x):\n    return x`";

describe("the text of an expression", () => {
  it.each([
    [`<pre><code>{${python}}</code></pre>`, "<pre><code>def f(x):\n  return x</code></pre>"], // as MDX: two spaces less in an element
    [`<pre>\n  <code>\n    {${python}}\n  </code>\n</pre>`, "<pre><code>def f(x):\n  return x</code></pre>"],
    ["<pre>{`a\n    b\n        c`}</pre>", "<pre>a\n  b\n      c</pre>"],
    ["- a\n\n  <pre>{`b\n      c`}</pre>", "<ul>\n<li>\n<p>a</p>\n<pre>b\n  c</pre>\n</li>\n</ul>"],
    ['<pre>{"a\\n    b"}</pre>', "<pre>a\n    b</pre>"],
    [`export const a = ${python}\n\n<pre><code>{a}</code></pre>`, "<pre><code>def f(x):\n    return x</code></pre>"],
    [`export const a = ${python}\n\n<CodeBlock>{a}</CodeBlock>`, "<pre><code>def f(x):\n    return x\n</code></pre>"],
    [`export const a = ${python}\n\n<CodeBlock>\n{a}\n</CodeBlock>`, "<pre><code>def f(x):\n    return x\n</code></pre>"],
    ['<CodeBlock>{"a\\n" + "  b"}</CodeBlock>', "<pre><code>a\n  b\n</code></pre>"],
    ['<Code code={["a", "  b"].join("\\n")} />', "<pre><code>a\n  b\n</code></pre>"],
  ])("keeps the indentation that it has in MDX: %j", async (text, html) => {
    expect(await read(text)).toEqual({ content: html, removed: [] });
  });

  it.each([
    ["{true ? <p>a</p> : <p>b</p>}", "<p>a</p>"],
    ['{true && "a"}{false && "b"}{null}{undefined}{0}', "<p>a0</p>"],
    ['{<Admonition type="tip" title="A">b</Admonition>}', "<blockquote>\n<p><strong>A</strong></p>\n<p>b</p>\n</blockquote>"],
    ["<ul>{[1, 2].map((n, index) => <li key={n}>{n}: {index}</li>)}</ul>", "<ul><li>1: 0</li><li>2: 1</li></ul>"],
    ['<dl>{[{ a: "b", c: "d" }].map(({ a, c }) => <><dt>{a}</dt><dd>{c}</dd></>)}</dl>', "<dl><dt>b</dt><dd>d</dd></dl>"],
    ['{[<b key="1">a</b>, "c", null, true]}', "<p><b>a</b>c</p>"],
    ["<p>{<>\n  a\n  <b>b</b> {/* c */}\n  d\n</>}</p>", "<p>a<b>b</b> d</p>"],
    ["<Tip>\n  {'a'}\n\n  b\n</Tip>", "<blockquote>\n<p><strong>Tip</strong></p>\n<p>a</p>\n<p>b</p>\n</blockquote>"],
    ["<Fragment>a *b*</Fragment>", "<p>a <em>b</em></p>"],
  ])("shows %j as React does", async (text, html) => {
    expect(await read(text)).toEqual({ content: html, removed: [] });
  });

  it.each([
    ["<ul>{names.map((name) => <li>{name}</li>)}</ul>", "<ul></ul>"],
    ['{["a"].map((name) => <p>{translate(name)}</p>)}', "<p></p>"],
    ["a {{ a: 1 }}", "<p>a </p>"],
    ["a\n\n<CodeBlock>{read()}</CodeBlock>", "<p>a</p>"],
  ])("is a warning if only a program finds it: %j", async (text, html) => {
    expect(await read(text)).toEqual({ content: html, removed: [expect.stringContaining("{…}")] });
  });

  it.each(["{%}", "a {%}"])("is a warning if it has too many parts: %s", async (text) => {
    const lists = text.replace("%", `${"f(".repeat(30)}1${")".repeat(30)}`);
    const { removed } = await read(`export const f = (a) => [a, a]\n\n${lists}`);
    expect(removed).toEqual([expect.stringContaining("{…}")]);
  });
});

describe("an attribute", () => {
  it.each([
    ["<Note title={<>A <b>b</b></>}>c</Note>", "<blockquote><p><strong>A <b>b</b></strong></p><p>c</p></blockquote>"],
    ['<Callout title={"A" + " b"}>c</Callout>', "<blockquote><p><strong>A b</strong></p><p>c</p></blockquote>"],
    ['<Callout header="A">c</Callout>', "<blockquote><p><strong>A</strong></p><p>c</p></blockquote>"],
    ["<Accordion title={<b>A</b>}>c</Accordion>", "<p><strong><b>A</b></strong></p><p>c</p>"],
    ["<Card title={['A', ' b']}>c</Card>", "<p><strong>A b</strong></p><p>c</p>"],
    [
      '<Figure src="https://e.org/a.png" caption={<>A <em>b</em></>} />',
      '<figure><img src="https://e.org/a.png" alt="A b"><figcaption>A <em>b</em></figcaption></figure>',
    ],
    ["<Tabs><TabItem value='a' label={<>A <b>b</b></>}>c</TabItem></Tabs>", "<p><strong>A <b>b</b></strong></p><p>c</p>"],
    ["<Tabs items={['a', <b>b</b>]}><Tab>c</Tab><Tab>d</Tab></Tabs>", "<p><strong>a</strong></p><p>c</p><p><strong>b</strong></p><p>d</p>"],
    ["export const a = ['b']\n\n<Tabs items={a}><Tab>c</Tab></Tabs>", "<p><strong>b</strong></p><p>c</p>"],
    [
      '<Card title="A" description={<>See <a href="https://e.org/">b</a></>} />',
      '<p><strong>A</strong></p><p>See <a href="https://e.org/">b</a></p>',
    ],
    ['<Tip children="a" />', "<blockquote><p><strong>Tip</strong></p><p>a</p></blockquote>"],
    ["<Tip children={<b>a</b>} />", "<blockquote><p><strong>Tip</strong></p><p><b>a</b></p></blockquote>"],
    ['<p children="a">b</p>', "<p>b</p>"],
    ['export const a = { title: "A" }\n\n<Note {...a}>b</Note>', "<blockquote><p><strong>A</strong></p><p>b</p></blockquote>"],
    ['<Card {...{ title: "A", children: "b" }} />', "<p><strong>A</strong></p><p>b</p>"],
    ["<details open={true}><summary>a</summary>b</details>", "<details open><summary>a</summary>b</details>"],
    ["<details open={false}><summary>a</summary>b</details>", "<details><summary>a</summary>b</details>"],
    [
      'export const a = "https://e.org/a.png"\n\n<Card title="A" thumb={a}>b</Card>',
      '<p><img src="https://e.org/a.png" alt=""></p><p><strong>A</strong></p><p>b</p>',
    ],
    ['export const a = { src: "https://e.org/a.png" }\n\n<Image src={a} alt="A" />', '<img src="https://e.org/a.png" alt="A">'],
    [
      'export const a = { textAlign: "right" }\n\n<table><tr><td style={a}>b</td></tr></table>',
      '<table><tbody><tr><td align="right">b</td></tr></tbody></table>',
    ],
  ])("shows its value: %j", async (text, html) => {
    const { content, removed } = await read(text);
    expect({ content: content.replaceAll("\n", ""), removed }).toEqual({ content: html, removed: [] });
  });

  it.each([
    ["<Tip title={t('a')}>b</Tip>", "<Tip>"],
    ["<Tip title={<Logo />}>b</Tip>", "<Tip>"],
    ["<Note footer={<b>a</b>}>b</Note>", "<Note>"],
    ["<Tip children={a} />", "<Tip>"],
    ["<p {...props}>b</p>", "<p>"],
    ["<Tip {...props}>b</Tip>", "<Tip>"],
    ["<Tabs items={all}><Tab>b</Tab></Tabs>", "<Tabs>"],
    ['<img src="https://e.org/a.png" alt={a} />', "<img>"],
  ])("is a warning if only a program finds its value: %j", async (text, name) => {
    expect((await read(text)).removed).toEqual([name]);
  });
});

describe("the content in an attribute", () => {
  it.each([
    ['<div dangerouslySetInnerHTML={{ __html: "<p>a</p>" }} />', "<div><p>a</p></div>"],
    ["export const a = '<p>b</p>'\n\n<div dangerouslySetInnerHTML={{ __html: a }} />", "<div><p>b</p></div>"],
    ['<p set:html={"<b>a</b> c"} />', "<p><b>a</b> c</p>"],
    ['<div set:text="a <b>" />', "<div>a &#x3C;b></div>"],
    ['<Fragment set:html="<p>a</p>" />', "<p>a</p>"],
    ['<Tip set:html="<p>a</p>" />', "<blockquote>\n<p><strong>Tip</strong></p>\n<p>a</p>\n</blockquote>"],
    ["<p v-html=\"'<b>a</b>'\" />", "<p><b>a</b></p>"],
    ['<p set:html="<b onclick=1>a</b>" />', "<p><b>a</b></p>"],
  ])("is shown: %j", async (text, html) => {
    expect(await read(text)).toEqual({ content: html, removed: [] });
  });

  it("is sanitized", async () => {
    const { content, removed } = await read('<div set:html="<script>a</script>b" />');
    expect(content).toBe("<div>b</div>");
    expect(removed).toEqual([expect.stringContaining("<script>")]);
  });

  it.each([
    ["<div dangerouslySetInnerHTML={{ __html: a }} />", "<div>"],
    ["<p set:html={a} />", "<p>"],
    ["<Fragment set:html={a} />", "<Fragment>"],
    ['<p v-html="a" />', "<p>"],
  ])("is a warning if only a program finds it: %j", async (text, name) => {
    expect((await read(text)).removed).toEqual([name]);
  });

  it("has a limit", async () => {
    const text = `export const a = "${"<b>x</b>".repeat(2000)}"\n\n${"<p set:html={a} />\n\n".repeat(50)}`;
    expect((await read(text)).removed).toEqual([expect.stringMatching(/^<p> \(\d+ times\)$/)]);
  });
});
