import { describe, expect, it } from "vitest";
import { compileAll, compileOne } from "../sample.ts";

const other = "# Other\n\n## Setting up\n\n## 1. Café\n\n<a name=x></a>\n\na[^1]\n\n[^1]: b";

async function problemsOf(text: string): Promise<readonly string[]> {
  return (await compileAll({ "2024-11-06-moon.md": text, "other.md": `---\ndate: 2024-11-05\n---\n${other}` })).problems;
}

describe("a link to an anchor of another article", () => {
  it.each(["setting-up", "1-caf%C3%A9", "1-café", "x", "fn-1", "", "top", ":~:text=b"])("accepts #%s", async (anchor) => {
    expect(await problemsOf(`[a](other.md#${anchor})`)).toEqual([]);
  });

  it("is reported with its location if the anchor does not exist", async () => {
    expect(await problemsOf("# A\n\nb [c](other.md#nowhere)")).toEqual([
      expect.stringMatching(
        /^articles\/2024-11-06-moon\.md:3:3 warning Cannot find the anchor of "other\.md#nowhere" in articles\/other\.md: /,
      ),
    ]);
  });

  it.each([
    "/articles/other#setting-up",
    "/articles/other/#setting-up",
    "https://example.com/articles/other#setting-up",
    "other#setting-up",
    "/articles/other#other-setting-up", // copied from a browser
    "other.md?a=b#setting-up",
  ])("finds the anchor of the address %s", async (address) => {
    const files = { "2024-11-06-moon.md": `[a](${address})`, "other.md": `---\ndate: 2024-11-05\n---\n${other}` };
    const { entries, problems } = await compileAll(files);
    expect(entries[0]?.content).toMatch(/"https:\/\/example\.com\/articles\/other\/?(?:\?a=b)?#other-setting-up"/);
    expect(problems).toEqual([]);
    expect(await problemsOf(`[a](${address}2)`)).toEqual([expect.stringContaining("Cannot find the anchor of")]);
  });

  it.each(["größe", "gr%C3%B6%C3%9Fe"])("is decoded in the warning: #%s", async (anchor) => {
    expect(await problemsOf(`[a](other.md#${anchor})`)).toEqual([expect.stringContaining('the anchor of "other.md#größe" in')]);
    expect(await problemsOf(`[a](#${anchor})`)).toEqual([expect.stringContaining('the anchor "#größe" in this')]);
  });

  it("is not checked for another site", async () => {
    const { content, problems } = await compileOne("[a](https://example.org/articles/moon#b)");
    expect([content, problems]).toEqual(['<p><a href="https://example.org/articles/moon#b">a</a></p>', []]);
  });

  it("is reported with the right spelling", async () => {
    expect(await problemsOf("[a](other.md#Setting_Up)")).toEqual([expect.stringContaining('write "#setting-up"')]);
  });

  it("is not reported as well if the article is a draft, unless a draft links to it", async () => {
    const draft = "---\ndate: 2024-11-05\ndraft: true\n---\n";
    const files = { "2024-11-06-moon.md": "[a](b.md#x)", "b.md": `${draft}# B\n\nc`, "d.md": `${draft}# D\n\n[a](b.md#x)` };
    const { problems } = await compileAll(files, { checksDrafts: true });
    expect(problems).toEqual([
      expect.stringMatching(/^articles\/2024-11-06-moon\.md:1:1 warning Cannot follow the link to "b\.md#x": it is a draft/),
      expect.stringMatching(/^articles\/d\.md:7:1 warning Cannot find the anchor of "b\.md#x" in articles\/b\.md: /),
    ]);
  });

  it("is not reported if the article has errors", async () => {
    const { problems } = await compileAll({ "2024-11-06-moon.md": "[a](other.md#b)", "other.md": "no date" });
    expect(problems.filter((problem) => problem.includes("anchor"))).toEqual([]);
  });
});

describe("a link to the heading that is the title", () => {
  it.each([
    ["# Moon\n\n[a](#moon)", "https://example.com/articles/moon"],
    ["---\ntitle: Moon\n---\n# Moon\n\n[a](#Moon)", "https://example.com/articles/moon"],
    ["---\ntitle: Moon\n---\n[a](#moon)", "https://example.com/articles/moon"],
    ["# :rocket: Start\n\n[a](#rocket-start)", "https://example.com/articles/moon"],
    ["# A {#b}\n\n[a](#a)", "https://example.com/articles/moon"],
    ["# Moon\n\n[a](moon.md#moon)", "https://example.com/articles/moon"],
    ["# Moon\n\n## Moon\n\n[a](#moon)", "https://example.com/articles/moon#moon-moon"],
    ["[a](other.md#other)", "https://example.com/articles/other"],
    ["[a](other.md?b=c#Other)", "https://example.com/articles/other?b=c"],
    ["[a](/articles/other#other)", "https://example.com/articles/other"],
    ["[[other#Other|a]]", "https://example.com/articles/other"],
  ])("leads to the article: %j", async (text, url) => {
    const { entries, problems } = await compileAll({ "2024-11-06-moon.md": text, "other.md": `---\ndate: 2024-11-05\n---\n${other}` });
    expect(entries[0]?.content).toContain(`<a href="${url}">a</a>`);
    expect(problems).toEqual([]);
  });

  it("keeps its fragment if another heading may have the same anchor", async () => {
    const text = "---\ntitle: Other\ndate: 2024-11-05\n---\n## Other";
    const { entries, problems } = await compileAll({ "2024-11-06-moon.md": "[a](other.md#other)", "other.md": text });
    expect(entries[0]?.content).toContain('href="https://example.com/articles/other#other-other"');
    expect(problems).toEqual([]);
  });

  it("is not reported if something in code seems to have the same anchor", async () => {
    const text = "---\ntitle: Other\ndate: 2024-11-05\n---\n```sh\n# Other\n# Other\n```";
    expect((await compileAll({ "2024-11-06-moon.md": "[a](other.md#other)", "other.md": text })).problems).toEqual([]);
  });
});

