import { describe, expect, it } from "vitest";
import { serviceAddress } from "../../../../../../src/content/markup/shortcodes/tags/service-addresses.ts";
import { parseShortcodeArguments } from "../../../../../../src/content/markup/shortcodes/tags/shortcode-arguments.ts";
import { codeBlock, languageOfCode, shortcodeHtml } from "../../../../../../src/content/markup/shortcodes/tags/shortcode-html.ts";

const articles: Readonly<Record<string, string>> = { moon: "/moon.md", "a b": "/a%20b.md" };

function html(name: string, text: string): string | undefined {
  return shortcodeHtml[name]?.(parseShortcodeArguments(text), { locate: (article) => articles[article] });
}

describe("shortcodeHtml", () => {
  it.each([
    ["kbd", "Ctrl-Shift-P", "<kbd>Ctrl-Shift-P</kbd>"],
    ["kbd", "mac=Command-O win=Control-O", "<kbd>Control-O</kbd>"],
    ["pagebreak", "", ""],
  ])("reads the tag %s of Quarto with %j", (name, text, expected) => {
    expect(html(name, text)).toBe(expected);
  });

  it.each([
    ["embed", 'url="https://www.youtube.com/watch?v=abcdefghijk"', "https://www.youtube.com/watch?v=abcdefghijk", "Video on YouTube"],
    ["embed", 'url="https://e.org/x" title="The x"', "https://e.org/x", "The x"],
    ["embed", "src='https://e.org/x'", "https://e.org/x", "e.org/x"],
    ["embed", "https://dev.to/x", "https://dev.to/x", "dev.to/x"],
    ["youtube", 'url="https://youtu.be/abcdefghijk"', "https://www.youtube.com/watch?v=abcdefghijk", "Video on YouTube"],
    ["tweet", 'url="https://x.com/a/status/123"', "https://x.com/a/status/123", "Post on X"],
    ["pdf", '"/a/b%20c.pdf" no_link width="50%"', "/a/b%20c.pdf", "b c.pdf"],
    ["pdf", 'src="https://e.org/view?id=1" title="The x"', "https://e.org/view?id=1", "The x"],
    ["embed-pdf", 'url="../a.pdf#page=2"', "../a.pdf#page=2", "a.pdf"],
    ["file", 'src="a.zip" title="The x"', "a.zip", "The x"],
    ["codepen", 'url="https://codepen.io/a/pen/abc"', "https://codepen.io/a/pen/abc", "Code on CodePen"],
  ])("converts {%% %s %s %%} to a link", (name, text, href, words) => {
    expect(html(name, text)).toBe(`<a href="${href}" data-embed>${words}</a>`);
  });

  it("links to the files of GitBook, and knows no embed without an address", () => {
    expect(html("file", 'src=".gitbook/assets/a%20b.pdf"')).toBe('<a href=".gitbook/assets/a%20b.pdf" data-embed>a b.pdf</a>');
    expect([html("pdf", ""), html("pdf", "{{ file }}")]).toEqual([undefined, undefined]);
    expect([html("file", ""), html("embed", ""), html("embed", 'url="x"')]).toEqual([undefined, undefined, undefined]);
  });

  it.each([
    ['src="a.png" attr="Ada" caption="B"', '<figure><img src="a.png" alt="B"><figcaption>B Ada</figcaption></figure>'],
    ['src="a.png" title="T"', '<figure><img src="a.png" alt="T"><figcaption><strong>T</strong></figcaption></figure>'],
    ['src = `a b.png` alt: "A \\"moon\\""', '<figure><img src="a b.png" alt="A &quot;moon&quot;"></figure>'],
    ["SRC='a b.png' alt=''", '<figure><img src="a b.png" alt=""></figure>'],
    ["src=https://example.com/a.png alt:A", '<figure><img src="https://example.com/a.png" alt="A"></figure>'],
    ["src=a.png,alt=A", '<figure><img src="a.png" alt="A"></figure>'],
    ["src=//example.com/a.png", '<figure><img src="//example.com/a.png" alt=""></figure>'],
    ...["image_path", "url", "path", "file", "image", "filename"].map((key) => [
      `${key}="a.png"`,
      '<figure><img src="a.png" alt=""></figure>',
    ]),
  ])("converts %s to a figure", (text, expected) => {
    expect(html("figure", text)).toBe(expected);
  });

  it.each([
    ["tide.png", "tide.png", ""],
    ["left big tide.png 400 300", "tide.png", ""],
    ["tide.png 400 300 A tide", "tide.png", "A tide"],
    ['tide.png 400 300 "A tide"', "tide.png", "A tide"],
    ["tide.png 400 300 ' A tide '", "tide.png", "A tide"],
    ['tide.png "3 tides"', "tide.png", "3 tides"],
    ["tide.png \"A tide 'at noon'\"", "tide.png", "at noon"],
    ['tide.png \'"A tide" "at noon"\'', "tide.png", "at noon"],
    ['tide.png "A tide" "at noon"', "tide.png", "at noon"],
    ['tide.png "It\'s noon"', "tide.png", "It's noon"],
    ['tide.png "A tide" "it\'s noon"', "tide.png", "it's noon"],
    ['tide.png "A tide', "tide.png", "A tide"],
    ["tide.png It's the tides'", "tide.png", "It's the tides'"],
    ['tide.png A "high" tide', "tide.png", "A &quot;high&quot; tide"],
    ['tide.png "High" tide', "tide.png", "&quot;High&quot; tide"],
    ['"high tide.png" "A tide"', "high tide.png", "A tide"],
    ["'high tide.png' 'A tide'", "high tide.png", "A tide"],
    ['tide.png"A tide"', "tide.png", "A tide"],
    ["/tide.png?w=3 A tide", "/tide.png?w=3", "A tide"],
    ["http://example.com/tide A tide", "http://example.com/tide", "A tide"],
    ["https://example.com/tide.png A tide", "https://example.com/tide.png", "A tide"],
  ])("converts Hexo's picture %s", (text, src, alt) => {
    const size = text.includes("400 300") ? ' width="400" height="300"' : "";
    const title = /A tide.*noon/.test(text) ? ' title="A tide"' : "";
    expect(html("img", text)).toBe(`<img src="${src}" alt="${alt}"${title}${size}>`);
    expect(html("asset_img", text)).toBe(`<img src="${src}" alt="${alt}"${title}${size}>`);
  });

  it.each([
    ["asset_path", "a.pdf", "a.pdf"],
    ["asset_link", "a.pdf", '<a href="a.pdf">a.pdf</a>'],
    ["asset_link", "a.pdf The paper", '<a href="a.pdf">The paper</a>'],
    ["instagram", "x", '<a href="https://www.instagram.com/p/x" data-embed>Post on Instagram</a>'],
    ["instagram", 'id="x"', '<a href="https://www.instagram.com/p/x" data-embed>Post on Instagram</a>'],
    ["vimeo", 'id="1" title="T"', '<a href="https://vimeo.com/1" data-embed>T</a>'],
    ["vimeo", "1?from=https://a.com", '<a href="https://vimeo.com/1" data-embed>Video on Vimeo</a>'],
    ["video", 'src="a.mp4"', '<video src="a.mp4" controls></video>'],
    ["video", "https://youtu.be/x", '<a href="https://www.youtube.com/watch?v=x" data-embed>Video on YouTube</a>'],
    [
      "video",
      'https://www.youtube.com/embed/x start="30"',
      '<a href="https://www.youtube.com/watch?v=x&amp;t=30" data-embed>Video on YouTube</a>',
    ],
    ["video", "https://youtu.be/x start=now", '<a href="https://www.youtube.com/watch?v=x" data-embed>Video on YouTube</a>'],
    ["video", "some words", undefined],
    ["audio", "a.mp3", '<audio src="a.mp3" controls></audio>'],
    ["bilibili", "BV1x", '<a href="https://www.bilibili.com/video/BV1x" data-embed>Video on Bilibili</a>'],
    ["dailymotion", "x84", '<a href="https://www.dailymotion.com/video/x84" data-embed>Video on Dailymotion</a>'],
    ["spotify", "album 1", '<a href="https://open.spotify.com/album/1" data-embed>Audio on Spotify</a>'],
    ["soundcloud", "https://soundcloud.com/ada/sea", '<a href="https://soundcloud.com/ada/sea" data-embed>Audio on SoundCloud</a>'],
    ["codepen", 'user="ada" id="abc"', '<a href="https://codepen.io/ada/pen/abc" data-embed>Code on CodePen</a>'],
    ["codepen", "abc", undefined],
    ["embed", "https://vimeo.com/1", '<a href="https://vimeo.com/1" data-embed>Video on Vimeo</a>'],
    ["embed", "partial", undefined],
    ["youtube", "https://youtu.be/x", '<a href="https://www.youtube.com/watch?v=x" data-embed>Video on YouTube</a>'],
    ["youtube", "http://www.youtube.com/embed/x", '<a href="https://www.youtube.com/watch?v=x" data-embed>Video on YouTube</a>'],
    ["youtube", '"a b"', '<a href="https://www.youtube.com/watch?v=a%20b" data-embed>Video on YouTube</a>'],
    ["tweet", "user='a b' id='1'", '<a href="https://x.com/a%20b/status/1" data-embed>Post on X</a>'],
    ["gist", "12ab", '<a href="https://gist.github.com/12ab" data-embed>Code on GitHub Gist</a>'],
    ["gist", "12ab Makefile", '<a href="https://gist.github.com/12ab" data-embed>Code on GitHub Gist</a>'],
    ["gist", "ada/12ab feed.ts", '<a href="https://gist.github.com/ada/12ab" data-embed>Code on GitHub Gist</a>'],
    ["gist", "ada 12AB feed.ts", '<a href="https://gist.github.com/ada/12AB" data-embed>Code on GitHub Gist</a>'],
    ["ref", 'path="moon"', "/moon.md"],
    ["ref", '"a b#c"', "/a%20b.md#c"],
    ["ref", '"c d#e#f"', "c%20d#e#f"],
    ["link", "moon", "/moon.md"],
    ["link", "//a b.pdf", "/a%20b.pdf"],
    ["link", "a b?from=https://hexo.io", "/a%20b?from=https://hexo.io"],
    ["link", "Hexo itself http://hexo.io", '<a href="http://hexo.io">Hexo itself</a>'],
    ["link", "https://hexo.io", "https://hexo.io"],
    ["link", "http://hexo.io true", "http://hexo.io"],
    ["post_path", "moon", "/moon.md"],
    ["post_link", "moon", '<a href="/moon.md">moon</a>'],
    ["post_link", "moon#sea 'A moon'", '<a href="/moon.md#sea">A moon</a>'],
    ["post_link", "moon A moon true", '<a href="/moon.md">A moon</a>'],
    ["post_link", "moon 'A (new) moon' false", '<a href="/moon.md">A (new) moon</a>'],
    ["post_link", "moon untrue falsehoods", '<a href="/moon.md">untrue falsehoods</a>'],
    ["include", "parts/figure.html url='a.png'", '<figure><img src="a.png" alt=""></figure>'],
    ["include", "embed/YouTube.html id='x'", '<a href="https://www.youtube.com/watch?v=x" data-embed>Video on YouTube</a>'],
    ["include", "video.html provider='Vimeo' id='1'", '<a href="https://vimeo.com/1" data-embed>Video on Vimeo</a>'],
    ["details", "'A & B'", "\n<details><summary>A &amp; B</summary>\n\n"],
    ["details", "A title=B", "\n<details><summary>B</summary>\n\n"],
    ["details", "A title=B summary=C", "\n<details><summary>C</summary>\n\n"],
    ["endquote", '"Ada" <b>', "\n\n— Ada &lt;b&gt;\n\n</blockquote>\n"],
  ])("converts %s to %s", (name, text, expected) => {
    expect(html(name, text)).toBe(expected);
  });
});

