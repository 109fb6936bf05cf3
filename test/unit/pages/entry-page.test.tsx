import { describe, expect, it } from "vitest";
import type { Entry } from "../../../src/model/entry.ts";
import { entryPage } from "../../../src/pages/entry-page.tsx";
import { arabicContent, sampleEntry, sampleSite } from "../../browser/sample-site.ts";

const site = sampleSite();
const day = 86_400_000;

function render(settings: Partial<Entry> = {}, content = "<p>Content.</p>", status: "published" | "scheduled" | "draft" = "published") {
  return entryPage(site, { entry: sampleEntry("moon", settings), content, status });
}

function structuredData(html: string): { headline?: string } {
  return JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? "");
}

const image = { url: "https://example.com/a.png?b&c", type: "image/png", length: 1, width: 3, height: 2, alt: "A moon" };

describe("entryPage()", () => {
  it("shows title, authors, date and categories", () => {
    const html = render();
    expect(html).toContain('<h1 class="p-name">The lighthouse keeps its keeper</h1>');
    expect(html).toContain(
      '<a class="p-author h-card" href="https://example.com/authors/ada-lovelace/" rel="author"><bdi>Ada Lovelace</bdi></a> and <a class="p-author h-card" href="https://example.com/authors/charles-babbage/" rel="author"><bdi>Charles Babbage</bdi></a>',
    );
    expect(html).toContain('<time class="dt-published" datetime="2024-11-06T12:00:00.000Z" lang="en" dir="auto">November 6, 2024</time>');
    expect(html).toContain(
      '<p class="kicker"><a class="p-category" href="https://example.com/categories/harbour/" rel="tag">Harbour</a> · <a class="p-category" href="https://example.com/categories/people/" rel="tag">People</a></p>',
    );
    expect(html).toContain("<title>The lighthouse keeps its keeper – The Harbour Gazette</title>");
    expect(html).toContain('<link rel="canonical" href="https://example.com/articles/moon"/>');
  });

  it("has a description in its structured data only if there is a summary", () => {
    expect(structuredData(render({ summary: "Tides." }))).toMatchObject({ description: "Tides." });
    expect(structuredData(render({ summary: "" }))).not.toHaveProperty("description");
  });

  it("renders the content unchanged", () => {
    const content = "<p>A &amp; B</p><p><code>&lt;b></code></p>";
    expect(render({}, content)).toContain(`<div class="content e-content">${content}</div>`);
  });

  it.each([
    [0, false],
    [day - 1, false],
    [day, true],
  ])("shows an update after %i ms: %s", (delay, told) => {
    const { published } = sampleEntry("moon");
    expect(render({ updated: published + delay }).includes("Updated")).toBe(told);
  });

  it("marks the direction of the article, and that of the site for the page", () => {
    const html = render({ language: "ar", direction: "rtl", title: "الميناء" }, arabicContent);
    expect(html).toContain('<html lang="en" dir="ltr">');
    expect(html).toContain('<article class="h-entry" lang="ar" dir="rtl"><header>');
  });

  it("marks dates as English if there are none in the language", () => {
    const html = render({ title: "", summary: "", language: "la" });
    expect(html).toContain('<h1 class="unseen" lang="en">November 6, 2024</h1>');
    expect(render({ title: "", summary: "", language: "de" })).toContain('<h1 class="unseen">6. November 2024</h1>');
  });

  it("links the title of a link post to the page that it is about", () => {
    const html = render({ title: "A & B", externalUrl: "https://other.example/?a&b" });
    expect(html).toMatch(/<h1 class="p-name"><a class="u-bookmark-of" href="https:\/\/other\.example\/\?a&amp;b">A &amp; B<\/a><\/h1>/);
    expect(render({ title: "A" })).toContain('<h1 class="p-name">A</h1>');
  });

  it("hides the heading of a titleless entry only visually", () => {
    expect(render({ title: "", summary: "Fog until noon." })).toContain('<h1 class="unseen">Fog until noon.</h1>');
  });

  it("has noindex if search engines must not find the page, and keeps its address for browsers", () => {
    const html = render({ excludedFrom: "search engines" });
    expect(html).toContain('<meta name="robots" content="noindex"/><link rel="canonical" href="https://example.com/articles/moon"/>');
    expect(render({ excludedFrom: "sitemap" })).not.toContain("noindex");
  });

  it("shows no badge and no noindex on a published entry", () => {
    expect(render()).not.toMatch(/<strong class="badge"|noindex/);
  });

  it.each([
    ["draft", "Draft"],
    ["scheduled", "Scheduled for"],
  ] as const)("marks a %s entry, and keeps it from search engines", (status, badge) => {
    const html = render({}, "", status);
    expect(html).toContain(`<strong class="badge">${badge}`);
    expect(html).toContain('<meta name="robots" content="noindex"/>');
    expect(html).not.toContain('rel="canonical"');
  });

  it("has one top heading", () => {
    const page = render({}, '<h1 id="a">One</h1><h1>&#x3C;h1></h1><h2>Two</h2>');
    expect(page).toContain('<h2 id="a"><a class="self" href="#a">One</a></h2><h2>&#x3C;h1></h2><h2>Two</h2>');
    expect(page.match(/<h1[ >]/g)).toHaveLength(1);
  });

  it("shows the enclosure above the content", () => {
    const enclosure = { url: "https://example.com/tea.mp3", type: "audio/mpeg", length: 12_400_000 };
    expect(render({ enclosure })).toMatch(/<div class="enclosure">.*tea\.mp3<\/a>.*<\/div><div class="content e-content">/);
    expect(render()).not.toContain('enclosure">');
  });

  it("describes the article for link previews", () => {
    const html = render({ image });
    for (const [property, content] of [
      ["og:type", "article"],
      ["og:title", "The lighthouse keeps its keeper"],
      ["og:url", "https://example.com/articles/moon"],
      ["og:image", "https://example.com/a.png?b&amp;c"],
      ["og:image:alt", "A moon"],
      ["article:published_time", "2024-11-06T12:00:00.000Z"],
      ["article:modified_time", "2024-11-06T12:00:00.000Z"],
      ["article:author", "https://ada.example/"],
      ["article:author", "Charles Babbage"],
      ["article:section", "Harbour"],
    ]) {
      expect(html).toContain(`<meta property="${property}" content="${content}"/>`);
    }
    expect(html).toContain('<meta name="twitter:card" content="summary_large_image"/>');
  });

  describe("for an article without a picture of its own", () => {
    const content =
      '<p><img src="https://ci.example/badge.svg?a" alt=""><img src="https://example.com/i.png" alt="" width="20" height="20"></p>' +
      '<p title="<img src=&#x22;x&#x22;>"><img src="https://example.com/m.jpg?a&#x26;b" alt="A &#x22;moon&#x22;" width="900" height="600"></p>' +
      '<p>Text.<img src="https://example.com/other.jpg" alt=""></p>';

    it("uses the first picture of the text for link previews and JSON-LD", () => {
      const html = render({}, content);
      for (const [property, value] of [
        ["og:image", "https://example.com/m.jpg?a&amp;b"],
        ["og:image:width", "900"],
        ["og:image:height", "600"],
        ["og:image:alt", "A &quot;moon&quot;"],
      ])
        expect(html).toContain(`<meta property="${property}" content="${value}"/>`);
      expect(html).toContain('<meta name="twitter:card" content="summary_large_image"/>');
      expect(structuredData(html)).toMatchObject({ image: "https://example.com/m.jpg?a&b" });
    });

    it("shows that picture only in the text", () => {
      expect(render({}, content)).toContain(`<div class="content e-content">${content}</div>`);
    });

    it("prefers a picture of its own", () => {
      expect(render({ image }, content)).toContain('<meta property="og:image" content="https://example.com/a.png?b&amp;c"/>');
      expect(structuredData(render())).not.toHaveProperty("image");
      expect(render()).toContain('<meta property="og:image" content="https://example.com/icon.png"/>');
    });
  });

  it("contains JSON-LD of a posting", () => {
    expect(structuredData(render({ image }))).toMatchObject({
      "@type": "BlogPosting",
      headline: "The lighthouse keeps its keeper",
      datePublished: "2024-11-06T12:00:00.000Z",
      author: [
        { "@type": "Person", name: "Ada Lovelace", url: "https://ada.example/" },
        { "@type": "Person", name: "Charles Babbage" },
      ],
      image: "https://example.com/a.png?b&c",
    });
  });

  it("contains JSON-LD with the pictures of authors", () => {
    const authors = [{ name: "Ada", image: "https://ada.example/a.png" }];
    expect(structuredData(render({ authors }))).toMatchObject({ author: [{ "@type": "Person", ...authors[0] }] });
  });

  it("escapes all text of authors", () => {
    const title = `</script><b>"&'<!--\u2028`;
    const html = render({ title, summary: title, categories: [title], authors: [{ name: title }] });
    expect(html).not.toMatch(/<b>|<!--/);
    expect(html.match(/<\/script>/g)).toHaveLength(1);
    expect(structuredData(html).headline).toBe(title);
  });
});
