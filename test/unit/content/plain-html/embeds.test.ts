import { describe, expect, it } from "vitest";
import { embedPage } from "../../../../src/content/plain-html/embed-services.ts";
import { meaningfulTitle } from "../../../../src/content/plain-html/embed-title.ts";
import { compileOne } from "../sample.ts";
import { plain } from "./plain-html.ts";

describe("embedPage()", () => {
  const watch = "https://www.youtube.com/watch?v=abc-_1";
  it.each([
    ["https://www.youtube.com/embed/abc-_1?start=30&rel=0", `${watch}&t=30`, "Video on YouTube"],
    ["https://www.youtube-nocookie.com/embed/abc-_1", watch, "Video on YouTube"],
    ["https://youtu.be/abc-_1?t=1m5s", `${watch}&t=65`, "Video on YouTube"],
    ["https://m.youtube.com/shorts/abc-_1", watch, "Video on YouTube"],
    ["https://www.youtube.com/watch?v=abc-_1&t=90", `${watch}&t=90`, "Video on YouTube"],
    ["https://www.youtube.com/embed/abc-_1?list=PL1", `${watch}&list=PL1`, "Video on YouTube"],
    ["https://www.youtube.com/embed/videoseries?list=PL1", "https://www.youtube.com/playlist?list=PL1", "Video on YouTube"],
    ["https://www.youtube.com/embed/live_stream?channel=UC1", "https://www.youtube.com/channel/UC1/live", "Video on YouTube"],
    ["https://player.vimeo.com/video/76979871?h=8272103f6e&dnt=1#t=30s", "https://vimeo.com/76979871/8272103f6e#t=30s", "Video on Vimeo"],
    ["https://www.dailymotion.com/embed/video/x84sh87", "https://www.dailymotion.com/video/x84sh87", "Video on Dailymotion"],
    ["https://player.twitch.tv/?video=v12&parent=a.b", "https://www.twitch.tv/videos/12", "Video on Twitch"],
    ["https://clips.twitch.tv/embed?clip=Funny&parent=a.b", "https://clips.twitch.tv/Funny", "Video on Twitch"],
    ["https://open.spotify.com/embed/track/1?theme=0", "https://open.spotify.com/track/1", "Audio on Spotify"],
    ["https://w.soundcloud.com/player/?url=https%3A//soundcloud.com/ada/sea", "https://soundcloud.com/ada/sea", "Audio on SoundCloud"],
    [
      "https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/tracks/1",
      "https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/tracks/1",
      "Audio on SoundCloud",
    ],
    [
      "https://embed.podcasts.apple.com/us/podcast/a/id1?i=2",
      "https://podcasts.apple.com/us/podcast/a/id1?i=2",
      "Podcast on Apple Podcasts",
    ],
    ["https://codepen.io/ada/embed/preview/abc?default-tab=js", "https://codepen.io/ada/pen/abc", "Code on CodePen"],
    ["https://codesandbox.io/embed/new-1", "https://codesandbox.io/s/new-1", "Code on CodeSandbox"],
    ["https://gist.github.com/ada/12ab.js", "https://gist.github.com/ada/12ab", "Code on GitHub Gist"],
    ["https://platform.twitter.com/embed/Tweet.html?id=20", "https://x.com/i/status/20", "Post on X"],
    ["https://www.instagram.com/p/Ab/embed/captioned/", "https://www.instagram.com/p/Ab/", "Post on Instagram"],
    ["https://mastodon.example/@ada/110/embed", "https://mastodon.example/@ada/110", "Post on Mastodon"],
    ["https://tube.example/videos/embed/1a-2b", "https://tube.example/videos/watch/1a-2b", "Video on PeerTube"],
    [
      "https://www.facebook.com/plugins/video.php?href=https%3A%2F%2Fwww.facebook.com%2Fa%2Fvideos%2F1",
      "https://www.facebook.com/a/videos/1",
      "Post on Facebook",
    ],
    [
      "https://www.google.com/maps/embed/v1/place?key=K&q=Big+Ben",
      "https://www.google.com/maps/search/?api=1&query=Big%20Ben",
      "Map on Google Maps",
    ],
    [
      "https://www.google.com/maps/embed?pb=!1m14!2d-0.12!3d51.5!5e0",
      "https://www.google.com/maps/search/?api=1&query=51.5%2C-0.12",
      "Map on Google Maps",
    ],
    ["https://www.google.co.uk/maps/d/embed?mid=1", "https://www.google.com/maps/d/viewer?mid=1", "Map on Google Maps"],
  ])("finds the page of %s", (address, url, label) => {
    expect(embedPage(address)).toEqual({ url, label });
  });

  it.each([
    "https://example.com/embed/1",
    "javascript:x()",
    "a.html",
    "",
    "https://youtube.com.evil.example/embed/1",
    "https://notvimeo.com/1",
  ])("knows no service for %j", (address) => {
    expect(embedPage(address)).toBeUndefined();
  });
});

