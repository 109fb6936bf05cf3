import { describe, expect, it } from "vitest";
import { parseCsv } from "../../../../src/import/configuration/parse-csv.ts";
import { isSubstackExport, substackEntries } from "../../../../src/import/substack/substack-export.ts";
import { sampleSite } from "../../../samples.ts";
import { compileImported } from "../imported.ts";

const header = "post_id,post_date,is_published,email_sent_at,inbox_sent_at,type,audience,title,subtitle,podcast_url\n";
const folder = (rows: string, texts: Record<string, string> = { "posts/12.moon.html": "<p>Up.</p>" }) => {
  const files: Record<string, string> = { "posts.csv": header + rows, ...texts };
  return { paths: Object.keys(files).sort(), read: (path: string) => files[path] };
};
const row = (fields = "true,,,newsletter,everyone", rest = "Moon,A walk,") => `12.moon,2024-01-02T10:00:00.000Z,${fields},${rest}\n`;
const read = (rows: string, siteUrl = sampleSite.url, texts?: Record<string, string>) => {
  const notes: string[] = [];
  return { entries: [...substackEntries(folder(rows, texts), siteUrl, (text) => notes.push(text))], notes };
};

describe("substackEntries()", () => {
  it("leads links to the public posts of the export", async () => {
    const host = "https://lighthouse.substack.com";
    const own = [`${host}/p/sun?utm_source=x`, "https://open.substack.com/pub/lighthouse/p/sun", "https://old.example/p/sun"];
    const others = [
      `${host}/p/paid`,
      `${host}/p/sun/comments`,
      "https://other.substack.com/p/sun",
      "https://open.substack.com/pub/other/p/sun",
    ];
    const rows = [
      row(),
      "13.sun,2024-01-03T10:00:00.000Z,true,,,newsletter,everyone,Sun,,\n",
      "14.paid,2024-01-03T10:00:00.000Z,true,,,newsletter,only_paid,Paid,,\n",
    ].join("");
    const texts = {
      "email_list.lighthouse.csv": "",
      "posts/12.moon.html": [...own, ...others].map((url) => `<p><a href="${url}">x</a></p>`).join(""),
      "posts/13.sun.html": "<p>Up.</p>",
      "posts/14.paid.html": "<p>Paid.</p>",
    };
    const { entries } = read(rows, "https://old.example", texts);
    const site = { ...sampleSite, url: "https://new.example", feedBase: "https://new.example" };
    const [moon] = (await compileImported(entries, site)).filter(({ title }) => title === "Moon");
    const found = [...(moon?.content ?? "").matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
    const to = "https://new.example/p/sun";
    expect(found).toEqual([to, to, to, ...others]);
  });

  it("parses a post", async () => {
    const { entries, notes } = read(row(undefined, '"Moon, ""full""",A walk,'));
    expect(entries).toMatchObject([
      {
        link: `${sampleSite.url}/p/moon`,
        title: 'Moon, "full"',
        summary: "A walk",
        published: "2024-01-02T10:00:00.000Z",
        content: "<p>Up.</p>",
        draft: false,
        notes: [],
      },
    ]);
    expect(notes).toEqual([]);
    expect(await compileImported(entries)).toMatchObject([{ path: "/p/moon", content: "<p>Up.</p>" }]);
  });

  it.each([
    ["a draft", "false,,,newsletter,everyone", []],
    ["a post for those who pay", "true,,,newsletter,only_paid", [expect.stringContaining("for paying members only")]],
    ["a post for subscribers", "true,,,newsletter,only_free", [expect.stringContaining("for some members only")]],
  ])("keeps %s as a draft", (_name, fields, notes) => {
    expect(read(row(fields)).entries).toMatchObject([{ draft: true, notes }]);
  });

  it.each([
    ["missing", {}],
    ["empty", { "posts/12.moon.html": "\n" }],
  ])("keeps a post whose text is %s as a draft, and names the text", (_name, texts) => {
    const missing = [expect.stringContaining("posts/12.moon.html is missing or empty")];
    expect(read(row(), sampleSite.url, texts).entries).toMatchObject([{ draft: true, notes: missing }]);
    expect(read(row(undefined, "Moon,,https://api.example/a.mp3"), sampleSite.url, texts).entries).toMatchObject([
      { draft: false, notes: [] },
    ]);
  });

  it("converts a page to an unlisted entry, and a recording to an enclosure", () => {
    expect(read(row("true,,,page,everyone")).entries).toMatchObject([{ unlisted: true }]);
    expect(read(row(undefined, "Moon,,https://api.example/a.mp3")).entries).toMatchObject([
      { enclosure: { url: "https://api.example/a.mp3" } },
    ]);
  });

  it("reports texts without a row, and other files", () => {
    const texts = { "posts/12.moon.html": "x", "posts/13.sun.html": "x", "posts/12.delivers.csv": "", "email_list.x.csv": "" };
    expect(read(row(), sampleSite.url, texts).notes).toEqual([
      expect.stringContaining("posts/13.sun.html"),
      expect.stringContaining("2 other files"),
    ]);
  });

  it("counts one text and one other file", () => {
    expect(read(row(), sampleSite.url, { "posts/13.sun.html": "x", "email_list.x.csv": "" }).notes).toEqual([
      "Left out 1 text that posts.csv does not list: posts/13.sun.html",
      "Left out 1 other file of the export of Substack: subscribers, deliveries and opens",
    ]);
  });

  it("keeps addresses and ids if the settings have no url, and offers the name", async () => {
    const settings: unknown[] = [];
    const notes: string[] = [];
    const texts = { "posts/12.moon.html": "x", "email_list.lighthouse.csv": "" };
    const entries = [
      ...substackEntries(
        folder(row(), texts),
        "",
        (text) => notes.push(text),
        (offered) => settings.push(offered),
      ),
    ];
    expect(settings).toEqual([{ title: "lighthouse" }]);
    expect(entries).toMatchObject([{ id: "https://lighthouse.substack.com/p/moon" }]);
    expect(await compileImported(entries)).toMatchObject([{ path: "/p/moon", id: "https://lighthouse.substack.com/p/moon" }]);
    expect(notes[0]).toContain("https://lighthouse.substack.com");
    expect(await compileImported(read(row(), "").entries)).toMatchObject([{ path: "/p/moon" }]);
  });

  const wall = '<div class="paywall-jump" data-component-name="PaywallToDOM"></div>';
  it.each(["only_paid", "founding", "only_free"])("publishes the text before the paywall of a post for %s", (audience) => {
    const texts = { "posts/12.moon.html": `<p>Free</p>${wall}<p>SECRET</p>` };
    const rows = row(`true,,,podcast,${audience}`, "Moon,,https://api.example/a.mp3");
    expect(read(rows, sampleSite.url, texts).entries).toMatchObject([
      {
        content: "<p>Free</p>",
        draft: false,
        enclosure: undefined,
        notes: [expect.stringContaining('"SECRET"'), expect.stringContaining("its recording")],
      },
    ]);
  });

  it("keeps a post that begins with the paywall as a draft, and a post for everyone whole", () => {
    const texts = { "posts/12.moon.html": `${wall}<p>SECRET</p>` };
    expect(read(row("true,,,newsletter,only_paid"), sampleSite.url, texts).entries).toMatchObject([{ draft: true }]);
    const unlocked = { "posts/12.moon.html": `<p>a</p>${wall}<p>b</p>` };
    expect(read(row(), sampleSite.url, unlocked).entries).toMatchObject([
      { draft: false, content: `<p>a</p>${wall}<p>b</p>`, notes: [expect.stringContaining("was for everyone")] },
    ]);
  });

  it("leaves out parts for subscribers", () => {
    const part = (audiences: string, text: string) =>
      `<div class="dynamic-content-block" data-attrs="{}" data-dynamic-audiences="${audiences}"><div>${text}</div></div>`;
    const html = `<p>a</p>${part("paid_sub,founding_sub", "<div>SECRET</div>")}${part("non_sub,free_sub", "b")}<p>c</p>`;
    expect(read(row(), sampleSite.url, { "posts/12.moon.html": html }).entries).toMatchObject([
      {
        content: `<p>a</p>${part("non_sub,free_sub", "b")}<p>c</p>`,
        notes: ["Left out what the old site showed only to subscribers: a part"],
      },
    ]);
    const hidden = { "posts/12.moon.html": part("free_sub", "SECRET") };
    expect(read(row(), sampleSite.url, hidden).entries).toMatchObject([{ draft: true, content: part("free_sub", "SECRET") }]);
  });

  it("keeps mail that was never on the site as a draft", () => {
    expect(read(row("true,,,adhoc_email,everyone")).entries).toMatchObject([{ draft: true, notes: [expect.stringContaining("by mail")] }]);
  });

  it("removes buttons that lead to functions of Substack", () => {
    const button = (url: string) =>
      `<p class="button-wrapper" data-attrs="{}"><a class="button primary" href="${url}"><span>Go</span></a></p>`;
    const own = button("https://x.example/book");
    const urls = [
      "https://x.substack.com/subscribe?",
      "https://x.substack.com/p/moon?utm_source=substack&amp;action=share",
      "https://x.substack.com/p/moon/comments",
      "%%checkout_url%%",
    ];
    const html = `<p>a</p>${urls.map(button).join("")}${own}`;
    expect(read(row(), sampleSite.url, { "posts/12.moon.html": html }).entries).toMatchObject([{ content: `<p>a</p>${own}` }]);
  });

  it("removes the forms to subscribe", () => {
    const form = '<div class="subscription-widget-wrap-editor" data-attrs="{}"><div class="x"><p>Thanks!</p></div><form></form></div>';
    const [entry] = read(row(), sampleSite.url, { "posts/12.moon.html": `<p>a</p>${form}<div>b</div>${form}` }).entries;
    expect(entry?.content).toBe("<p>a</p><div>b</div>");
    const app = '<div class="install-substack-app-embed install-substack-app-embed-web"><div>Read it</div><a href="/b">Get app</a></div>';
    expect(read(row(), sampleSite.url, { "posts/12.moon.html": `<p>a</p>${app}<p>b</p>` }).entries[0]?.content).toBe("<p>a</p><p>b</p>");
    const unclosed = '<div class="subscription-widget-wrap"><p>a</p>'.repeat(20_000);
    expect(read(row(), sampleSite.url, { "posts/12.moon.html": unclosed }).entries[0]?.content).toBe(unclosed);
  });
});

describe("isSubstackExport()", () => {
  it("recognizes an export by its table", () => {
    expect(isSubstackExport(folder(row()))).toBe(true);
    expect(isSubstackExport({ paths: ["posts.csv"], read: () => "a,b" })).toBe(false);
  });
});

describe("parseCsv()", () => {
  it.each([
    ["quotes and line breaks", 'a,b\r\n"1 ""x"", y","2\n3"\r\n', [{ a: '1 "x", y', b: "2\n3" }]],
    [
      "missing cells and empty lines",
      "a,b\n1\n\n2,3",
      [
        { a: "1", b: "" },
        { a: "2", b: "3" },
      ],
    ],
    ["nothing", "", []],
  ])("parses %s", (_name, text, rows) => {
    expect(parseCsv(text)).toEqual(rows);
  });
});
