import { describe, expect, it } from "vitest";
import { mediaElements } from "../../../src/feed/media-rss.ts";

const image = { url: "https://e.example/a.png", type: "image/png", length: 9, width: 4, height: 3, alt: "A" };
const talk = { url: "https://e.example/a.mp3", type: "audio/mpeg", length: 9, duration: 62, title: "Talk" };

const contentOf = (entry: Parameters<typeof mediaElements>[0]) => mediaElements(entry)["media:content"]?.[0]?._attributes;

describe("mediaElements()", () => {
  it("writes a picture as content and as a thumbnail", () => {
    expect(mediaElements({ image })).toEqual({
      "media:content": [{ _attributes: { url: image.url, fileSize: 9, type: "image/png", medium: "image", width: 4, height: 3 } }],
      "media:thumbnail": [{ _attributes: { url: image.url, width: 4, height: 3 } }],
    });
  });

  it("writes a recording as content", () => {
    expect(mediaElements({ enclosure: talk })).toEqual({
      "media:content": [{ _attributes: { url: talk.url, fileSize: 9, type: "audio/mpeg", medium: "audio", duration: 62 } }],
    });
  });

  it("omits an unknown size", () => {
    expect(contentOf({ enclosure: { ...talk, length: 0 } })?.["fileSize"]).toBeUndefined();
  });

  it.each([
    ["Video/MP4", "video"],
    ["image/gif", "image"],
    ["application/pdf", undefined],
    ["audiobook/x", undefined],
    ["x/audio/x", undefined],
  ])("writes a file of type %s as %s", (type, medium) => {
    expect(contentOf({ enclosure: { ...talk, type } })?.["medium"]).toBe(medium);
  });

  it("omits files that are neither visible nor audible", () => {
    expect(mediaElements({ enclosure: { ...talk, type: "application/pdf" } })).toEqual({});
  });

  it("writes both, the picture first, and each file once", () => {
    const mediaOf = (elements: ReturnType<typeof mediaElements>) =>
      Object.entries(elements).flatMap(([name, all]) => all.map(({ _attributes }) => `${name} ${_attributes?.["medium"]}`));
    expect(mediaOf(mediaElements({ image, enclosure: talk }))).toEqual([
      "media:content image",
      "media:content audio",
      "media:thumbnail undefined",
    ]);
    expect(mediaOf(mediaElements({ image, enclosure: image }))).toEqual(["media:content image", "media:thumbnail undefined"]);
    expect(mediaElements({})).toEqual({});
  });
});
