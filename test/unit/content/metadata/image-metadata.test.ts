import { describe, expect, it } from "vitest";
import { readImage } from "../../../../src/content/metadata/image-metadata.ts";

describe("readImage()", () => {
  it.each(["url", "src", "path", "image", "feature", "teaser", "overlay_image", "og_image", "thumbnail", "cover", "href"])(
    "finds the name of a picture in a table's %s",
    (key) => {
      expect(readImage({ credit: "b", [key]: "a.png" })).toStrictEqual({ url: "a.png" });
    },
  );

  it.each([
    ["a.png", { url: "a.png" }],
    [
      { href: "b.png", url: "a.png", alt: "A" },
      { url: "a.png", alt: "A" },
    ],
    [
      { src: "a.png", caption: " By\nAda " },
      { url: "a.png", caption: "By Ada" },
    ],
    [{ src: "a.png", caption: " " }, { url: "a.png" }],
    [["", { src: "a.png" }, "b.png"], { url: "a.png" }],
    ["[[a b.png]]", { url: "a b.png" }],
    ["![[pictures/a.png|300]]", { url: "pictures/a.png" }],
    [
      { src: "[[a.png#b]]", alt: "A" },
      { url: "a.png", alt: "A" },
    ],
    ["[[a].png", { url: "[[a].png" }],
    [{ alt: "A" }, undefined],
    [[], undefined],
  ])("reads %j", (value, image) => {
    expect(readImage(value)).toStrictEqual(image);
  });
});
