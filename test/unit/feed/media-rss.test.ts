import { describe, expect, it } from "vitest";
import { mediaElements } from "../../../src/feed/media-rss.ts";

const image = { url: "https://e.example/a.png", type: "image/png", length: 9, width: 4, height: 3, alt: "A" };
const talk = { url: "https://e.example/a.mp3", type: "audio/mpeg", length: 9, duration: 62, title: "Talk" };

describe("mediaElements()", () => {
  it("has a picture as content and as a thumbnail", () => {
    expect(mediaElements({ image })).toEqual([
      { name: "media:content", attributes: { url: image.url, fileSize: 9, type: "image/png", medium: "image", width: 4, height: 3 } },
      { name: "media:thumbnail", attributes: { url: image.url, width: 4, height: 3 } },
    ]);
  });

  it("has a recording as content", () => {
    expect(mediaElements({ enclosure: talk })).toEqual([
      { name: "media:content", attributes: { url: talk.url, fileSize: 9, type: "audio/mpeg", medium: "audio", duration: 62 } },
    ]);
  });

  it("leaves out a size that nobody knows", () => {
    expect(mediaElements({ enclosure: { ...talk, length: 0 } })[0]?.attributes["fileSize"]).toBeUndefined();
  });

  it.each([
    ["Video/MP4", "video"],
    ["image/gif", "image"],
    ["application/pdf", undefined],
    ["audiobook/x", undefined],
    ["x/audio/x", undefined],
  ])("takes a file of type %s for %s", (type, medium) => {
    expect(mediaElements({ enclosure: { ...talk, type } })[0]?.attributes["medium"]).toBe(medium);
  });

  it("has nothing of what is neither to look at nor to listen to", () => {
    expect(mediaElements({ enclosure: { ...talk, type: "application/pdf" } })).toEqual([]);
  });

  it("has both, the picture first, and each file once", () => {
    const namesOf = (elements: ReturnType<typeof mediaElements>) =>
      elements.map(({ name, attributes }) => `${name} ${attributes["medium"]}`);
    const picture = ["media:content image", "media:thumbnail undefined"];
    expect(namesOf(mediaElements({ image, enclosure: talk }))).toEqual([...picture, "media:content audio"]);
    expect(namesOf(mediaElements({ image, enclosure: image }))).toEqual(picture);
    expect(mediaElements({})).toEqual([]);
  });
});
