import { describe, expect, it } from "vitest";
import { absoluteLinks } from "../../../../src/import/links/absolute-links.ts";

const page = "https://old.example/2024/moon";

describe("absoluteLinks()", () => {
  it("makes references absolute and keeps the rest unchanged", () => {
    const html = `<P CLASS=x><a HREF=../sun?a=1&amp;b=2>S</a> <img src='a "b".png' onerror=x><a href="mailto:a@b.c">M</a><br/>< & `;
    expect(absoluteLinks(html, page)).toBe(
      `<P CLASS=x><a href="https://old.example/sun?a=1&amp;b=2">S</a> <img src="https://old.example/2024/a%20%22b%22.png" onerror=x><a href="mailto:a@b.c">M</a><br/>< & `,
    );
  });

  it("keeps anchors of the page itself", () => {
    expect(absoluteLinks(`<a href="#x">1</a><a href="${page}#y">2</a><a href="/2024/sun#z">3</a>`, "https://b.example/", page)).toBe(
      '<a href="#x">1</a><a href="#y">2</a><a href="https://b.example/2024/sun#z">3</a>',
    );
  });

  it("makes the references of scripts and sets absolute", () => {
    expect(absoluteLinks('<img data-src="a.png" srcset="b.png 1x, /c.png 2x"><object data="d.pdf" title="e"></object>', page)).toBe(
      '<img data-src="https://old.example/2024/a.png" srcset="https://old.example/2024/b.png 1x, https://old.example/c.png 2x"><object data="https://old.example/2024/d.pdf" title="e"></object>',
    );
    expect(absoluteLinks('<img srcset="https://e.org/b.png  2x"><i data="x">', page)).toBe(
      '<img srcset="https://e.org/b.png 2x"><i data="x">',
    );
  });

  it.each([
    "data-ll-src",
    "data-url",
    "data-image",
    "data-img-src",
    "data-defer-src",
    "data-hi-res-src",
    "data-full-src",
    "data-echo",
    "data-large-file",
    "nitro-lazy-src",
    "data-poster",
  ])("makes the picture in %s absolute", (name) => {
    const html = (url: string) => `<img ${name}="${url}" src="data:image/gif;base64,R0lGOD">`;
    expect(absoluteLinks(html("/img/a.png"), page)).toBe(html("https://old.example/img/a.png"));
  });

  it("makes the pictures for sharp screens and those in <noscript> absolute", () => {
    expect(absoluteLinks('<img data-src="/a.png|/b.png"><noscript><img src="/c.png"></noscript>', page)).toBe(
      '<img data-src="https://old.example/a.png|https://old.example/b.png"><noscript><img src="https://old.example/c.png"></noscript>',
    );
  });

  it.each(['<img data-original="1600x900">', '<img data-src="{{ url }}">', '<p data-title="a.png" data-id="a/b">'])("keeps %s", (html) => {
    expect(absoluteLinks(html, page)).toBe(html);
  });

  it("changes nothing without a base, and handles deep nesting", () => {
    expect(absoluteLinks('<a href="/x">', undefined)).toBe('<a href="/x">');
    const deep = `${"<div>".repeat(20_000)}<a href="x">`;
    expect(absoluteLinks(deep, page).endsWith('<a href="https://old.example/2024/x">')).toBe(true);
  });
});