describe("a link to an anchor of the same article", () => {
  it.each([
    ["[a](#setting-up)\n\n## Setting up", "moon-setting-up"],
    ["[a](#Setting-Up)\n\n## Setting up", "moon-setting-up"],
    ["[a](#Caf%C3%A9)\n\n## 1. Café", "moon-1-caf%C3%A9"],
    ["[a](#b%20c)\n\n<p id='b c'>d</p>", "moon-b-c"],
    ["[a](#n)\n\n<a name=n>d</a>", "moon-n"],
    ["[b](#rocket-getting-started)\n\n## :rocket: Getting started", "moon--getting-started"],
    ["[b](#-getting-started)\n\n## :rocket: Getting started", "moon--getting-started"],
    ["[b](#a-tada-b)\n\n## A :tada: *b*", "moon-a--b"],
    ["[b](#tada-a-1)\n\n## :tada: A\n\n## :tada: A", "moon--a-1"],
    ["[b](#top)\n\n## Top", "moon-top"],
    ["[b](#TOP)\n\n## A", "TOP"],
  ])("finds the anchor: %j", async (text, anchor) => {
    const { content, problems } = await compileOne(text);
    expect(problems).toEqual([]);
    expect(content).toContain(`href="https://example.com/articles/moon#${anchor}"`);
  });

  it("is reported with its location if the anchor does not exist", async () => {
    const { problems } = await compileOne("# A\n\n[b](#nowhere) [c](#) [d](#top)");
    expect(problems).toEqual([expect.stringMatching(/moon\.md:3:1 warning Cannot find the anchor "#nowhere" in this article: /)]);
  });
});

describe("a link to a heading with a badge", () => {
  const badge = '<Badge type="warning" text="beta" />';

  it.each([
    [`## The core ${badge}`, "the-core", "the-core-beta"],
    [`## The core ${badge}`, "the-core-beta", "the-core-beta"],
    [`### What's new ${badge} ${badge}`, "what-s-new", "whats-new-beta-beta"],
    [`## \`ref()\` ${badge}`, "ref", "ref-beta"],
    [`## ${badge} Café`, "Cafe", "beta-café"],
    [`> ## The core ${badge}`, "the-core", "the-core-beta"],
    [`The core ${badge}\n---`, "the-core", "the-core-beta"],
    [`## Core ${badge}\n\n## Core ${badge}`, "core-1", "core-beta-1"],
    [`## The core ${badge} {#own}`, "the-core", "own"],
    [`## Core\n\n## Core ${badge}`, "core", "core"],
  ])("in %j leads to it by %j", async (heading, anchor, id) => {
    const { content, problems } = await compileOne(`[a](#${anchor})\n\n${heading}`);
    expect(problems).toEqual([]);
    expect(content).toContain(`href="https://example.com/articles/moon#moon-${encodeURI(id)}"`);
    expect(content).toContain(` id="moon-${id}"`);
  });

  it.each([
    ["other.md", "the-core", "the-core-beta"],
    ["other.md", "The_core", "the-core-beta"],
    ["other.md", "the-core-beta", "the-core-beta"],
    ["other.md", "plain", "plain"],
    ["other.md", "pl%61in", "pl%61in"],
    ["other.mdx", "the-core", "the-core-beta"],
  ])("in another article %s leads to it by %j", async (source, anchor, id) => {
    const { entries, problems } = await compileAll({
      "2024-11-06-moon.md": `[a](${source}#${anchor})`,
      [source]: `---\ndate: 2024-11-05\ntitle: Other\n---\n## The core ${badge}\n\n## Plain`,
    });
    expect(problems).toEqual([]);
    expect(entries[0]?.content).toContain(`href="https://example.com/articles/other#other-${id}"`);
    expect(entries[1]?.content).toContain(` id="other-${decodeURI(id)}"`);
  });

  it("is found in MDX", async () => {
    const { content, problems } = await compileOne(`[a](#the-core)\n\n## The core ${badge}`, "2024-11-06-moon.mdx");
    expect(problems).toEqual([]);
    expect(content).toBe(
      '<p><a href="https://example.com/articles/moon#moon-the-core-beta">a</a></p>\n<h2 id="moon-the-core-beta">The core beta</h2>',
    );
  });

  it("leads to the article if it is the title", async () => {
    const { content, problems } = await compileOne(`# The core ${badge}\n\n[a](#the-core)`);
    expect([content, problems]).toEqual(['<p><a href="https://example.com/articles/moon">a</a></p>', []]);
  });

  it("does not change the heading", async () => {
    expect((await compileOne(`## The core ${badge}\n\n\`a\` ${badge}`)).content).toBe(
      '<h2 id="moon-the-core-beta">The core beta</h2>\n<p><code>a</code> beta</p>',
    );
  });

  it("is reported if it has other words", async () => {
    const { problems } = await compileOne(`[a](#beta)\n\n## The core ${badge}`);
    expect(problems).toEqual([expect.stringContaining('Cannot find the anchor "#beta"')]);
  });
});
