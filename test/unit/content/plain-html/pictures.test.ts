import { describe, expect, it } from "vitest";
import { bestOfSrcset, mapSrcset } from "../../../../src/content/plain-html/srcset.ts";
import { plain } from "./plain-html.ts";

const gif = "data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==";
const sourcesOf = (html: string) => [...plain(html).html.matchAll(/<img[^>]* src="([^"]*)"/g)].map(([, src]) => src);

describe("makePlain() shows the picture that a browser would", () => {
  it.each([
    `<img data-src="a.png" src="${gif}">`,
    '<img data-lazy-src="a.png">',
    '<img data-original="a.png" src="/img/grey.gif">',
    '<img data-cfsrc="a.png">',
    `<img src="${gif}" data-srcset="b.png 1w, a.png 2w">`,
    '<img srcset="a.png">',
    '<img srcset="a.png, b.png 2x">',
    '<img srcset="b.png 320w, a.png 1280w, c.png 640w" sizes="100vw">',
    '<img src="/static/placeholder.svg" data-full-url="a.png">',
    '<img src="a.png" data-src="{{ lazy }}">',
    '<img src="a.png" data-src="undefined">',
    '<picture><source srcset="b.avif" type="image/avif"><source srcset="a.png"></picture>',
    '<picture><source srcset="b.webp"><img src="a.png"></picture>',
    `<picture><source data-srcset="a.png 1x"><img src="${gif}"></picture>`,
    `<picture><source srcset="b.webp"><img src="${gif}" data-src="a.png"></picture>`,
    `<img src="${gif}"><noscript><img src="a.png"></noscript>`,
    '<img class="lazy" alt="t"> <noscript><img src="a.png"></noscript>',
    '<noscript><img src="a.png"></noscript><img data-src="a.png">',
    '<img data-src="a.png"><noscript><img src="a.png?w=2"></noscript>',
    `<a href="x"><img src="${gif}"></a><noscript><a href="x"><img src="a.png"></a></noscript>`,
    `<div><picture><source data-srcset="b.webp"><img data-src="a.png"></picture><noscript><picture><img src="a.png"></picture></noscript></div>`,
    '<amp-img src="a.png" width="4" height="3"><noscript><img src="a.png"></noscript></amp-img>',
    '<input type="image" src="a.png">',
    '<object data="a.png" type="image/png"></object>',
    '<embed src="a.png">',
    '<p>t <noscript><img src="a.png"></noscript></p>',
    '<img src="a.png"><noscript><img src="https://stats.example/p?1" width="1" height="1"></noscript>',
    '<img src="blank.gif" data-echo="a.png">',
    '<img src="/images/none.gif" file="a.png">',
    `<img v-lazy="'a.png'">`,
    '<img src="real.png" data-echo="a.png">',
    `<img src="${gif}" data-src="a.png|a@2x.png">`,
    `<img src="${gif}" class="nitro-lazy" nitro-lazy-src="a.png">`,
    `<img src="${gif}" nitro-lazy-srcset="b.png 300w, a.png 900w">`,
    '<img class="lazyload" src="lqip.jpg" data-srcset="a.png 1000w">',
    '<img src="ph.svg" data-srcset="a.png 1000w">',
    `<img src="${gif}" data-ll-src="a.png">`,
    `<img src="${gif}" data-flickity-lazyload="a.png">`,
    `<img src="${gif}" data-photo="a.png" data-photo-thumb="b.png" data-caption="c.png">`,
    `<img src="${gif}" data-medium-file="b.png" data-large-file="a.png">`,
    `<img src="${gif}" data-url="https://e.org/page" data-big="a.png">`,
    '<img src="a.png" data-original="1600x900">',
    '<img src="a.png" data-original="16/9" data-lazy="true">',
    '<img src="a.png" data-lazy-function="fn.load/x" data-lazy-duration="0.5s" data-lazy-url="https://e.org/page">',
    '<img src="b.png" data-src="b.png" data-original="a.png">',
    '<img data-src="https://e.org/" data-original="a.png">',
    `<img src="a.png" data-src="${gif}">`,
    '<img src="a.png" data-large-file="b.png" data-zoom-src="c.png" data-lazy-thumb="d.png">',
    '<img src="a.png" data-src-fallback="b.png" data-placeholder-src="c.png">',
    '<img class="lazyloaded" src="a.png" data-srcset="b.png 2x">',
    '<img srcset="b.png (1x, 2x), a.png 2x">',
  ])("%s", (html) => {
    expect(sourcesOf(html)).toEqual(["a.png"]);
    expect(plain(html).warnings).toEqual([]);
  });

  it.each([
    ['<span class="progressive" data-src="a.png" data-alt="Sea"></span>', '<img src="a.png" alt="Sea">'],
    ['<div class="lazy" data-original="a.png?w=9" aria-label="Sea">\n</div>', '<img src="a.png?w=9" alt="Sea">'],
    ['<div data-src="a.png"><img src="b.png"></div>', '<div data-src="a.png"><img src="b.png"></div>'],
    ['<div data-src="a.png">Sea</div>', '<div data-src="a.png">Sea</div>'],
    ['<div data-src="a.html"></div>', '<div data-src="a.html"></div>'],
    ['<span data-picture><span data-src="a.png"></span></span>', '<span data-picture=""><span data-src="a.png"></span></span>'],
    ['<video data-poster="a.png"></video>', '<video data-poster="a.png" poster="a.png"></video>'],
    [`<video data-poster="a.png" poster="${gif}"></video>`, '<video data-poster="a.png" poster="a.png"></video>'],
    ['<video data-poster="a.png" poster="b.png"></video>', '<video data-poster="a.png" poster="b.png"></video>'],
  ])("shows the picture of a script in %s", (html, expected) => {
    expect(plain(html)).toEqual({ html: expected, warnings: [] });
  });

  it("keeps two different pictures", () => {
    expect(sourcesOf('<img src="a.png"><noscript><img src="b.png"></noscript>')).toEqual(["a.png", "b.png"]);
  });

  it("keeps a picture in its address, with any other data of it", () => {
    const large = `data:image/jpeg;base64,${"A".repeat(5000)}`;
    expect(sourcesOf(`<img src="${large}" data-filename="a.png" data-thumb="b.png">`)).toEqual([large]);
  });

  it.each([
    '<noscript><img src="a.png?w=2" alt="Walk"></noscript><img data-src="a.png" alt="">',
    '<noscript><img alt="Walk"></noscript><img data-src="a.png" alt="">',
    `<img src="${gif}" alt="Walk"><noscript><img src="a.png" alt=""></noscript>`,
    '<img data-src="a.png" alt="Walk"><noscript><img src="a.png" alt="Another"></noscript>',
  ])("keeps the description of %s", (html) => {
    expect(sourcesOf(html)).toEqual([expect.stringMatching(/^a\.png/)]);
    expect(plain(html).html).toContain('alt="Walk"');
  });

  it("keeps the data of a picture that has no other address", () => {
    expect(sourcesOf(`<img src="${gif}">`)).toEqual([gif]);
  });

  it.each([
    ['<img alt="The moon">', '"The moon"'],
    ['<img src="blob:https://example.com/1" class="wide">', '"blob:https://example.com/1"'],
    ['<img srcset="{{ nonsense }}, , 3w" title="Sea">', '"Sea"'],
    ["<picture></picture>", ""],
    ['<img data-src="[object Object]" src="javascript:x()">', '"javascript:x()"'],
    [`<img src="${gif}" class="lazy" alt="Sea">`, '"Sea"'],
    [`<img src="${gif}" data-src="{{ url }}" alt="Sea">`, '"Sea"'],
    [`<img src="${gif}" data-props='{"at":"/a"}' alt="Sea">`, '"Sea"'],
  ])("warns about %s, which has no address", (html, name) => {
    expect(plain(html).warnings).toEqual([
      `Cannot show the picture${name === "" ? "" : ` ${name}`}: it has no address that a reader can load; give it as src`,
    ]);
  });

  it("shows films and frames whose names have no ending", () => {
    expect(plain('<video data-src="film"></video><iframe data-src="demo" title="A demo"></iframe>').html).toBe(
      '<video data-src="film" src="film"></video><p><a href="demo">A demo</a></p>',
    );
  });

  it("shows films, too", () => {
    expect(plain('<video data-src="a.mp4"></video><video><source data-src="b.mp4"></video>').html).toBe(
      '<video data-src="a.mp4" src="a.mp4"></video><video><source data-src="b.mp4" src="b.mp4"></video>',
    );
  });
});

