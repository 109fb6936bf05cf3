import { describe, expect, it } from "vitest";
import { cpuMilliseconds } from "../../../cpu-milliseconds.ts";
import { compileAll, compileOne, now, site, someMedia } from "../sample.ts";

async function problemsOf(text: string, source = "moon.md"): Promise<readonly string[]> {
  return (await compileAll({ [source]: text })).problems;
}

const undated = "articles/moon.md:1:1 error Cannot find a date in the front matter or the file name";

describe("parseArticle() and titles", () => {
  it.each([
    ["the front matter's", "---\ntitle: Moon\n---\n# Sun\n\nText", "Moon", '<h1 id="moon-sun">Sun</h1>\n<p>Text</p>'],
    [
      "the first heading's, which leaves the content",
      "# The *Moon*\n\nText\n\n# Sun",
      "The Moon",
      '<p>Text</p>\n<h1 id="moon-sun">Sun</h1>',
    ],
    ["the front matter's, once", "---\ntitle: The Moon\n---\n# The  *Moon*\n\nText", "The Moon", "<p>Text</p>"],
    ["none", "Text\n\n## Sun", "", '<p>Text</p>\n<h2 id="moon-sun">Sun</h2>'],
    [
      "the front matter's with badges",
      '---\ntitle: Moon 2\n---\n# Moon 2 <Badge text="new" /> <Badge text="beta" />\n\nText',
      "Moon 2",
      "<p>new beta</p>\n<p>Text</p>",
    ],
    ["a heading with a badge", '# Moon <Badge text="new" />\n\nText', "Moon new", "<p>Text</p>"],
    [
      "the front matter's with words",
      "---\ntitle: Moon\n---\n# Moon new\n\nText",
      "Moon",
      '<h1 id="moon-moon-new">Moon new</h1>\n<p>Text</p>',
    ],
    ["one behind an empty heading", "#\n\n# Moon\n\nText", "Moon", '<h1 id="moon-"></h1>\n\n<p>Text</p>'],
    ["none of a drawing", "<svg><title>Icon</title></svg>\n\nText", "", "<p></p>\n<p>Text</p>"],
    ["one with characters that mean something", "# Vec<T> & &amp;amp; `x`\n\nText", "Vec & &amp; x", "<p>Text</p>"],
  ])("accepts %s", async (_, text, title, content) => {
    expect(await compileOne(text)).toMatchObject({ title, content });
  });

  it.each([
    ["heading", "<title>Page</title><h1> Moon\n</h1><p>Text</p>", "Moon"],
    ["title element", "<html><head><title>Page\n of mine</title></head><body><p>Text</p></body></html>", "Page of mine"],
  ])("takes an HTML page's %s", async (_, text, title) => {
    expect(await compileOne(text, "2024-11-06-moon.html")).toMatchObject({ title, content: "<p>Text</p>" });
  });

  const pictureIn = (name: string) => `<p>${name}</p>\n<p>Text</p>`.replace(/[a-z]\.png/, '<img src="https://e.com/$&" alt="">');

  it.each([
    ["# ![](https://e.com/a.png) Moon\n\nText", "moon.md", pictureIn("a.png")],
    ["---\ntitle: Moon\n---\n# ![](https://e.com/a.png) Moon\n\nText", "moon.md", pictureIn("a.png")],
    ["Moon ![](https://e.com/a.png)\n===\n\nText", "moon.md", pictureIn("a.png")],
    ["# Moon [![](https://e.com/a.png)](https://e.com/b)\n\nText", "moon.md", pictureIn('<a href="https://e.com/b">a.png</a>')],
    ["# [![](https://e.com/a.png) *Moon*](https://e.com/b)\n\nText", "moon.mdx", pictureIn('<a href="https://e.com/b">a.png</a>')],
    ['# <img src="https://e.com/a.png" alt=""/> Moon\n\nText', "moon.mdx", pictureIn("a.png")],
    [
      '<h1><span><img src="https://e.com/a.png" data-src="https://e.com/a.png" alt=""></span> Moon</h1>\n<p>Text</p>',
      "moon.html",
      pictureIn("a.png"),
    ],
    ["# ![](https://e.com/a.png) Moon\n\n![](https://e.com/a.png)\n\nText", "moon.md", pictureIn("a.png")],
  ])("keeps the pictures of the title in %j", async (text, name, content) => {
    const compiled = await compileOne(text, `2024-11-06-${name}`);
    expect(compiled).toMatchObject({ title: "Moon", summary: "Text", problems: [] });
    expect(compiled.content.replace(/\n+/g, "\n")).toBe(content);
  });

  it("keeps several pictures of the title apart, and publishes them", async () => {
    const { content } = await compileOne(
      "# ![](https://e.com/a.png) The ![](https://e.com/b.png) Moon ![](moon.png)\n\nText",
      "2024-11-06-moon.md",
      {
        media: someMedia,
      },
    );
    expect(content.match(/src="[^"]+"[^>]*>(?: <img|<.p>)/g)).toHaveLength(3);
    expect(content).toContain('src="https://example.com/media/ab/moon.png"');
  });

  it.each([
    ["without front matter", "Moon\n\nText", "Moon", "<p>Text</p>"],
    ["with another title", "---\ntitle: Sun\n---\nMoon\n\nText", "Sun", "<p>Moon</p>\n<p>Text</p>"],
    ["with the same title", "---\ntitle: Moon\n---\nMoon\n\nText", "Moon", "<p>Text</p>"],
    ["that is empty", "---\ntags: [Sky]\n---\n", "", ""],
    ["without markup", "Moon\n\n<b>*Not* & bold</b>", "Moon", "<p>&#x3C;b>*Not* &#x26; bold&#x3C;/b></p>"],
  ])("reads plain text %s", async (_, text, title, content) => {
    expect(await compileOne(text, "2024-11-06-moon.txt")).toMatchObject({ title, content });
  });

  it("reports the boilerplate that it removes from plain text, with its line", async () => {
    const { problems } = await compileOne("---\ntitle: Moon\n---\nText.\n\nAdvertisement\n\nMore.", "2024-11-06-moon.txt");
    expect(problems).toEqual(['articles/2024-11-06-moon.txt:6:1 warning Removed "Advertisement": boilerplate from a web page']);
  });
});

describe("parseArticle() and the lines of problems", () => {
  const linesOf = async (text: string) =>
    (await compileOne(text, "2024-11-06-moon.md")).problems
      .filter((problem) => problem.includes("gone"))
      .map((problem) => Number(problem.split(":")[1]));
  const wanted = (text: string) => text.split("\n").flatMap((line, index) => (line.includes("gone") ? [index + 1] : []));

  it.each([
    ["a figure over several lines", '{{< figure\n  src="https://e.com/a.png"\n  title="A"\n>}}'],
    ["an unknown tag over two lines", '{{< foo\n  c="d" >}}'],
    ["a tag in a sentence", 'A {{< foo\n  c="d" >}} b'],
    ["a tag that becomes more lines", '{{< figure src="https://e.com/a.png" title="A" >}}\nText'],
    ["a callout", "{{< callout >}} a {{< /callout >}}"],
    ["a comment of Liquid", "{% comment %}\na\nb\n{% endcomment %}"],
  ])("are right after %s", async (_, tag) => {
    const text = `---\ntitle: Moon\n---\n[a](gone-1.md)\n\n${tag}\n\n[b](gone-2.md)\n\n${tag}\n\n${tag}\n\n[c](gone-3.md)\n`;
    expect(await linesOf(text)).toEqual(wanted(text));
  });
});

describe("parseArticle() and dates", () => {
  it("prefers the date of the front matter to that of the file name", async () => {
    expect((await compileOne("---\ndate: 2024-05-01T12:00\n---\nText")).published).toBe(Date.UTC(2024, 4, 1, 10));
    expect(Math.floor((await compileOne("Text")).published / 1000)).toBe(Date.UTC(2024, 10, 5, 23) / 1000);
  });

  it.each([
    [
      "nothing in the text",
      "Text",
      `${undated}: add its date in a line such as "date: 2024-11-06", or "feed: false" if it is a page that belongs in no feed, between two lines "---" at the top of the file`,
    ],
    [
      "one in the text",
      "Seen on May 4, 2023.",
      `${undated}: the text has "May 4, 2023"; if that is it, add the line "date: 2023-05-04", or "feed: false" if it is a page that belongs in no feed, between two lines "---" at the top of the file`,
    ],
    [
      "one in the text, behind YAML",
      "---\ntitle: 1 May 1999\n---\nSeen on May 4, 2023.",
      `${undated}: the text has "May 4, 2023"; if that is it, add the line "date: 2023-05-04", or "feed: false" if it is a page that belongs in no feed`,
    ],
    [
      "one in the text, behind JSON",
      '{\n"title": "Moon"\n}\nSeen on May 4, 2023.',
      `${undated}: the text has "May 4, 2023"; if that is it, add the line "date": "2023-05-04", or "feed": false, if it is a page that belongs in no feed`,
    ],
    [
      "one in the text, behind TOML",
      "+++\ntitle = 'Moon'\n+++\nSeen on May 4, 2023.",
      `${undated}: the text has "May 4, 2023"; if that is it, add the line "date = 2023-05-04", or "feed = false" if it is a page that belongs in no feed`,
    ],
  ])("suggests a date if there is none: %s", async (_, text, expected) => {
    expect(await problemsOf(text)).toEqual([expected]);
  });

  it.each([
    ["date: 31/02/2024", 'articles/moon.md:3:7 error Cannot read date "31/02/2024": no such day'],
    ["pubDate: soon", 'articles/moon.md:3:10 error Cannot read date "soon": not a date; write it as 2024-11-06 or 2024-11-06T12:00:00Z'],
    [
      "date: 2024-11-06\nupdated: 04/05/2024",
      'articles/moon.md:4:10 error Cannot read updated "04/05/2024": day and month are ambiguous; write 2024-04-05 or 2024-05-04',
    ],
  ])("reports that it cannot read %j", async (yaml, expected) => {
    expect(await problemsOf(`---\ntitle: Moon\n${yaml}\n---\nText`)).toEqual([expected]);
  });

  it("reports an invalid date in the file name, unless the front matter has a date", async () => {
    const source = "2024-02-31-moon.md";
    expect(await problemsOf("Text", source)).toEqual([
      `articles/${source}:1:1 error Cannot read the date "2024-02-31" of the file name: no such day`,
    ]);
    expect(await problemsOf("---\ndate: 2024-03-02\n---\nText", source)).toEqual([]);
  });

  it("needs no date for a draft", async () => {
    const draft = "---\ndraft: true\n---\nText";
    expect(await problemsOf(draft)).toEqual([]);
    expect(await compileOne(draft, "moon.md", { development: true })).toMatchObject({ published: now, problems: [] });
  });

  it("shows an article without a date as a draft during development, with the line to add", async () => {
    const { draft, problems, published } = await compileOne("Moon\n\nSeen on 5 May 2020", "moon.txt", { development: true });
    expect({ draft, published }).toEqual({ draft: true, published: now });
    expect(problems).toEqual([
      expect.stringMatching(
        /^articles\/moon\.txt:1:1 warning A deployment stops here, since there is no date .*add the line "date: 2020-05-05"/,
      ),
    ]);
  });
});

describe("parseArticle() and bad input", () => {
  it.each(["", " \n\t\r\n"])("rejects the empty file %j", async (text) => {
    expect(await problemsOf(text)).toEqual([
      "articles/moon.md:1:1 error Cannot compile an empty file: write a title and a text, or delete it",
    ]);
  });

  it("reports the location of invalid front matter", async () => {
    expect(await problemsOf("---\ntitle: [a\n---\nText")).toEqual([
      expect.stringMatching(/^articles\/moon\.md:\d:\d+ error Cannot read the YAML front matter: /),
    ]);
  });

  it("reports all problems at once", async () => {
    expect(await problemsOf("---\ntitel: Moon\nupdated: never\nlang: a b\n---\nText\u0001")).toEqual([
      `${undated}: add its date in a line such as "date: 2024-11-06", or "feed: false" if it is a page that belongs in no feed`,
      expect.stringMatching(/^articles\/moon\.md:2:1 warning Cannot use key "titel"/),
      expect.stringMatching(/^articles\/moon\.md:3:10 error Cannot read updated "never"/),
      expect.stringMatching(/^articles\/moon\.md:4:7 warning Cannot use language/),
      expect.stringMatching(/^articles\/moon\.md:6:5 warning Cannot keep the character U\+0001/),
    ]);
  });

  it.each([
    ["in the text", "Text\n\na\u0007b", "moon.md", "3:2", "U+0007", "<p>a␇b</p>"],
    ["behind Windows line ends", "Text\r\n\r\na\u0007b", "moon.md", "3:2", "U+0007", "<p>a␇b</p>"],
    ["on a lone surrogate", "Text\n\na\uD83Db", "moon.md", "3:2", "U+D83D", "<p>a□b</p>"],
    ["by reference in Markdown", "Text\n\na&#7;b", "moon.md", "3:2", "&#7;", "<p>a□b</p>"],
    ["by reference on a later line", "Text\n\n😀 &#9; *a*\na&#x1;b", "moon.md", "4:2", "&#x1;", "<p>😀 \t <em>a</em>\na□b</p>"],
    ["by reference in MDX", "Text\n\na&#7;b", "moon.mdx", "3:2", "&#7;", "<p>a□b</p>"],
    ["by reference to no code point", "Text\n\na&#1114112;b", "moon.md", "3:2", "&#1114112;", "<p>a□b</p>"],
    [
      "by reference in a title of a link",
      "Text\n\n[`&#1;`](https://a.example 'a&#2;')",
      "moon.md",
      "3:30",
      "&#2;",
      '<p><a href="https://a.example/" title="a□"><code>&#x26;#1;</code></a></p>',
    ],
    ["by reference in a list", "Text\n\n<ol start='3'><li>a&#7;</li></ol>", "moon.md", "3:20", "&#7;", '<ol start="3"><li>a␇</li></ol>'],
    ["by reference in HTML", "<p>Text</p>\n\n<p>a&#7;b</p>", "moon.html", "3:5", "&#7;", "<p>a␇b</p>"],
    ["in an attribute", "Text\n\n<p title='a&#xFFFE;'>b</p>", "moon.md", "3:12", "&#xFFFE;", '<p title="a□">b</p>'],
    [
      "in a language of code",
      "Text\n\n<pre><code class='language-a&#7;'>b</code></pre>",
      "moon.md",
      "3:29",
      "&#7;",
      '<pre><code class="language-a␇">b</code></pre>',
    ],
    [
      "in the info of a code block",
      "Text\n\n```a&#7;\nb\n```",
      "moon.md",
      "3:5",
      "&#7;",
      '<pre><code class="language-a□">b\n</code></pre>',
    ],
  ])("replaces a character that is not allowed in feeds %s", async (_, text, file, place, character, content) => {
    const entry = await compileOne(text, `2024-11-06-${file}`);
    expect(entry.content.replace("\n\n", "\n")).toBe(`<p>Text</p>\n${content}`);
    expect(entry.problems).toEqual([
      `articles/2024-11-06-${file}:${place} warning Cannot keep the character ${character}: it is not allowed in feeds; it was replaced`,
    ]);
  });

  it.each([
    ["md", "Out :tada: at 10:30:45, std::tada::x, :not-an-emoji:", "Out 🎉 at 10:30:45, std::tada::x, :not-an-emoji:"],
    ["mdx", "Out :tada:", "Out 🎉"],
    ["md", "Lisbon &#8211; food &amp; wine: it&#8217;s &#038; &#60;", "Lisbon – food & wine: it’s & &#60;"],
    ["md", "What &amp; and &#65; are", "What &amp; and &#65; are"],
    ["html", "Lisbon &#8211; food", "Lisbon &#8211; food"],
    ["html", "Out :tada:", "Out :tada:"],
    ["txt", "Out :tada:", "Out :tada:"],
  ])("shows the emoji of a title in .%s as those of the text", async (markup, written, shown) => {
    const text = `---\ntitle: "${written}"\n---\n${/^m/.test(markup) ? `# ${written}\n\n` : ""}Text`;
    const entry = await compileOne(text, `2024-11-06-moon.${markup}`, { site: { ...site, permalink: "/:title" } });
    const plain = await compileOne(text.replaceAll(":tada:", "tada"), `2024-11-06-moon.${markup}`, {
      site: { ...site, permalink: "/:title" },
    });
    expect(entry).toMatchObject({ title: shown, id: plain.id, content: expect.not.stringContaining("Out") });
    const { summary } = await compileOne(text.replace("title:", "summary:"), `2024-11-06-moon.${markup}`);
    expect(summary).toBe(shown);
  });

  it("replaces an invalid character from an escape in front matter", async () => {
    const text = '---\ntitle: "a\\u0007\\uD83D\\uDC1F"\nauthor: {name: "\\u0000"}\ntags: ["\\uD83D"]\n---\nText';
    const { title, authors, categories, problems } = await compileOne(text);
    expect({ title, authors, categories }).toEqual({ title: "a␇🐟", authors: [{ name: "␀" }], categories: ["□"] });
    expect(problems.map((problem) => problem.slice("articles/2024-11-06-moon.md:".length, problem.indexOf(":", 40)))).toEqual([
      "2:8 warning Cannot keep the character U+0007",
      "3:9 warning Cannot keep the character U+0000",
      "4:7 warning Cannot keep the character U+D83D",
    ]);
  });

  it("reports a character once per line, in linear time", async () => {
    const start = cpuMilliseconds();
    const { problems } = await compileOne(`Moon\n${"\0a".repeat(200_000)}\n\0b`, "2024-11-06-moon.txt");
    expect(problems.map((problem) => problem.split(" ")[0])).toEqual([
      "articles/2024-11-06-moon.txt:2:1",
      "articles/2024-11-06-moon.txt:3:1",
    ]);
    expect(cpuMilliseconds() - start).toBeLessThan(5000);
  });

  it.each([
    [
      "HTML",
      "Text\n".repeat(9) + "<div>".repeat(10_000),
      "moon.html",
      "10:1 error Cannot compile the article: its HTML is nested in more than 1000",
    ],
    [
      "Markdown",
      `---\nlang: de\n---\n\n${"*a ".repeat(3000)}${"b* ".repeat(3000)}`,
      "moon.md",
      "5:2998 error Cannot compile the article: it is nested in more than 1000 levels",
    ],
    [
      "MDX",
      `${">".repeat(1500)}a`,
      "moon.mdx",
      "1:1 error Cannot compile the article: quotations and lists are nested in more than 1000 levels on this line",
    ],
    ["YAML", "---\na: &x [*x]\n---\nText", "moon.md", "2:1 error Cannot read the front matter: it is nested in more than 1000 levels"],
    [
      "TOML",
      `+++\n${"a.".repeat(2000)}b = 1\n+++\nText`,
      "moon.md",
      "2:1 error Cannot read the front matter: it is nested in more than 1000 levels",
    ],
    [
      "JSON",
      `{"a": ${"[".repeat(2000)}${"]".repeat(2000)}}\nText`,
      "moon.md",
      "1:1 error Cannot read the front matter: it is nested in more than 1000 levels",
    ],
  ])("rejects %s that is nested too deeply, and continues", async (_, text, file, problem) => {
    const { entries, problems } = await compileAll({ [`2024-11-06-${file}`]: text, "2024-11-06-sun.md": "Text" });
    expect(problems).toEqual([expect.stringContaining(`articles/2024-11-06-${file}:${problem}`)]);
    expect(entries.map(({ source }) => source)).toEqual(["2024-11-06-sun.md"]);
  });

  it("reports a title that is a table, whatever its keys", async () => {
    const { problems } = await compileAll({ "2024-11-06-moon.md": '---\n{"title": {"toString": "x"}}\n---\nText' });
    expect(problems).toEqual(['articles/2024-11-06-moon.md:1:1 warning Cannot use title {"toString":"x"}: it is not text']);
  });

  it("reads the line ends of Windows and old Macs", async () => {
    const text = "---\ntitle: Moon\n---\nOne\n\nTwo\n";
    const { hash } = await compileOne(text);
    expect((await compileOne(text.replaceAll("\n", "\r\n"))).hash).toBe(hash);
    expect((await compileOne(text.replaceAll("\n", "\r"))).hash).toBe(hash);
  });

  it("reads dates in the site's zone", async () => {
    const options = { site: { ...site, timezone: "Asia/Tokyo" } };
    expect((await compileOne("---\ndate: 2024-11-06T12:00\n---\nText", "moon.md", options)).published).toBe(Date.UTC(2024, 10, 6, 3));
  });
});

describe("parseArticle() and form feeds", () => {
  it.each([
    ["2024-11-06-moon.md", "# T\n\na\fb\n\n<button>x</button>\n", 5],
    ["2024-11-06-moon.html", "<h1>T</h1>\r\n<p>a\vb\f</p>\r\n<button>x</button>", 3],
    ["2024-11-06-moon.md", "---\ntitle: T\n---\n\f\n{{< figure\n  src='https://e.com/a.png'\n>}}\n\n<button>x</button>", 9],
    ["2024-11-06-moon.md", "---\ntitle: a\fb\n---\n<button>x</button>", 4],
    ["2024-11-06-moon.md", "---\ntitle: a\n---\n\f<button>x</button>", 4],
    ["2024-11-06-moon.md", "---\ntitle: T\n---\n<button>x</button>\n\fa", 4],
  ])("count no lines, as in editors: %s %j", async (source, text, line) => {
    const { problems } = await compileAll({ [source]: text });
    expect(problems).toContainEqual(expect.stringMatching(new RegExp(`:${line}:\\d+ warning Cannot keep <button>`)));
  });
});

describe("parseArticle() and languages", () => {
  const article = (language: string) => `---\ntitle: A\nlang: ${language}\n---\nText`;

  it("reports a language that feeds cannot have once, and keeps it", async () => {
    const articles = { "2024-11-05-a.md": article("yue"), "2024-11-06-b.md": article("yue"), "2024-11-07-c.md": article("de") };
    const { entries, problems } = await compileAll(articles);
    expect(entries.map(({ language }) => language)).toEqual(["de", "yue", "yue"]);
    expect(problems).toEqual([
      'articles/2024-11-05-a.md:3:7 warning Cannot write language "yue" in feeds: the W3C validator does not know it; they have "zh-yue", and pages have yue (and in 1 more file)',
    ]);
  });

  it("does not report a form that feeds have", async () => {
    const { entries, problems } = await compileAll({ "2024-11-05-a.md": article("zh_Yue") });
    expect([entries[0]?.language, problems]).toEqual(["yue", []]);
  });

  it("does not report the language of the site, which the settings report", async () => {
    expect((await compileAll({ "2024-11-05-a.md": article("yue") }, { site: { ...site, language: "yue" } })).problems).toEqual([]);
  });
});
