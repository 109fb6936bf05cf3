import { describe, expect, it } from "vitest";
import { toHtml } from "../../../../src/content/html/html.ts";
import { parseMdx } from "../../../../src/content/markup/mdx.ts";
import { compileOne } from "../sample.ts";

function drawn(text: string): { html: string; leftOut: string } {
  const { removed, tree } = parseMdx(text, "en");
  return { html: toHtml(tree).replace(/\n+/g, ""), leftOut: [...removed.keys()].join() };
}

const figure = '<figure><img src="/a.jpg" alt="Words"><figcaption>Words</figcaption></figure>';

describe("fillPictureLists()", () => {
  it.each([
    ['<PostCarousel images={[{ src: "/a.jpg", caption: "Words" }]} />', figure],
    ['<Gallery images={["/a.jpg", `b.png`]} />', '<p><img src="/a.jpg" alt=""></p><p><img src="b.png" alt=""></p>'],
    ['export const all = ["/a.jpg"];\n\n<Gallery photos={all} />', '<p><img src="/a.jpg" alt=""></p>'],
    [
      '<Slider slides={[{ url: "/a.jpg", alt: "A", title: "T", description: "D" }]} />',
      '<figure><img src="/a.jpg" alt="A"><figcaption>T<br>D</figcaption></figure>',
    ],
    ['Of <Gallery images={["/a.jpg", "b.png"]} />.', '<p>Of <img src="/a.jpg" alt=""><br><img src="b.png" alt="">.</p>'],
    ['<Carousel autoplay={true} images={[{ src: "/a.jpg", caption: "Words" }]}></Carousel>', figure],
  ])("shows the pictures of %s", (text, html) => {
    expect(drawn(text)).toEqual({ html, leftOut: "" });
  });

  it("names a component that shows more", () => {
    const html = '<p><strong>T</strong></p><p><img src="/a.jpg" alt=""></p>';
    expect(drawn('<Gallery title="T" images={["/a.jpg"]} />')).toEqual({ html, leftOut: "<Gallery>" });
    expect(drawn('<Gallery images={["/a.jpg"]} {...rest} />').leftOut).toBe("<Gallery>");
  });

  it.each([
    ['<Gallery images={[{ src: "/a.jpg" }, { src: photo }]} />', "<Gallery>"],
    ["<Gallery images={[]} />", "<Gallery>"],
    ['<Menu items={["a", "b.png"]} />', "<Menu>"],
    ['<Chart data={["a.png"]} />', "<Chart>"],
  ])("leaves other lists to a program: %s", (text, leftOut) => {
    expect(drawn(text)).toEqual({ html: "", leftOut });
  });

  it("reports lost pictures at their component", async () => {
    const { problems } = await compileOne('---\ntitle: A\n---\nA\n\n<Gallery images={["gone.jpg"]} />', "2024-01-02-a.mdx");
    expect(problems).toEqual([expect.stringContaining("a.mdx:6:1 warning Cannot find the file")]);
  });
});
