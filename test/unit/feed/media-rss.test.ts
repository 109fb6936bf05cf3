import { describe, expect, it } from "vitest";
import { mediaElements } from "../../../src/feed/media-rss.ts";

describe("mediaElements()", () => {
  it("writes a picture as a thumbnail only", () => {
    const image = { url: "https://e.example/a.png", type: "image/png", length: 9, width: 4, height: 3, alt: "A" };
    expect(mediaElements({ image })).toEqual({ "media:thumbnail": { _attributes: { url: image.url, width: 4, height: 3 } } });
  });

  it("writes nothing for an entry without a picture", () => {
    expect(mediaElements({})).toEqual({});
  });
});
