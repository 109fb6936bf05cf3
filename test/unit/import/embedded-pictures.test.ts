import { describe, expect, it } from "vitest";
import { extractPictures } from "../../../src/import/embedded-pictures.ts";
import { imported, placeAll } from "./imported.ts";

const gif = `data:image/gif;base64,${btoa("GIF89a")}`;
const png = `data:image/png;base64,${btoa("\x89PNG\r\n\x1a\n")}`;

describe("extractPictures()", () => {
  it("moves pictures into files next to the article, each once", () => {
    const html = `<p title="${gif}">a <img alt='x' src='${gif}'> <noscript><img src=${png}></noscript><img src="${gif}"></p>`;
    const { files, html: result } = extractPictures(html, "2024/é-moon.html");
    expect(result).toBe(
      `<p title="${gif}">a <img alt='x' src="%C3%A9-moon-picture-1.gif"> <noscript><img src="%C3%A9-moon-picture-2.png"></noscript><img src="%C3%A9-moon-picture-1.gif"></p>`,
    );
    expect(files.map(({ path }) => path)).toEqual(["2024/é-moon-picture-1.gif", "2024/é-moon-picture-2.png"]);
    expect(files[0]?.bytes).toEqual(new TextEncoder().encode("GIF89a"));
  });

  it.each([
    [`<video src="a.mp4" poster='${gif}'></video>`, '<video src="a.mp4" poster="a-picture-1.gif"></video>'],
    [`<object data="${gif}">x</object>`, '<object data="a-picture-1.gif">x</object>'],
    [`<embed src="${gif}">`, '<embed src="a-picture-1.gif">'],
  ])("moves the picture of %s", (html, moved) => {
    const { files, html: result } = extractPictures(html, "a.html");
    expect(result).toBe(moved);
    expect(files).toHaveLength(1);
  });

  it.each([
    '<img src="data:image/png;base64,AA">',
    "<p>data:image/gif;base64,x</p>",
    '<img src="a.png">',
    `<a href="${gif}">x</a>`,
    `<img src="${gif}" data-src="a.jpg">`,
    `<img src="${gif}" data-lazy-srcset="a.jpg 1x">`,
    `<img src="${gif}" srcset="a.jpg 2x">`,
  ])("changes nothing in %s", (html) => {
    expect(extractPictures(html, "a.html")).toEqual({ html, files: [] });
  });
});

describe("planFile()", () => {
  it("plans the pictures of an entry with its article", async () => {
    const [placement] = await placeAll([imported({ content: `<p>Up.</p><img src="${gif}">` })]);
    expect(placement).toMatchObject({
      outcome: "new",
      source: "2024/2024-11-06-moon.html",
      files: [{ path: "2024/2024-11-06-moon-picture-1.gif" }],
    });
    expect(placement?.outcome === "new" && placement.text).toContain('<img src="2024-11-06-moon-picture-1.gif">');
  });
});