describe("codeBlock()", () => {
  it.each([
    ["c++", "\n  a\n", '<pre><code class="language-c++">  a\n</code></pre>'],
    ["", " \t\n\n  a\n\nb\n \n", "<pre><code>\n  a\n\nb\n</code></pre>"],
    ["", "a\n\nb", "<pre><code>a\n\nb\n</code></pre>"],
    ['"><b>', "<b>", "<pre><code>&lt;b&gt;\n</code></pre>"],
    ["a b", "a", "<pre><code>a\n</code></pre>"],
  ])("writes code of the language %j: %j", (language, code, expected) => {
    expect(codeBlock(language, code)).toBe(expected);
  });
});

describe("languageOfCode()", () => {
  it.each([
    ['"js/2"', "js"],
    ['"c++/1,3-4/2"', "c++"],
    ['go "linenos=table"', "go"],
    ["A title lang:js", "js"],
    ['type="go"', "go"],
    ["language=c++", "c++"],
    ['"my file" go', "go"],
    ["/a/b.go go", "go"],
    ['"a/b" "c d"', ""],
    ["", ""],
  ])("finds the language of %s: %s", (text, expected) => {
    expect(languageOfCode(text)).toBe(expected);
  });
});

it.each([
  ["speakerdeck", "ada/tides-of-the-sea", "https://speakerdeck.com/ada/tides-of-the-sea"],
  ["speakerdeck", "50021f75cf1db900020005e7", "https://speakerdeck.com/player/50021f75cf1db900020005e7"],
  ["slideshare", "ada/tides-56796196", "https://www.slideshare.net/ada/tides-56796196"],
])("serviceAddress(%j, %j) is the page of the slides", (service, id, address) => {
  expect(serviceAddress(service, id)).toBe(address);
});