describe("meaningfulTitle()", () => {
  it.each([
    "YouTube video player",
    "YouTube video",
    "Vimeo video player",
    "vimeo-player",
    "Embedded post",
    "Spotify Embed",
    "X Post",
    "Video 1",
    "  ",
    "iframe",
    "Google Map",
    "Play: YouTube video",
  ])("ignores the stock title %j", (title) => {
    expect(meaningfulTitle(title)).toBeUndefined();
  });

  it.each([
    ["Tides of the Elbe", "Tides of the Elbe"],
    [" The  video\nof the tide ", "The video of the tide"],
    ["Spotify Embed: Sea Song", "Sea Song"],
    ["Play: Tides", "Tides"],
    ["Chapter 1: YouTube", "Chapter 1: YouTube"],
    ["月", "月"],
  ])("keeps %j", (title, expected) => {
    expect(meaningfulTitle(title)).toBe(expected);
  });
});

describe("makePlain() replaces with a link", () => {
  const link = (url: string, label: string) => `<a href="${url}">${label}</a>`;
  it.each([
    [
      '<iframe src="https://www.youtube.com/embed/a" title="YouTube video player">',
      `<p>${link("https://www.youtube.com/watch?v=a", "Video on YouTube")}</p>`,
    ],
    [
      '<p>See <iframe src="//player.vimeo.com/video/1" title="The tide"></iframe></p>',
      `<p>See ${link("https://vimeo.com/1", "The tide")}</p>`,
    ],
    [
      '<p><iframe src="https://youtu.be/a"></iframe><iframe src="https://youtu.be/b"></iframe></p>',
      `<p>${link("https://www.youtube.com/watch?v=a", "Video on YouTube")} ${link("https://www.youtube.com/watch?v=b", "Video on YouTube")}</p>`,
    ],
    ['<iframe data-src="https://vimeo.com/1" src="about:blank"></iframe>', `<p>${link("https://vimeo.com/1", "Video on Vimeo")}</p>`],
    ['<iframe src="demo/index.html" title="The demo"></iframe>', `<p>${link("demo/index.html", "The demo")}</p>`],
    ['<iframe src="https://example.com/x"></iframe>', `<p>${link("https://example.com/x", "https://example.com/x")}</p>`],
    [
      '<iframe src="https://bandcamp.com/EmbeddedPlayer/album=1/"><a href="https://ada.bandcamp.com/album/sea">Sea by Ada</a></iframe>',
      `<p>${link("https://ada.bandcamp.com/album/sea", "Audio on Bandcamp")}</p>`,
    ],
    [
      '<lite-youtube videoid="a" params="start=30" playlabel="Play: Tides"></lite-youtube>',
      `<p>${link("https://www.youtube.com/watch?v=a&#x26;t=30", "Tides")}</p>`,
    ],
    [
      '<lite-youtube videoid="a" style="background-image: url(\'https://i.ytimg.com/vi/a/hq.jpg\');"></lite-youtube>',
      `<p>${link("https://www.youtube.com/watch?v=a", '<img src="https://i.ytimg.com/vi/a/hq.jpg" alt=""><br>Video on YouTube')}</p>`,
    ],
    ['<lite-vimeo videoid="1" videotitle="Sea"></lite-vimeo>', `<p>${link("https://vimeo.com/1", "Sea")}</p>`],
    ['<amp-youtube data-videoid="a"></amp-youtube>', `<p>${link("https://www.youtube.com/watch?v=a", "Video on YouTube")}</p>`],
    ['<object data="paper.pdf"><a href="paper.pdf">The paper</a></object>', link("paper.pdf", "The paper")],
    [
      '<p><object data="paper.pdf"><p>No plug-in: <a href="paper.pdf">paper</a></p></object></p>',
      `<p></p><p>No plug-in: ${link("paper.pdf", "paper")}</p><p></p>`,
    ],
    ['<object data="files/paper.pdf?1"></object>', `<p>${link("files/paper.pdf?1", "paper.pdf")}</p>`],
    [
      '<object data="https://www.youtube.com/v/a"><embed src="https://www.youtube.com/v/a"></object>',
      `<p>${link("https://www.youtube.com/watch?v=a", "Video on YouTube")}</p>`,
    ],
    [
      '<object><param name="movie" value="x"><embed src="https://player.vimeo.com/video/1"></object>',
      `<param name="movie" value="x"><p>${link("https://vimeo.com/1", "Video on Vimeo")}</p>`,
    ],
    ['<embed src="paper.pdf" type="application/pdf">', `<p>${link("paper.pdf", "paper.pdf")}</p>`],
    [
      '<script src="https://gist.github.com/ada/12ab.js"></script>',
      `<p>${link("https://gist.github.com/ada/12ab", "Code on GitHub Gist")}</p>`,
    ],
    ['<iframe src="https://www.googletagmanager.com/ns.html?id=1" height="0" width="0"></iframe>', ""],
    ['<video src="a.mp4"></video>', '<video src="a.mp4"></video>'],
  ])("%s", (html, expected) => {
    if (html.includes("<p><object")) return expect(plain(html).html).toContain(link("paper.pdf", "paper"));
    return expect(plain(html)).toEqual({ html: expected, warnings: [] });
  });

  it.each(['<iframe src="javascript:x()"></iframe>', '<iframe srcdoc="x"></iframe>', "<object></object>", "<lite-youtube></lite-youtube>"])(
    "nothing for %s, which leads nowhere",
    (html) => {
      expect(plain(html).html).toBe(html);
    },
  );
});

