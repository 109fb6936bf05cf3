import { describe, expect, it } from "vitest";
import { plain } from "./plain-html.ts";

const element = (name: string, values: unknown) =>
  `<div class="${name}" data-attrs="${JSON.stringify(values).replaceAll("&", "&amp;").replaceAll('"', "&quot;")}"></div>`;

describe("convertDataAttributes()", () => {
  it.each([
    ["latex-rendered", { persistentExpression: "e^{i\\pi}" }, "<pre><code>e^{i\\pi}</code></pre>"],
    [
      "image-gallery-embed",
      { gallery: { images: [{ src: "https://a.example/1.png" }, { src: "https://a.example/2.png" }], caption: "Two", alt: "Sea" } },
      '<figure><img src="https://a.example/1.png" alt="Sea"><img src="https://a.example/2.png" alt="Sea"><figcaption>Two</figcaption></figure>',
    ],
    [
      "tweet",
      { url: "https://x.com/ada/status/1", full_text: "The moon rises" },
      '<p><a href="https://x.com/ada/status/1">The moon rises</a></p>',
    ],
    [
      "digest-post-embed",
      { title: "Moonrise", canonical_url: "https://ada.example/p/moon" },
      '<p><a href="https://ada.example/p/moon">Moonrise</a></p>',
    ],
    [
      "youtube-wrap",
      { videoId: "abcdefghijk", startTime: "30s" },
      '<p><a href="https://www.youtube.com/watch?v=abcdefghijk&#x26;t=30">Video on YouTube</a></p>',
    ],
    ["vimeo-wrap", { videoId: "76979871" }, '<p><a href="https://vimeo.com/76979871">Video on Vimeo</a></p>'],
    ["instagram-embed-wrap", { instagram_id: "Cx1" }, '<p><a href="https://www.instagram.com/p/Cx1/">Post on Instagram</a></p>'],
  ])("shows an empty %s", (name, values, html) => {
    expect(plain(element(name, values))).toEqual({ html, warnings: [] });
  });

  it.each([
    ["poll-embed", { id: 1 }],
    ["tweet", { url: "javascript:alert(1)" }],
    ["image-gallery-embed", { gallery: { images: [] } }],
    ["tweet", null],
  ])("warns about an empty %s without an address", (name, values) => {
    const { html, warnings } = plain(element(name, values));
    expect(html).toBe("");
    expect(warnings).toEqual([expect.stringContaining(name)]);
  });

  it("keeps an element with content", () => {
    const html = '<p class="button-wrapper" data-attrs="{&quot;url&quot;:&quot;https://a.example/&quot;}"><a href="/x">Go</a></p>';
    expect(plain(html).html).toContain('<a href="/x">Go</a>');
  });
});
