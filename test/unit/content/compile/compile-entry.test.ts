import { describe, expect, it } from "vitest";
import { compileOne, now, site, someMedia } from "../sample.ts";

const media = { media: someMedia };

function frontMatter(yaml: string, body = "Text"): string {
  return `---\n${yaml}\n---\n${body}`;
}

describe("compileEntry() fills the fields of an entry", () => {
  it("from the site by default", async () => {
    const { problems, hash, ...entry } = await compileOne("# Moon\n\nIt *rose*.", "notes/2024-11-06-moon.md");
    expect(problems).toEqual([]);
    expect(hash).toMatch(/^[0-9a-f]{32}$/);
    expect(entry).toEqual({
      id: "https://example.com/articles/notes/moon",
      source: "notes/2024-11-06-moon.md",
      path: "/articles/notes/moon",
      url: "https://example.com/articles/notes/moon",
      title: "Moon",
      published: Date.UTC(2024, 10, 5, 23),
      updated: entry.updated,
      authors: [site.author],
      categories: [],
      language: "en",
      direction: "ltr",
      summary: "It rose.",
      aliases: [],
      draft: false,
      content: "<p>It <em>rose</em>.</p>",
    });
  });

  it.each([
    ["unlisted: true", { unlisted: true, excludedFrom: "search engines" }],
    ["feed: false", { unlisted: true, excludedFrom: undefined }],
    ["noindex: true", { unlisted: undefined, excludedFrom: "search engines" }],
    ["sitemap: false", { unlisted: undefined, excludedFrom: "sitemap" }],
  ])("that lists and search engines read, from %j", async (yaml, fields) => {
    const { excludedFrom, unlisted } = await compileOne(frontMatter(`date: 2024-11-06\n${yaml}`));
    expect({ excludedFrom, unlisted }).toEqual(fields);
  });

  it("from its front matter", async () => {
    const yaml = [
      "title: Moon",
      "date: 2024-11-06T12:00Z",
      "updated: 2024-11-07T12:00Z",
      "id: tag:old.example,2019:17",
      "permalink: /the moon/",
      "summary: Short.",
      "authors: [Ada]",
      "tags: [Sky]",
      "language: de",
      "aliases: [old/ü, https://old.example/x?y]",
    ].join("\n");
    expect(await compileOne(frontMatter(yaml))).toMatchObject({
      problems: [],
      title: "Moon",
      published: Date.UTC(2024, 10, 6, 12),
      updated: Date.UTC(2024, 10, 7, 12),
      id: "tag:old.example,2019:17",
      path: "/the%20moon/",
      url: "https://example.com/the%20moon/",
      summary: "Short.",
      authors: [{ name: "Ada" }],
      categories: ["Sky"],
      language: "de",
      aliases: ["/old/%C3%BC", "/x"],
    });
  });

  it("from the site's author if the names match", async () => {
    const known = await compileOne(frontMatter("author: {name: The desk, url: https://desk.example/}"));
    expect(known.authors).toEqual([{ name: "The desk", email: "desk@example.com", url: "https://desk.example/" }]);
  });

  it("with its title as content if it has no text", async () => {
    expect(await compileOne("---\ntitle: A < B\n---\n")).toMatchObject({ content: "<p>A &#x3C; B</p>", problems: [] });
  });

  it.each([
    ["external_url: https://www.example.org/a%20b", '<a href="https://www.example.org/a%20b">example.org/a b</a>'],
    ["link: https://example.org/a?b=1&c=<", '<a href="https://example.org/a?b=1&#x26;c=%3C">example.org/a?b=1&#x26;c=&#x3C;</a>'],
    ["enclosure: talk.mp3", '<a href="https://example.com/media/ef/talk.mp3">talk.mp3</a>'],
    ["enclosure: {url: talk.mp3, title: The talk}", '<a href="https://example.com/media/ef/talk.mp3">The talk</a>'],
    [
      "enclosure: {url: 'https://example.org/?id=3', type: audio/mpeg, length: 1}",
      '<a href="https://example.org/?id=3">example.org/?id=3</a>',
    ],
    ["enclosure: talk.mp3\nexternal_url: https://example.org/", '<a href="https://example.org/">example.org/</a>'],
  ])("with a link as content if it has neither text nor title: %s", async (yaml, link) => {
    expect(await compileOne(frontMatter(yaml, ""), undefined, media)).toMatchObject({
      ...{ content: `<p>${link}</p>`, title: "", summary: "" },
      problems: [],
    });
  });

  it.each([["link: /the-moon"], ["link: https://example.com/articles/moon"], ["enclosure: lost.mp3"]])(
    "and reports an article without title and text, whose front matter leads nowhere: %s",
    async (yaml) => {
      const { content, problems } = await compileOne(frontMatter(yaml, ""), undefined, media);
      expect([content, problems.join("\n")]).toEqual(["", expect.stringContaining("without a title and without a text")]);
    },
  );

  it("and reports an article without title and text", async () => {
    const { content, problems } = await compileOne("<!-- nothing -->");
    expect(content).toBe("");
    expect(problems).toEqual([
      "articles/2024-11-06-moon.md:1:1 error Cannot compile an article without a title and without a text: write one or the other",
    ]);
  });

  it("with the direction of its language", async () => {
    expect(await compileOne(frontMatter("lang: ar", "قمر"))).toMatchObject({ direction: "rtl", content: "<p>قمر</p>" });
    const arabic = { site: { ...site, language: "ar" } };
    expect(await compileOne("قمر", undefined, arabic)).toMatchObject({ language: "ar", direction: "rtl" });
    expect(await compileOne(frontMatter("lang: en"), undefined, arabic)).toMatchObject({ direction: "ltr", content: "<p>Text</p>" });
  });

  it("with code that is written from left to right, in a language that is not", async () => {
    const { content } = await compileOne(frontMatter("lang: ar", "قمر `rm -rf /` $x < 1.$\n\n    ls /\n\n<kbd dir=auto>Esc</kbd>"));
    expect(content.match(/<(?:code|pre|kbd)[^>]*>/g)).toEqual([
      '<code dir="ltr">',
      '<code dir="ltr">',
      '<pre dir="ltr">',
      "<code>",
      '<kbd dir="auto">',
    ]);
    expect((await compileOne("`rm -rf /`")).content).toBe("<p><code>rm -rf /</code></p>");
  });
});

