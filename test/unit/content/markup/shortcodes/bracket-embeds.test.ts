import { describe, expect, it } from "vitest";
import { convertBracketEmbeds } from "../../../../../src/content/markup/shortcodes/bracket-embeds.ts";
import { drawn } from "../dialects/drawn.ts";

const video = '<a href="https://www.youtube.com/watch?v=dQw4w9WgXcQ" data-embed>Video on YouTube</a>';

describe("convertBracketEmbeds()", () => {
  it("plays a recording between tags without text, also within a line", () => {
    const player = '<audio src="a.mp3" controls></audio>';
    for (const tag of ['[audio src="a.mp3"][/audio]', '[audio mp3="a.mp3"][/audio]'])
      expect(convertBracketEmbeds(`<p>Listen: ${tag} now.</p>`)).toMatch(/^<p>Listen: <audio src="a.mp3" controls>.*<\/audio> now\.<\/p>$/);
    expect(convertBracketEmbeds('[audio src="a.mp3"]')).toBe(player);
    for (const text of ["see [audio][/audio]", 'see [audio src="a.mp3"] x', 'see [audio src="a.mp3"][/video]'])
      expect(convertBracketEmbeds(text)).toBe(text);
  });

  it.each([
    "[youtube dQw4w9WgXcQ]",
    "[youtube=dQw4w9WgXcQ]",
    "[youtube https://www.youtube.com/watch?v=dQw4w9WgXcQ]",
    '[youtube id="dQw4w9WgXcQ" width="600"]',
    "[youtube]https://www.youtube.com/watch?v=dQw4w9WgXcQ[/youtube]",
    "[embed]https://youtu.be/dQw4w9WgXcQ[/embed]",
    '[embed width="300"]https://youtu.be/dQw4w9WgXcQ[/embed]',
    "[youtube]dQw4w9WgXcQ[/youtube]",
    "[embedyt] https://www.youtube.com/watch?v=dQw4w9WgXcQ[/embedyt]",
    "@[youtube](dQw4w9WgXcQ)",
    "@[YouTube](https://youtu.be/dQw4w9WgXcQ)",
    '::youtube{id="dQw4w9WgXcQ"}',
    "::youtube{#dQw4w9WgXcQ}",
    "{{video https://www.youtube.com/watch?v=dQw4w9WgXcQ}}",
    "{{[[video]]: https://youtu.be/dQw4w9WgXcQ }}",
    "{{youtube: https://youtu.be/dQw4w9WgXcQ}}",
    "{{youtube dQw4w9WgXcQ}}",
    "%[https://youtu.be/dQw4w9WgXcQ]",
  ])("converts %s to a link", (text) => {
    expect(convertBracketEmbeds(text)).toBe(video);
    expect(convertBracketEmbeds(`a\n> ${text} \nb`)).toBe(`a\n> ${video} \nb`);
    expect(convertBracketEmbeds(`<p>${text}</p>`)).toBe(`<p>${video}</p>`);
    for (const code of [`\`${text}\``, `    ${text}`, `~~~\n${text}\n~~~`, `<pre>${text}</pre>`])
      expect(convertBracketEmbeds(`a\n\n${code}`)).toBe(`a\n\n${code}`);
  });

  it.each([
    ["@[vimeo](76979871)", '<a href="https://vimeo.com/76979871" data-embed>Video on Vimeo</a>'],
    ['[audio mp3="a.mp3"][/audio]', '<audio src="a.mp3" controls></audio>'],
    ["[audio https://example.org/a.mp3]", '<audio src="https://example.org/a.mp3" controls></audio>'],
    [
      '[video mp4="https://example.org/film.mp4" poster="https://example.org/still.jpg"][/video]',
      '<video src="https://example.org/film.mp4" poster="https://example.org/still.jpg" controls></video>',
    ],
    [
      "[audio http://example.org/a.mp3|titles=Song]",
      '<audio src="http://example.org/a.mp3" controls><a href="http://example.org/a.mp3">Song</a></audio>',
    ],
    [
      "[audio http://example.org/a.mp3, http://example.org/b.mp3|titles=A,B & C]",
      '<audio src="http://example.org/a.mp3" controls><a href="http://example.org/a.mp3">A</a></audio> <audio src="http://example.org/b.mp3" controls><a href="http://example.org/b.mp3">B &amp; C</a></audio>',
    ],
    [
      "@[card](https://en.wikipedia.org/wiki/A_(b))",
      `<a href="https://en.wikipedia.org/wiki/A_(b)" data-embed>en.wikipedia.org/wiki/A_(b)</a>`,
    ],
    ["@[card](https://zenn.dev/ada/articles/a,b)", '<a href="https://zenn.dev/ada/articles/a,b" data-embed>zenn.dev/ada/articles/a,b</a>'],
    ["@[codepen](https://codepen.io/ada/pen/abc)", '<a href="https://codepen.io/ada/pen/abc" data-embed>Code on CodePen</a>'],
    ["@[jsfiddle](https://jsfiddle.net/abc/)", '<a href="https://jsfiddle.net/abc/" data-embed>Code on JSFiddle</a>'],
    ["@[codesandbox](https://codesandbox.io/s/abc)", '<a href="https://codesandbox.io/s/abc" data-embed>Code on CodeSandbox</a>'],
    ["@[stackblitz](https://stackblitz.com/edit/abc)", '<a href="https://stackblitz.com/edit/abc" data-embed>Code on StackBlitz</a>'],
    ["@[docswell](https://www.docswell.com/s/ada/1)", '<a href="https://www.docswell.com/s/ada/1" data-embed>docswell.com/s/ada/1</a>'],
    [
      "@[blueprintue](https://blueprintue.com/render/abc/)",
      '<a href="https://blueprintue.com/render/abc/" data-embed>blueprintue.com/render/abc/</a>',
    ],
    [
      "@[figma](https://www.figma.com/file/abc/x?node-id=1)",
      '<a href="https://www.figma.com/file/abc/x?node-id=1" data-embed>Design on Figma</a>',
    ],
    [
      "@[speakerdeck](4f926da9cb4cd0001f00a1ff)",
      '<a href="https://speakerdeck.com/player/4f926da9cb4cd0001f00a1ff" data-embed>Slides on Speaker Deck</a>',
    ],
    [
      "@[slideshare](bCwjTfTMzTnKkx)",
      '<a href="https://www.slideshare.net/slideshow/embed_code/key/bCwjTfTMzTnKkx" data-embed>Slides on SlideShare</a>',
    ],
    ["@[slideshare](12345678)", '<a href="https://www.slideshare.net/slideshow/embed_code/12345678" data-embed>Slides on SlideShare</a>'],
    ["[card https://example.org/x]", "[card https://example.org/x]"],
    ["@[ada](https://example.org/ada)", "@[ada](https://example.org/ada)"],
    ["Ask @[card](https://example.org/x) here", "Ask @[card](https://example.org/x) here"],
    ["@[video](https://example.org/v.mp4)", '<video src="https://example.org/v.mp4" controls></video>'],
    ["[gist]https://gist.github.com/a/12ab[/gist]", '<a href="https://gist.github.com/a/12ab" data-embed>Code on GitHub Gist</a>'],
    ['[gist id="12ab34" file="x.js"]', '<a href="https://gist.github.com/12ab34" data-embed>Code on GitHub Gist</a>'],
    ["[vimeo]76979871[/vimeo]", '<a href="https://vimeo.com/76979871" data-embed>Video on Vimeo</a>'],
    ["[wpvideo abcdEFGH]", '<a href="https://videopress.com/v/abcdEFGH" data-embed>videopress.com/v/abcdEFGH</a>'],
    ["a [video]https://example.org/x[/video] b", 'a <a href="https://example.org/x" data-embed>example.org/x</a> b'],
    [
      "[googlemaps https://www.google.com/maps/embed?pb=1]",
      '<a href="https://www.google.com/maps/embed?pb=1" data-embed>Map on Google Maps</a>',
    ],
    ["a {{video ../assets/v.mp4}} b", 'a <video src="../assets/v.mp4" controls></video> b'],
    ["{{tweet https://x.com/a/status/12}}", '<a href="https://x.com/a/status/12" data-embed>Post on X</a>'],
    ["{{[[pdf]]: https://example.org/a.pdf}}", '<a href="https://example.org/a.pdf" data-embed>a.pdf</a>'],
    ["{{[[iframe]]: https://example.org/x}}", '<a href="https://example.org/x" data-embed>example.org/x</a>'],
    ["{{vimeo 76979871}}", '<a href="https://vimeo.com/76979871" data-embed>Video on Vimeo</a>'],
    ["%[https://example.org/x]", '<a href="https://example.org/x" data-embed>example.org/x</a>'],
  ])("converts %s", (text, html) => {
    expect(convertBracketEmbeds(text)).toBe(html);
  });

  it.each([
    "[youtube channel]",
    "[video tutorial]",
    "[embed]",
    "[gist]",
    "[gist of it]",
    "[vimeo]words[/vimeo]",
    "[youtube]https://example.org/[/vimeo]",
    "[youtube dQw4w9WgXcQ](https://example.org)",
    "[youtube dQw4w9WgXcQ]: https://example.org",
    "See [youtube dQw4w9WgXcQ].",
    "std::youtube{x}",
    "::youtube{}",
    "@[youtube]",
    "100%[http",
    "{{video}}",
    "{{video tutorial}}",
    "{{youtube description}}",
    "{{ youtube }}",
    "{{videos https://example.org/x}}",
    "{{embed ((63f4a2))}}",
    "{{video page.film}}",
    "{{audio user_track}}",
    "\\{{video https://youtu.be/dQw4w9WgXcQ}}",
    "{{{video https://youtu.be/dQw4w9WgXcQ}}}",
    "[a]({{video https://youtu.be/dQw4w9WgXcQ}})",
    '<a href="{{video https://youtu.be/dQw4w9WgXcQ}}">a</a>',
    "`{{video https://youtu.be/dQw4w9WgXcQ}}`",
  ])("keeps %s as text", (text) => {
    expect(convertBracketEmbeds(text)).toBe(text);
  });

  it("excludes embeds from the summary", async () => {
    expect(await drawn("@[youtube](dQw4w9WgXcQ)\n\na")).toBe(
      '<p><a href="https://www.youtube.com/watch?v=dQw4w9WgXcQ">Video on YouTube</a></p><p>a</p>',
    );
  });

  it("reads hostile text in linear time", () => {
    for (const part of [
      "[youtube ",
      "@[youtube](",
      "::youtube{",
      "%[https://a",
      "[embed]https://a[/",
      ">>>> [audio ",
      "{{video a",
      "{{[[pdf]]: https://a",
    ])
      expect(convertBracketEmbeds(part.repeat(50_000))).toHaveLength(part.length * 50_000);
  });
});
