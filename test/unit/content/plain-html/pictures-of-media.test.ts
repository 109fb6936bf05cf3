import { describe, expect, it } from "vitest";
import { compileOne, someMedia } from "../sample.ts";
import { plain } from "./plain-html.ts";

const watch = "https://www.youtube.com/watch?v=abc";

describe("convertPictureOfMedia()", () => {
  it.each([
    [`<img src="${watch}">`, `<p><a href="${watch}">Video on YouTube</a></p>`],
    ['<p><img src="//youtu.be/abc" alt="The sea at dawn"></p>', `<p><a href="${watch}">The sea at dawn</a></p>`],
    [
      `<p><img src="${watch}"><img src="https://vimeo.com/1"></p>`,
      `<p><a href="${watch}">Video on YouTube</a> <a href="https://vimeo.com/1">Video on Vimeo</a></p>`,
    ],
    ['<p><img src="https://x.com/ada/status/20"></p>', '<p><a href="https://x.com/ada/status/20">Post on X</a></p>'],
    ['<p><img src="https://soundcloud.com/ada/sea"></p>', '<p><a href="https://soundcloud.com/ada/sea">Audio on SoundCloud</a></p>'],
    ['<a href="/a"><img src="https://youtu.be/abc"></a>', '<a href="/a">Video on YouTube</a>'],
    ['<img src="a/clip.mp4" width="300">', '<video src="a/clip.mp4" controls width="300"></video>'],
    ['<img data-src="clip.MOV?x=1">', '<video src="clip.MOV?x=1" controls></video>'],
    ['<img src="https://i.imgur.com/a.gifv">', '<video src="https://i.imgur.com/a.mp4" controls></video>'],
    ['<img src="talk.mp3" alt="A talk" width="9">', '<audio src="talk.mp3" controls><a href="talk.mp3">A talk</a></audio>'],
    ['<img src="a/slides.pdf">', '<a href="a/slides.pdf">slides.pdf</a>'],
    ['<img src="https://e.com/a.glb?x" alt="A model">', '<a href="https://e.com/a.glb?x">A model</a>'],
    ['<a href="/a"><img src="slides.pdf" alt="Slides"></a>', '<a href="/a">Slides</a>'],
  ])("replaces %s", (html, expected) => {
    expect(plain(html)).toEqual({ html: expected, warnings: [] });
  });

  it.each([
    "https://i.ytimg.com/vi/abc/0.jpg",
    "https://archive.org/services/img/sea",
    "https://archive.org/download/sea/sea.jpg",
    "https://asciinema.org/a/14.svg",
    "https://codepen.io/ada/pen/abc/image/large.png",
    "https://gist.github.com/ada/12ab/raw/sea",
    "https://maps.google.com/maps/api/staticmap?center=Berlin",
    "https://www.facebook.com/tr?id=1",
    "https://www.instagram.com/p/Ab/media/?size=l",
    "https://x.com/ada",
    "mp4.png",
    "clip.mp4.jpg",
  ])("keeps the picture %s", (src) => {
    expect(plain(`<img src="${src}">`).html).toBe(`<img src="${src}">`);
  });

  it("converts the pictures of Markdown", async () => {
    const text = `![](${watch})\n\nWords.\n\n![A film](full.mp4)\n\n![][s]\n\n![](moon.png)\n\n[s]: https://youtu.be/abc`;
    const { content, problems, summary } = await compileOne(text, "2024-11-06-moon.md", { media: someMedia });
    expect({ content, problems, summary }).toEqual({
      content: [
        `<p><a href="${watch}">Video on YouTube</a></p>`,
        "<p>Words.</p>",
        '<p><video src="https://example.com/media/full.mp4" controls><a href="https://example.com/media/full.mp4">A film</a></video></p>',
        `<p><a href="${watch}">Video on YouTube</a></p>`,
        '<p><img src="https://example.com/media/ab/moon.png" alt="" width="400" height="200"></p>',
      ].join("\n"),
      problems: [],
      summary: "Words.",
    });
  });

  it("reports a film that is missing", async () => {
    expect((await compileOne("![](lost.mov)", "2024-11-06-moon.md")).problems).toEqual([
      expect.stringMatching(/warning Cannot find the file "lost\.mov" next to the article$/),
    ]);
  });

  it.each([
    "{% include embed/video.html src='lost.mov' title='T' %}",
    '<video controls><source src="lost.mov"><a href="lost.mov">A film</a></video>',
  ])("reports a film that is missing once, although its player has a link: %s", async (player) => {
    const { problems } = await compileOne(`${player}\n\n[A film](lost.mov)`, "2024-11-06-moon.md");
    expect(problems.map((problem) => problem.replace(/:\d+ .*/, ""))).toEqual([
      "articles/2024-11-06-moon.md:1",
      "articles/2024-11-06-moon.md:3",
    ]);
  });
});
