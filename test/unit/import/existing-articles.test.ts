import { describe, expect, it } from "vitest";
import { parseFrontMatter } from "../../../src/content/front-matter/front-matter.ts";
import { ExistingArticles } from "../../../src/import/existing-articles.ts";
import { prepareEntry } from "../../../src/import/prepared-entry.ts";
import { sampleSite } from "../../samples.ts";
import { compileImported, imported, now, placeAll } from "./imported.ts";

const options = { site: sampleSite, now };

describe("planFile()", () => {
  it("names a file by year, date and name, with the entry's address and id", async () => {
    const [placed] = await placeAll([imported()]);
    expect(placed).toEqual({
      outcome: "new",
      source: "2024/2024-11-06-moon.html",
      notes: [],
      files: [],
      text: "---\ntitle: Moon\ndate: 2024-11-06T12:00:00Z\nid: https://old.example/2024/moon\npermalink: /2024/moon\n---\n<p>Up.</p>\n",
    });
  });

  it("omits an id that equals the site's default", async () => {
    const own = "https://news.example/2024/moon";
    const [placed] = await placeAll([imported({ id: own, link: own })]);
    expect(placed).not.toMatchObject({ text: expect.stringContaining("\nid:") });
    expect((await compileImported([imported({ id: own, link: own })]))[0]?.id).toBe(own);
  });

  it("keeps an entry without a date as a draft, with possible dates", async () => {
    const undated = { published: undefined, link: "https://old.example/2019/05/moon.html" };
    const [placed, other] = await placeAll([
      imported(undated),
      imported({ id: "b", published: "soon", link: undefined, content: "On May 7, 2018" }),
    ]);
    expect(placed).toMatchObject({
      source: "undated/moon.html",
      notes: [expect.stringContaining('its address has /2019/05; if that is it, add "date: 2019-05-01"')],
    });
    expect(placed).toMatchObject({
      text: expect.stringMatching(/^---\n# Cannot find its date: .*\ntitle: Moon\n[\s\S]*\ndraft: true\n---\n/),
    });
    expect(other).toMatchObject({ notes: [expect.stringMatching(/^Cannot read date "soon": .*add "date: 2018-05-07"/)] });
    expect(await compileImported([imported(undated)])).toMatchObject([{ draft: true, title: "Moon" }]);
  });

  it("escapes shortcodes in HTML from another system", async () => {
    const content = '<p title="{{ a }}">{% b %} {{< figure src="c" >}} {: .d} {e}</p><pre><code>{{ f }}</code></pre>';
    const [entry] = await compileImported([imported({ content })]);
    expect(entry?.content).toBe(content.replace("< figure", "&#x3C; figure"));
  });

  it("reuses no file, id or address of another entry", async () => {
    const again = imported({ id: "other", published: "2024-12-24T00:00:00Z" });
    const placed = await placeAll([imported(), imported(), again, imported({ id: "third", link: "https://old.example/x/moon" })]);
    expect(placed.map(({ outcome }) => outcome)).toEqual(["new", "twice", "new", "new"]);
    expect(placed[2]).toMatchObject({
      source: "2024/2024-12-24-moon-2.html",
      notes: ["Its address /2024/moon belongs to another entry; it gets a new one"],
    });
    expect(placed[3]).toMatchObject({ source: "2024/2024-11-06-moon-3.html" });
    expect(await compileImported([imported(), again])).toHaveLength(2);
  });

  it("skips an entry without title and text, unless it has a recording", async () => {
    const bare = { title: "", content: " ", link: undefined };
    const enclosure = { url: "https://x.example/a.mp3?a&b" };
    const placed = await placeAll([imported(bare), imported({ ...bare, id: "b", enclosure })]);
    expect(placed).toMatchObject([
      { outcome: "empty" },
      { text: expect.stringContaining('<p><a href="https://x.example/a.mp3?a&amp;b">') },
    ]);
  });

  it("drops an address with a query", async () => {
    const [placed] = await placeAll([imported({ link: "https://old.example/?p=12" })]);
    expect(placed).toMatchObject({
      source: "2024/2024-11-06-moon.html",
      notes: [expect.stringContaining("?p=12: addresses cannot depend on a query")],
    });
    expect(placed).not.toMatchObject({ text: expect.stringContaining("permalink") });
  });

  it("does not report a dropped address that redirects, since it is the id", async () => {
    const [placed] = await placeAll([imported({ id: "http://old.example/?p=12", link: "https://old.example/?p=12" })]);
    expect(placed).toMatchObject({ notes: [] });
  });

  it("keeps aliases, a language that differs from the site's, and a later update", async () => {
    const fields = {
      aliases: ["https://old.example/1", "/old/moon", "https://x.example/2", "https://old.example/2024/moon/"],
      language: "de-AT",
    };
    const [placed, english] = await placeAll([
      imported({ ...fields, updated: "2024-11-07T00:00:00Z" }),
      imported({ id: "b", link: undefined, language: "en-US", updated: "2024-11-06T12:00:00.9Z" }),
    ]);
    const data = parseFrontMatter("x", (placed as { text: string }).text).data;
    expect(data).toMatchObject({ aliases: ["/1", "/old/moon"], language: "de-AT", updated: "2024-11-07T00:00:00Z" });
    expect(english).not.toMatchObject({ text: expect.stringMatching(/language|updated/) });
  });

  it("derives the name from the address or the title, in any script, never too long or hidden", async () => {
    const placed = await placeAll([
      imported({ id: "1", link: "https://old.example/a/%E6%9C%88/index.html" }),
      imported({ id: "2", link: undefined, title: "_Über: das?" }),
      imported({ id: "3", link: undefined, title: "語".repeat(300) }),
      imported({ id: "4", link: undefined, title: "../../etc/passwd" }),
    ]);
    const names = placed.map((place) => "source" in place && place.source.replace("2024/2024-11-06-", ""));
    expect(names).toEqual(["月.html", "über-das.html", `${"語".repeat(60)}.html`, "etc-passwd.html"]);
  });

  it("writes hostile HTML unchanged; compiling it sanitizes it", async () => {
    const content = `<p onclick="x()">a<script>alert(1)</script><a href="javascript:x()">b</a><img src=x onerror=x()></p><style>p{}</style>---\n`;
    const [placed] = await placeAll([imported({ content, title: "<script>x</script>" })]);
    expect(placed).toMatchObject({ text: expect.stringContaining('<p onclick="x()">a<script>alert(1)</script>') });
    const [entry] = await compileImported([imported({ content })]);
    expect(entry?.content).not.toMatch(/script|onclick|onerror|style/);
  });
});

describe("planFile() in a folder with articles", () => {
  const existingWith = async (source: string, text: string) => {
    const existing = new ExistingArticles(options);
    await existing.add({ source, text });
    return existing;
  };

  it.each([
    ["by id", "a.md", "---\ndate: 2024-01-01\nid: https://old.example/2024/moon\n---\nx"],
    ["by permalink", "a.md", "---\ndate: 2024-01-01\npermalink: /2024/moon/\n---\nx"],
    ["by what its file would give", "2024/moon.md", "---\ndate: none\nid: https://old.example/2024/moon\n---\nx"],
  ])("skips an existing entry, %s", async (_, source, text) => {
    expect((await existingWith(source, text)).planFile(await prepareEntry(imported(), options))).toEqual({ outcome: "existing" });
  });

  it("reserves the name of an article that cannot be parsed", async () => {
    const placed = (await existingWith("2024/moon.md", "---\n: [\n")).planFile(await prepareEntry(imported(), options));
    expect(placed).toMatchObject({ source: "2024/2024-11-06-moon-2.html" });
  });

  it("recognizes all entries of an earlier import", async () => {
    const odd = [
      imported({ id: undefined, link: undefined }),
      imported({ id: undefined, link: undefined, published: undefined, title: "" }),
      imported(),
    ];
    const existing = new ExistingArticles(options);
    for (const placed of await placeAll(odd)) if (placed.outcome === "new") await existing.add(placed);
    const again = await Promise.all(odd.map(async (entry) => existing.planFile(await prepareEntry(entry, options))));
    expect(again.map(({ outcome }) => outcome)).toEqual(["existing", "existing", "existing"]);
  });
});