describe("compileEntry() and time", () => {
  it("keeps a given time of day", async () => {
    expect((await compileOne(frontMatter("date: 2024-11-06T00:00:00Z"))).published).toBe(Date.UTC(2024, 10, 6));
  });

  it.each([
    ["before", "2024-11-05"],
    ["on the day of", "2024-11-06"],
  ])("never lets `updated` be earlier than `published`: %s it", async (_, updated) => {
    const entry = await compileOne(frontMatter(`date: 2024-11-06T12:00:00Z\nupdated: ${updated}`));
    expect(entry.updated).toBe(entry.published);
  });

  it.each([
    ["a published entry", "date: 2024-11-06", "2025-01-02"],
    ["a scheduled entry", "date: 2025-02-01", "2025-02-02"],
  ])("rejects an update of %s in the future", async (_, date, updated) => {
    const { problems } = await compileOne(frontMatter(`${date}\nlastmod: ${updated}`));
    expect(problems).toEqual([`articles/2024-11-06-moon.md:3:10 error Cannot use updated "${updated}": it is in the future`]);
  });

  it("accepts an update of a scheduled entry before its publication", async () => {
    const entry = await compileOne(frontMatter("date: 2025-02-01\nupdated: 2024-12-24"));
    expect(entry).toMatchObject({ updated: entry.published + 249, problems: [] });
  });

  it("accepts an update of a scheduled entry on its day", async () => {
    expect((await compileOne(frontMatter("date: 2025-02-01\nupdated: 2025-02-01"))).problems).toEqual([]);
  });

  it("accepts an update at the current instant", async () => {
    const { updated, problems } = await compileOne(frontMatter(`updated: ${new Date(now).toISOString()}`));
    expect({ updated, problems }).toEqual({ updated: now, problems: [] });
  });

  it("warns about a date before 1990", async () => {
    expect((await compileOne(frontMatter("title: Moon\ndate: 1989-12-31"))).problems).toEqual([
      "articles/2024-11-06-moon.md:3:7 warning Cannot be sure of the date: feed readers doubt dates before 1990",
    ]);
    expect((await compileOne(frontMatter("date: 1990-01-02"))).problems).toEqual([]);
  });
});

