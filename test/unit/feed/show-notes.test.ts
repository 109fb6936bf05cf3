import { describe, expect, it } from "vitest";
import { showNotes, withoutArtwork } from "../../../src/feed/show-notes.ts";

describe("showNotes()", () => {
  it.each([
    ["paragraphs", "<p>One</p>\n<p>Two</p>", "<p>One</p><p>Two</p>"],
    [
      "a link without its other attributes",
      '<p><a href="https://e.example/?a&#x26;b" title="a > b">x</a></p>',
      '<p><a href="https://e.example/?a&#x26;b">x</a></p>',
    ],
    ["emphasis", "<p>a <strong>b <em>c</em></strong></p>", "<p>a <strong>b <em>c</em></strong></p>"],
    ["line breaks", "<p>a<br>b</p>", "<p>a<br>b</p>"],
    ["lists in lists", "<ul>\n<li>a\n<ol>\n<li>b</li>\n</ol>\n</li>\n</ul>", "<ul><li>a\n<ol><li>b</li></ol></li></ul>"],
    ["paragraphs in a list item", "<ul><li><p>a</p><p>b</p></li></ul>", "<ul><li>a<br>b</li></ul>"],
    ["headings as paragraphs", '<h2 id="x">Links</h2><p>a</p>', "<p>Links</p><p>a</p>"],
    ["text outside of paragraphs", "a<p>b</p>c", "<p>a</p><p>b</p><p>c</p>"],
    ["quotations", "<blockquote>\n<p>a</p>\n</blockquote>", "<p>a</p>"],
    ["a table as lines", "<table><tbody><tr><td>a</td><td>b</td></tr></tbody></table>", "<p>a | b</p>"],
    ["a table with empty cells as lines", "<table>\n<tr>\n<td></td>\n<td>b</td>\n</tr>\n<tr><td>c</td></tr></table>", "<p>b\n</p><p>c</p>"],
    ["no picture, and no link of a picture", '<p>a</p><p><a href="https://e.example/"><img src="x.png" alt="a > b"></a></p>', "<p>a</p>"],
    ["no player", '<audio controls src="x"><a href="x">Download</a></audio><p>a</p>', "<p>a</p>"],
    ["emphasis that ends with its paragraph", "<em>a<p>b</p></em>", "<p><em>a</em></p><p>b</p>"],
    ["nothing for content without text", '<p><img src="x.png"></p>', ""],
  ])("keeps %s", (_name, content, notes) => {
    expect(showNotes(content)).toBe(notes);
  });

  it("ends long notes after the last paragraph that fits", () => {
    const notes = showNotes(`<p>${"word ".repeat(20)}</p>`.repeat(100));
    expect(notes.length).toBeLessThanOrEqual(4000);
    expect(notes.length).toBeGreaterThan(3800);
    expect(notes).toMatch(/^(?:<p>(?:word ){20}<\/p>)+$/);
  });

  it("ends a long list after the last item that fits", () => {
    expect(showNotes(`<p>a</p><ul>${"<li>item</li>".repeat(1000)}</ul>`)).toMatch(/^<p>a<\/p><ul>(?:<li>item<\/li>)+<\/ul>$/);
  });

  it("shortens a paragraph that is too long by itself, outside of a reference", () => {
    const notes = showNotes(`<p>${"<em>a</em> &#x26; ".repeat(1000)}</p>`);
    expect(notes.length).toBeLessThanOrEqual(4000);
    expect(notes).toMatch(/^<p>(?:\s*a\s*&#x26;|\s*a)+\s*…<\/p>$/);
  });
});

describe("withoutArtwork()", () => {
  const artwork = "https://e.example/a.png?b&c";
  const picture = '<p><img src="https://e.example/a.png?b&#x26;c" alt="a > b"></p>\n';

  it("removes the artwork at the start", () => {
    expect(withoutArtwork(`${picture}<p>Text</p>`, artwork)).toBe("<p>Text</p>");
  });

  it("recognizes an address with an apostrophe", () => {
    expect(withoutArtwork('<p><img src="https://e.example/it&#x27;s.png"></p>', "https://e.example/it's.png")).toBe("");
  });

  it("removes it within the mark of a direction", () => {
    const [start, text] = ['<div dir="rtl" lang="ar">\n', "<p>قمر</p>\n</div>"];
    expect(withoutArtwork(start + picture + text, artwork)).toBe(start + text);
  });

  it.each([
    ["another picture", `${picture}<p>Text</p>`, "https://e.example/b.png"],
    ["a picture that is not at the start", `<p>Text</p>${picture}`, artwork],
    ["a picture with text in its paragraph", '<p><img src="https://e.example/a.png?b&#x26;c"> Text</p>', artwork],
  ])("keeps %s", (_name, content, url) => {
    expect(withoutArtwork(content, url)).toBe(content);
  });
});
