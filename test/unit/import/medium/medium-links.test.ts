import { describe, expect, it } from "vitest";
import { mediumEntries } from "../../../../src/import/medium/medium-export.ts";
import { sampleSite } from "../../../samples.ts";
import { compileImported } from "../imported.ts";

const page = (title: string, body: string, canonical: string) =>
  `<h1 class="p-name">${title}</h1><section data-field="body" class="e-content"><section name="a">${body}</section></section>` +
  `<footer><time class="dt-published" datetime="2024-01-02T22:10:00.000Z"></time><a href="${canonical}" class="p-canonical">Link</a></footer>`;
const folder = (files: Record<string, string>) => ({ paths: Object.keys(files).sort(), read: (path: string) => files[path] });
const moon = "posts/2024-01-02_Moon-aaaaaaaaaaaa.html";
const sun = "posts/2024-01-02_Sun-bbbbbbbbbbbb.html";
const draft = "posts/draft_Star-cccccccccccc.html";
const linksTo = (...urls: string[]) => urls.map((url) => `<p><a href="${url}">x</a></p>`).join("");
const hrefsIn = (html = "") => [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);

async function compiled(files: Record<string, string>, url = sampleSite.url) {
  const entries = [...mediumEntries(folder(files), () => {})];
  const site = { ...sampleSite, url, feedBase: url, idBase: url };
  return { entries, posts: await compileImported(entries, site) };
}

describe("mediumEntries()", () => {
  it("leads links to other posts of the export, by each of their addresses on medium.com", async () => {
    const own = [
      "https://medium.com/@ada/sun-bbbbbbbbbbbb?source=x",
      "https://ada.medium.com/sun-bbbbbbbbbbbb#light",
      "https://medium.com/p/bbbbbbbbbbbb",
      "https://medium.com/stars/the-sun-bbbbbbbbbbbb",
    ];
    const others = [
      "https://medium.com/@bob/venus-dddddddddddd",
      "https://medium.com/@ada/star-cccccccccccc",
      "https://example.com/@ada/sun-bbbbbbbbbbbb",
      "https://medium.com/@ada",
    ];
    const files = {
      [moon]: page("Moon", linksTo(...own, ...others), "https://medium.com/@ada/moon-aaaaaaaaaaaa"),
      [sun]: page("Sun", '<h3 id="light">Light</h3>', "https://medium.com/@ada/sun-bbbbbbbbbbbb"),
      [draft]: page("Star", "<p>Soon.</p>", "https://medium.com/@ada/star-cccccccccccc"),
    };
    const { entries, posts } = await compiled(files);
    expect(entries.map(({ aliases }) => aliases)).toEqual([[], ["/p/bbbbbbbbbbbb"], []]);
    const found = hrefsIn(posts.find(({ title }) => title === "Moon")?.content);
    const redirect = `${sampleSite.url}/p/bbbbbbbbbbbb`;
    expect(found.slice(0, 4)).toEqual([redirect, `${redirect}#light`, redirect, redirect]);
    expect(posts.find(({ title }) => title === "Sun")?.aliases).toEqual(["/p/bbbbbbbbbbbb"]);
    expect(found.slice(4)).toEqual(others);
  });

  it("leads links to a post on its own domain to its address there", async () => {
    const files = {
      [moon]: page(
        "Moon",
        linksTo("https://medium.com/p/bbbbbbbbbbbb", "https://old.example/sun-bbbbbbbbbbbb"),
        "https://old.example/moon-aaaaaaaaaaaa",
      ),
      [sun]: page("Sun", "<p>Up.</p>", "https://old.example/sun-bbbbbbbbbbbb"),
    };
    const { entries, posts } = await compiled(files, "https://new.example");
    expect(entries.map(({ aliases }) => aliases)).toEqual([[], []]);
    const to = "https://new.example/sun-bbbbbbbbbbbb";
    expect(hrefsIn(posts.find(({ title }) => title === "Moon")?.content)).toEqual([to, to]);
  });

  it("keeps the language of code", async () => {
    const code =
      '<pre data-code-block-mode="2" data-code-block-lang="c++" class="graf"><span class="pre--content">int x;<br>x++;</span></pre>';
    const { posts } = await compiled({ [moon]: page("Moon", code, "") });
    expect(posts[0]?.content).toMatch(/<pre><code class="language-c\+\+">[\s\S]*x\+\+;[\s\S]*<\/code><\/pre>/);
  });
});
