import { describe, expect, it } from "vitest";
import { toHtml } from "../../../../src/content/html/html.ts";
import { parseMdx } from "../../../../src/content/markup/mdx.ts";

function drawn(text: string): string {
  const { removed, tree } = parseMdx(text, "en");
  expect([...removed]).toEqual([]);
  return toHtml(tree)
    .replaceAll("\n", "")
    .replaceAll(/<p><strong>([^<]*)<\/strong><\/p>/g, "[$1]");
}

const values = "values={[{label: 'macOS', value: 'mac'}, {\"label\": `Windows 10`, value: \"win\"}, {value: 'bsd'}]}";

describe("labelTabs()", () => {
  it.each([
    [
      `<Tabs ${values}>\n<TabItem value="mac">a</TabItem>\n<TabItem value="win">b</TabItem>\n</Tabs>`,
      "[macOS]<p>a</p>[Windows 10]<p>b</p>",
    ],
    [`<Tabs ${values}><TabItem value="win">a</TabItem><TabItem value="mac">b</TabItem></Tabs>`, "[Windows 10]<p>a</p>[macOS]<p>b</p>"],
    [
      `<Tabs ${values}>\n<TabItem value="bsd">\n\na\n\n</TabItem>\n<TabItem value="os">\n\nb\n\n</TabItem>\n</Tabs>`,
      "[bsd]<p>a</p>[os]<p>b</p>",
    ],
    [`<Tabs ${values}>\n<TabItem value="mac" label="Old">\na\n</TabItem>\n</Tabs>`, "[macOS]<p>a</p>"],
    ["<Tabs values={values}>\n<TabItem value='mac' label='Mac'>a</TabItem>\n</Tabs>", "[Mac]<p>a</p>"],
    ['<TabItem value="apple">Apple text</TabItem>', "[apple]<p>Apple text</p>"],
  ])("labels the tabs of Docusaurus %j", (text, expected) => {
    expect(drawn(text)).toBe(expected);
  });

  it.each([
    [
      "<Tabs items={['npm', `yarn`]}>\n<Tab>\n```sh\na\n```\n</Tab>\n<Tab>**b** c</Tab>\n</Tabs>",
      '[npm]<pre><code class="language-sh">a</code></pre>[yarn]<p><strong>b</strong> c</p>',
    ],
    ["<Tabs items={['npm', 'yarn']}>\n  <Tabs.Tab>a</Tabs.Tab>\n  <Tabs.Tab>b</Tabs.Tab>\n</Tabs>", "[npm]<p>a</p>[yarn]<p>b</p>"],
    [
      "<Tabs items={[<b>x</b>, 'B', {label: 'C', disabled: true}]}>\n<Tab>a</Tab>\n<Tab>b</Tab>\n<Tab>c</Tab>\n</Tabs>",
      "[x]<p>a</p>[B]<p>b</p>[C]<p>c</p>",
    ],
    ["<Tabs items={['A', 'B']}>\n<Tab value=\"B\">b</Tab>\n<Tab title=\"D\">d</Tab>\n</Tabs>", "[B]<p>b</p>[D]<p>d</p>"],
    [
      "<Tabs items={['O']}>\n<Tab>\n\n<Tabs items={['I', 'J']}>\n<Tab>a</Tab>\n<Tab>b</Tab>\n</Tabs>\n\n</Tab>\n</Tabs>",
      "[O][I]<p>a</p>[J]<p>b</p>",
    ],
    ["<Tabs items={[, 'B']}><Tab>a</Tab><Tab>b</Tab></Tabs>", "<p>a</p>[B]<p>b</p>"],
    ["<Tabs items='A'><Tab>a</Tab></Tabs>", "<p>a</p>"],
  ])("labels the tabs of Nextra and Fumadocs %j", (text, expected) => {
    expect(drawn(text)).toBe(expected);
  });

  it("labels tabs within a sentence there", () => {
    expect(drawn("See <Tabs items={['A']}><Tab>a</Tab></Tabs> now")).toBe("<p>See <strong>A</strong> a now</p>");
  });
});