describe("compileEntry() and hashes", () => {
  it("changes the hash if any field changes", async () => {
    const changes = [
      "title: Sun",
      "date: 2024-11-07",
      "updated: 2024-11-09",
      "slug: sun",
      "permalink: /sun",
      "id: sun",
      "summary: Other.",
      "authors: [Ada]",
      "categories: [Sky]",
      "language: de",
      "image: moon.png",
      "enclosure: talk.mp3",
      "enclosure: {url: talk.mp3, duration: 5}",
      "episode: 1",
      "season: 1",
      "episodeType: bonus",
      "explicit: false",
      "aliases: [/old]",
      "draft: true",
    ];
    const hashes = await Promise.all(
      ["x-nothing: 1", ...changes].map(
        async (yaml) => (await compileOne(frontMatter(yaml), undefined, { ...media, development: true })).hash,
      ),
    );
    hashes.push((await compileOne("Text.")).hash, (await compileOne("Text", "2024-11-06-sun.md")).hash);
    expect(new Set(hashes).size).toBe(changes.length + 3);
  });

  it("keeps the hash if nothing changes", async () => {
    const { hash } = await compileOne("Text");
    expect((await compileOne("Text", undefined, { now: now + 86_400_000 })).hash).toBe(hash);
    expect((await compileOne(frontMatter("layout: post"))).hash).toBe(hash);
  });
});

describe("compileEntry() and comments", () => {
  it.each([
    [frontMatter("title: Moon", "<!-- All\n\nof it"), ["articles/2024-11-06-moon.md:4:1"]],
    ["Text\n\n<!-- a --> and\n\n<!--\n\nthe rest\n", ["articles/2024-11-06-moon.md:5:1"]],
    ["Text <!-- a -->\n\n<!-- b\n\n-->", []],
    ["Write `<!-- a` in HTML.", []],
    ["```html\n<!-- a\n```", []],
  ])("warns about a comment that hides the rest of the article: %j", async (text, places) => {
    const { problems } = await compileOne(text);
    expect(problems).toEqual(
      places.map((place) => `${place} warning Cannot show the text after <!--: the comment is not closed; write --> at its end`),
    );
  });
});

describe("compileEntry() and files that are too large to be served", () => {
  it("reports them at the line that names them", async () => {
    const text = "Text\n\n![The moon](moon.png)\n\n![The moon](huge.png)\n\nA [film](huge.mp4#t=5).";
    const { problems } = await compileOne(frontMatter("title: Moon", text), undefined, media);
    const reason = "and Cloudflare serves no file of more than 25 MiB; put it on another host and use its URL";
    expect(problems).toEqual([
      `articles/2024-11-06-moon.md:8:1 error Cannot publish "huge.png": it has 30.0 MiB (31500000 bytes) ${reason}`,
      `articles/2024-11-06-moon.md:10:3 error Cannot publish "huge.mp4#t=5": it has 25.0 MiB (26214401 bytes) ${reason}`,
    ]);
  });
});

describe("compileEntry() and episodes", () => {
  it("keeps the podcast fields of an article, if it has any", async () => {
    expect((await compileOne(frontMatter("season: 2\nexplicit: false"))).podcast).toEqual({ season: 2, explicit: false });
    expect(await compileOne(frontMatter("title: Moon"))).not.toHaveProperty("podcast");
  });
});

describe("compileEntry() and the entry's picture", () => {
  const shown = '<p><img src="https://example.com/media/ab/moon.png" alt="A moon" width="400" height="200"></p>';

  it("puts the entry's picture at the start of the content", async () => {
    const { content, image } = await compileOne(frontMatter("image: {url: moon.png, alt: A moon}"), undefined, media);
    expect(image).toEqual({
      url: "https://example.com/media/ab/moon.png",
      type: "image/png",
      length: 70,
      width: 400,
      height: 200,
      alt: "A moon",
    });
    expect(content).toBe(`${shown}<p>Text</p>`);
  });

  it.each(["moon.png", "./moon.png", "/moon.png", "https://example.com/media/ab/moon.png"])(
    "shows the picture once if the text contains it as %s",
    async (reference) => {
      const { content } = await compileOne(frontMatter("image: moon.png", `![A moon](${reference})`), undefined, media);
      expect(content.match(/<img /g)).toHaveLength(1);
    },
  );

  it("is the first picture of a text that has only pictures", async () => {
    const photos = "![A moon](moon.png)\n\n![](https://e.example/b.jpg)";
    const { content, image, summary } = await compileOne(photos, undefined, media);
    expect(image).toMatchObject({ url: "https://example.com/media/ab/moon.png", alt: "A moon", width: 400 });
    expect([content.match(/<img /g)?.length, summary]).toEqual([2, ""]);
    expect((await compileOne("![](https://e.example/b.jpg)")).image).toEqual({
      url: "https://e.example/b.jpg",
      type: "image/jpeg",
      length: 0,
    });
  });

  it.each([
    ["a text", "![A moon](moon.png)\n\nIt rose."],
    ["a recording", frontMatter("enclosure: talk.mp3", "![A moon](moon.png)")],
    ["a missing file", "![A moon](none.png)"],
  ])("is not taken from the text of an article with %s", async (_name, text) => {
    const { image, problems } = await compileOne(text, undefined, media);
    expect(image).toBeUndefined();
    expect(problems.filter((problem) => problem.includes("none.png"))).toHaveLength(text.includes("none.png") ? 1 : 0);
  });
});

