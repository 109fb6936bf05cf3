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
  ])("%s", (html) => {
    expect(sourcesOf(html)).toEqual(["a.png"]);
    expect(plain(html).warnings).toEqual([]);
  });

  it("keeps two different pictures", () => {
    expect(sourcesOf('<img src="a.png"><noscript><img src="b.png"></noscript>')).toEqual(["a.png", "b.png"]);
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
  ])("warns about %s, which has no address", (html, name) => {
    expect(plain(html).warnings).toEqual([
      `Cannot show the picture${name === "" ? "" : ` ${name}`}: it has no address that a reader can load; give it as src`,
    ]);
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
  ])("does not warn about %s", (html) => {
    expect(plain(html).warnings).toEqual([]);
  });
});
