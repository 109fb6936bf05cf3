import { describe, expect, it } from "vitest";
import { componentEmbed, convertComponents } from "../../../../../src/content/markup/shortcodes/component-embeds.ts";
import { compileOne } from "../../sample.ts";

describe("componentEmbed()", () => {
  it.each([
    ["YouTube", { youTubeId: "w7Ft2ymGmfc" }, "https://www.youtube.com/watch?v=w7Ft2ymGmfc", "Video on YouTube"],
    ["Vimeo", { vimeoId: "12", title: "Tides" }, "https://vimeo.com/12", "Tides"],
    ["CodePen", { codePenId: "PNaGbb" }, "https://codepen.io/team/codepen/pen/PNaGbb", "Code on CodePen"],
    ["CodePen", { user: "ada", slugHash: "abc" }, "https://codepen.io/ada/pen/abc", "Code on CodePen"],
    ["Gist", { gistLink: "ada/12ab" }, "https://gist.github.com/ada/12ab", "Code on GitHub Gist"],
    ["Tweet", { tweetLink: "ada/status/12" }, "https://x.com/ada/status/12", "Post on X"],
    ["Tweet", { id: "12" }, "https://x.com/i/status/12", "Post on X"],
    ["Spotify", { spotifyLink: "album/4Kv" }, "https://open.spotify.com/album/4Kv", "Audio on Spotify"],
    ["Twitch", { twitchId: "834" }, "https://www.twitch.tv/videos/834", "Video on Twitch"],
    ["Figma", { figmaLink: "file/a/b" }, "https://www.figma.com/file/a/b", "Design on Figma"],
    ["Instagram", { instagramId: "CBg" }, "https://www.instagram.com/p/CBg", "Post on Instagram"],
    ["Pin", { pinId: "12" }, "https://www.pinterest.com/pin/12", "Post on Pinterest"],
    [
      "Wikipedia",
      { wikipediaLink: "https://en.wikipedia.org/wiki/Tide" },
      "https://en.wikipedia.org/wiki/Tide",
      "en.wikipedia.org/wiki/Tide",
    ],
    ["LinkPreview", { id: "https://example.org/a" }, "https://example.org/a", "example.org/a"],
    ["SoundCloud", { soundCloudLink: "https%3A//soundcloud.com/a/b" }, "https://soundcloud.com/a/b", "Audio on SoundCloud"],
  ])("links <%s> with %j", (name, properties: Record<string, string>, url, label) => {
    expect(componentEmbed(name, properties)).toBe(`<a href="${url}" data-embed>${label}</a>`);
  });

  it.each([
    ["Chart", { id: "a" }],
    ["YouTube", { title: "x" }],
    ["Vimeo", { vimeoId: 'javascript:x()//"' }],
    ["LinkPreview", { id: "a" }],
  ])("returns undefined for <%s> with %j", (name, properties) => {
    expect(componentEmbed(name, properties as Record<string, string>)).toBeUndefined();
  });
});

describe("convertComponents()", () => {
  it("links components on their own lines, outside of code", () => {
    const link = '<a href="https://vimeo.com/12" data-embed>Video on Vimeo</a>';
    expect(convertComponents('<Vimeo id="12" />\n\n```\n<Vimeo id="12" />\n```\n')).toBe(`${link}\n\n\`\`\`\n<Vimeo id="12" />\n\`\`\`\n`);
    expect(convertComponents('<Vimeo\n  id={"12"}\n  options={{ a: 1 }}\n/>')).toBe(link);
    expect(convertComponents('`<Vimeo id="12" />`')).toBe('`<Vimeo id="12" />`');
    expect(convertComponents('List<T x="1" /> and a <Chart id="1" />')).toBe('List<T x="1" /> and a <Chart id="1" />');
  });

  it("keeps the text after a component in .md", async () => {
    const { content, problems } = await compileOne('Now <Badge type="tip" text="beta" />:\n\n<YouTube youTubeId="abc" />\n\nText *here*');
    expect(content).toBe(
      '<p>Now beta:</p>\n<p><a href="https://www.youtube.com/watch?v=abc">Video on YouTube</a></p>\n<p>Text <em>here</em></p>',
    );
    expect(problems).toEqual([]);
  });

  it("shows badges, titles of cards and values of tabs in .mdx", async () => {
    const text = 'A <Badge text="beta" />\n\n<Card title="T" href="/x">words</Card>\n\n<TabItem value="npm">\n\nb\n\n</TabItem>\n';
    expect((await compileOne(text, "2024-11-06-a.mdx")).content).toBe(
      '<p>A beta</p>\n<p><a href="https://example.com/x"><strong>T</strong></a></p>\n<p>words</p>\n<p><strong>npm</strong></p>\n<p>b</p>',
    );
  });

  it.each([
    [
      '<Video src="https://e.com/a.mp4#t=1" poster="https://e.com/b.png" />',
      /^<p><video [^>]*><a [^>]*>a.mp4<\/a><\/video><\/p>\n<p>End<\/p>$/,
    ],
    ['<video src="https://e.com/a.mp4" />', /^<p><video [^>]*><a [^>]*>a.mp4<\/a><\/video><\/p>\n<p>End<\/p>$/],
    [
      '<video src="https://e.com/a.mp4" />\n\n<video src="https://e.com/b.mp4"></video>',
      /<\/video><\/p>\n<p><video .*<\/video><\/p>\n<p>End<\/p>$/s,
    ],
    ['<iframe src="https://www.youtube.com/embed/abc" />', /^<p><a [^>]*>Video on YouTube<\/a><\/p>\n<p>End<\/p>$/],
    ['<video src="https://e.com/a.mp4" />old</video>', /^<p><video [^>]*>old.*<\/video><\/p>\n<p>End<\/p>$/],
  ])("keeps the text after %j", async (text, html) => {
    expect((await compileOne(`${text}\n\nEnd`)).content).toMatch(html);
  });
});