describe("compileEntry() and removed elements", () => {
  it("warns once about each element that readers do not show, with its location", async () => {
    const { problems } = await compileOne("# Moon\n\nText\n\n<button>a</button> <button>b</button>");
    expect(problems).toEqual(["articles/2024-11-06-moon.md:5:1 warning Cannot keep <button>: feed readers show only its text"]);
  });

  it.each([
    ["Badge", "<Badge>1.9</Badge>", "feed readers show only its text"],
    ["my-Tag", "<my-Tag><b>a</b></my-Tag>", "feed readers show only its text"],
    ["Foo", "<Foo></Foo>", "feed readers do not show it"],
  ])("names <%s> as it is written", async (name, html, advice) => {
    const message = `Cannot keep <${name}>: ${advice}`;
    expect((await compileOne(`# Moon\n\nNow ${html}.`)).problems).toEqual([`articles/2024-11-06-moon.md:3:5 warning ${message}`]);
    const { problems } = await compileOne(`<p>Now</p>\n<p>${html}.</p>`, "2024-11-06-moon.html");
    expect(problems).toContain(`articles/2024-11-06-moon.html:2:4 warning ${message}`);
  });

  it.each([
    ["svg", "<svg><text>12 m</text></svg>"],
    ["canvas", "<canvas></canvas>"],
    ["iframe", '<iframe srcdoc="<p>a</p>"></iframe>'],
    ["iframe", '<iframe src="data:text/html,a"></iframe>'],
  ])("warns at the line of each <%s> that is lost, at most 20 times", async (name, element) => {
    const linesOf = async (text: string) => {
      const { problems } = await compileOne(`# Moon\n\n${text}`);
      return problems.filter((problem) => problem.includes(` Cannot keep <${name}>`)).map((problem) => Number(problem.split(":")[1]));
    };
    const figure = `<figure>${element}<figcaption>It rose.</figcaption></figure>\n`;
    expect(await linesOf(`${figure}\n${figure}\nText\n\n${element}`)).toEqual([3, 5, 9]);
    expect(await linesOf(figure.repeat(25))).toEqual(Array.from({ length: 20 }, (_, index) => index + 3));
    expect(await linesOf(`<${name} aria-hidden="true"></${name}>\n`.repeat(3) + figure)).toEqual([3, 6]);
  });

  it("warns about the first of a kind after 20 lost pictures", async () => {
    const { problems } = await compileOne(`# Moon\n\n${"<p><svg></svg></p>\n".repeat(21)}<p><canvas></canvas></p>`);
    expect(problems.filter((problem) => problem.includes("<svg>"))).toHaveLength(20);
    expect(problems.filter((problem) => problem.includes("<canvas>"))).toHaveLength(1);
  });

  it.each([
    [
      '<svg role="img" aria-label="Chart"><title>T</title><text>12 m</text></svg>',
      "svg",
      "feed readers show no drawings; save it as a file, and write that as a picture",
    ],
    ["<select><option>a</option></select>", "select", "feed readers do not show it; its content is left out, too"],
  ])("says that nothing of %s stays", async (html, name, reason) => {
    const { content, problems } = await compileOne(`# Moon\n\n${html}\n\nText`);
    expect(content.replace(/<\/?p>|\s/g, "")).toBe("Text");
    expect(problems).toEqual([`articles/2024-11-06-moon.md:3:1 warning Cannot keep <${name}>: ${reason}`]);
  });
});