describe("bestOfSrcset()", () => {
  it.each([
    ["a.png", "a.png"],
    ["a.png 1x, b.png 2x", "a.png"],
    ["b.png 3x, a.png 1.5x", "a.png"],
    [" b.png 1w,a.png 20w ,c.png 3w", "a.png"],
    ["a,b.png 20w, c.png 3w", "a,b.png"],
    ["a.png,", "a.png"],
    ["data:image/png;base64,AAAA 1x, b.png 2x", "data:image/png;base64,AAAA"],
    ["a.png 20h", "a.png"],
    ["a.png nonsense, b.png", "b.png"],
    ["a.png (1x, 2x), b.png 2x", "b.png"],
    ["a.png (1x, b.png 2x", "a.png"],
    ["", undefined],
    [" , ,, ", undefined],
  ])("returns for %j: %j", (srcset, expected) => {
    expect(bestOfSrcset(srcset)).toBe(expected);
  });
});

describe("mapSrcset()", () => {
  it("replaces the addresses, and keeps their sizes", () => {
    expect(mapSrcset("a.png 1x,b.png  2x, c.png", (url) => `/${url}`)).toBe("/a.png 1x, /b.png 2x, /c.png");
  });

  it.each([
    ['<div style="color: red; background-image: url(https://e.org/a.jpg)">b</div>', "https://e.org/a.jpg"],
    ["<section style=\"background: #fff url('a.png') no-repeat\"></section>", "a.png"],
    ['<div data-bg="/a.webp"></div>', "/a.webp"],
    ['<div data-bg="url(/a.webp)"></div>', "/a.webp"],
    ['<div data-bg="none" style="background: url(a.png)"></div>', "a.png"],
    ['<table background="a.png"><tbody></tbody></table>', "a.png"],
    ["<table><tbody><tr><td background='a.png'>b</td></tr></tbody></table>", "a.png"],
    ['<section class="parallax-window" data-image-src="a.png"></section>', "a.png"],
    ['<div class="jarallax" data-img-src="a.png"></div>', "a.png"],
    ['<div data-bgset="a.png 1x, b.png 2x"></div>', "a.png"],
    ['<div data-bgset="a.png, b.png 2x"></div>', "a.png"],
    ["<div data-background-image-set=\"url('a.png') 1x, url(b.png) 2x\"></div>", "a.png"],
    ['<div data-lazy-background="https://e.org/w_1,h_2/a.png"></div>', "https://e.org/w_1,h_2/a.png"],
    ['<div data-background-src="a.png"></div>', "a.png"],
    ['<div data-bg="/a.png"><img src="/b.png" alt=""></div><img src="/a.png" alt="">', "/a.png"],
  ])("warns about the background %s", (html, address) => {
    expect(plain(html).warnings).toEqual([
      `Cannot show the background picture ${JSON.stringify(address)}: readers show no backgrounds; write it as <img>`,
    ]);
  });

  it.each([
    '<div style="background: red">a</div>',
    '<div style="background-image: url(data:image/png;base64,AAAA)">a</div>',
    '<div data-bg="dark">a</div>',
    '<div data-bg-url="data:image/png;base64,AA.A"></div>',
    '<img src="blank.gif" data-image-src="a.png">',
    '<div data-background-color="a.b"></div>',
    '<figure style="background-image:url(a.png)"><img src="a.png" alt=""></figure>',
    '<figure style="background-image:url(/a-300x200.png)"><p><img src="/a.png?w=9" alt=""></p></figure>',
    '<div data-bg="/a.png"><img src="/a-scaled.png" alt=""></div>',
  ])("does not warn about %s", (html) => {
    expect(plain(html).warnings).toEqual([]);
  });
});

it.each([
  [
    '<a href="https://e.com/a" class="mixtapeImage" style="background-image: url(https://e.com/b.png);"></a>',
    '<a href="https://e.com/a" class="mixtapeImage"><img alt="" src="https://e.com/b.png"></a>',
  ],
  [
    '<video src="a.mp4" poster="https://e.com/v1/spacer.png" style="background: transparent url(\'https://e.com/b.jpg\') 50% / cover"></video>',
    '<video src="a.mp4" poster="https://e.com/b.jpg"></video>',
  ],
])("showBackground() shows the picture of %j", (html, shown) => {
  expect(plain(html)).toEqual({ html: shown, warnings: [] });
});

it.each([
  '<a href="https://e.com/a" style="background-image: url(https://e.com/b.png)">c</a>',
  '<video src="a.mp4" poster="c.png" style="background: url(https://e.com/b.jpg)"></video>',
])("showBackground() leaves %j", (html) => {
  expect(plain(html)).toEqual({ html, warnings: [expect.stringContaining("Cannot show the background picture")] });
});