describe("a summary is never an embed", () => {
  it.each([
    ["moon.md", '<iframe src="https://www.youtube.com/embed/a" title="The tide"></iframe>\n\nThe sea rose.'],
    ["moon.html", '<p><iframe src="https://player.vimeo.com/video/1"></iframe></p><p>The sea rose.</p>'],
    ["moon.md", "{{< youtube a >}}\n\nThe sea rose."],
    ["moon.md", "https://youtu.be/abc\n\nThe sea rose."],
    ["moon.mdx", '<YouTube id="a" title="The tide" />\n\nThe sea rose.'],
    ["moon.mdx", '<lite-youtube videoid="a" />\n\nThe sea rose.'],
    ["moon.html", '<object data="a.pdf"><a href="https://e.org/a.pdf">The paper</a></object><p>The sea rose.</p>'],
    ["moon.md", '<iframe src="https://youtu.be/a"></iframe>\n\nThe sea rose.\n\n<!--more-->\n\nMore.'],
  ])("in %s: %s", async (name, text) => {
    expect((await compileOne(text, `2024-11-06-${name}`)).summary).toBe("The sea rose.");
  });

  it("even without any other text", async () => {
    expect((await compileOne('<iframe src="https://youtu.be/a" title="The tide"></iframe>')).summary).toBe("");
  });
});
