import { describe, expect, it } from "vitest";
import { compileOne, someMedia } from "../sample.ts";

const options = { media: someMedia };
const picture = (alt: string) => `<img src="https://example.com/media/ab/moon.png" alt="${alt}" width="400" height="200">`;
const article = (frontMatter: string, text = "Some words.") => `---\ntitle: Moon\n${frontMatter}\n---\n${text}\n`;

describe("parseCaption()", () => {
  it.each([
    ["cover: {image: moon.png, alt: A, caption: 'By [Ada](https://example.org)'}", "A", 'By <a href="https://example.org/">Ada</a>'],
    ["cover:\n  image: moon.png\n  caption: |\n    By\n\n    Ada", "", "By Ada"],
    ["params: {cover: {image: moon.png, caption: By Ada}}", "", "By Ada"],
    [
      "header: {image: moon.png, caption: 'By [**Ada**](https://example.org)'}",
      "",
      'By <a href="https://example.org/"><strong>Ada</strong></a>',
    ],
    ["image: {path: moon.png, caption: 1. *By* Ada}", "", "1. <em>By</em> Ada"],
    ["image: {path: moon.png, caption: '# <b>By</b> <script>x</script>Ada'}", "", "# <b>By</b> Ada"],
    [
      "feature_image: moon.png\nfeature_image_caption: '<span>By <a href=\"/\">Ada</a></span>'",
      "",
      '<span>By <a href="https://example.com/">Ada</a></span>',
    ],
    ["feature_image: moon.png\nfeature_image_alt: A\nfeature_image_caption: By Ada", "A", "By Ada"],
    ["featured_image: moon.png\nfeatured_image_alt: A\nfeatured_image_caption: By Ada", "A", "By Ada"],
    ["image: moon.png\nimage_caption: By Ada", "", "By Ada"],
    ["featureimage: moon.png\nfeatureimagecaption: By Ada", "", "By Ada"],
  ])("shows the caption of %j", async (frontMatter, alt, caption) => {
    const { content, image, problems, summary } = await compileOne(article(frontMatter), undefined, options);
    expect(content).toBe(`<figure>${picture(alt)}<figcaption>${caption}</figcaption></figure><p>Some words.</p>`);
    expect(summary).toBe("Some words.");
    expect(image).not.toHaveProperty("caption");
    expect(problems.filter((problem) => !problem.includes("<script>"))).toEqual([]);
  });

  it.each([
    "cover: {image: moon.png, caption: ''}",
    "cover: {image: moon.png}",
    "cover: {image: moon.png, caption: false}",
    "image: moon.png\nimage_caption: false",
    "image: moon.png\nimage_caption: '<!-- a -->'",
  ])("shows the picture of %j without a figure", async (frontMatter) => {
    const { content } = await compileOne(article(frontMatter), undefined, options);
    expect(content).toBe(`<p>${picture("")}</p><p>Some words.</p>`);
  });

  it("reads HTML in an article of HTML", async () => {
    const { content } = await compileOne(
      article("image: {src: moon.png, caption: '*By* <i>Ada</i>'}", "<p>Some words.</p>"),
      "2024-11-06-moon.html",
      options,
    );
    expect(content).toContain("<figcaption>*By* <i>Ada</i></figcaption>");
  });

  it("summarizes an article without paragraphs by its text", async () => {
    const { summary } = await compileOne(article("image: {src: moon.png, caption: By Ada}", "- one"), undefined, options);
    expect(summary).toBe("one");
  });

  it("reports problems of a caption at its key", async () => {
    const { problems } = await compileOne(
      article("cover:\n  image: moon.png\n  caption: 'By [Ada](lost.md) [b](#lost) <svg></svg>'", "a\n\nb"),
      undefined,
      options,
    );
    expect(problems).toEqual(
      [
        'Cannot find the anchor "#lost" in this article: link to one of its headings',
        'Cannot find the file "lost.md" next to the article',
        "Cannot keep <svg>: feed readers show no drawings; save it as a file, and write that as a picture",
      ].map((message) => `articles/2024-11-06-moon.md:3:1 warning ${message}`),
    );
  });
});

describe("showImage()", () => {
  const frontMatter = "cover: {image: moon.png, caption: By Ada}";

  it.each([
    ["a\n\n![b](moon.png)", `<p>a</p><figure>${picture("b")}By Ada</figure>`],
    ["<figure><img src='moon.png' alt='b'></figure>", `<figure>${picture("b")}<figcaption>By Ada</figcaption></figure>`],
    [
      "<figure><img src='moon.png' alt='b'><figcaption>c</figcaption></figure>",
      `<figure>${picture("b")}<figcaption>c<br>By Ada</figcaption></figure>`,
    ],
    [
      "<figure><img src='moon.png' alt='b'><figcaption>c, by <b>Ada</b></figcaption></figure>",
      `<figure>${picture("b")}<figcaption>c, by <b>Ada</b><br>By Ada</figcaption></figure>`,
    ],
    [
      "<figure><img src='moon.png' alt='b'><figcaption>c. By <b>Ada</b>.</figcaption></figure>",
      `<figure>${picture("b")}<figcaption>c. By <b>Ada</b>.</figcaption></figure>`,
    ],
    ['{{< figure src="moon.png" alt="b" caption="c" >}}', `<figure>${picture("b")}<figcaption>c<br>By Ada</figcaption></figure>`],
  ])("adds the caption to the picture in %j", async (text, html) => {
    const { content, problems } = await compileOne(article(frontMatter, text), undefined, options);
    expect(content.replaceAll("\n", "")).toBe(html.replace(">By Ada</figure>", "><figcaption>By Ada</figcaption></figure>"));
    expect(problems).toEqual([]);
  });

  it.each([
    ["a ![b](moon.png) c", `<p>a ${picture("b")} c</p>`],
    ["<figure><img src='moon.png' alt='b'> <img src='moon.png' alt='c'></figure>", `<figure>${picture("b")} ${picture("c")}</figure>`],
    [
      "<figure><div><img src='moon.png' alt='b'><img src='https://e.org/a.png' alt='c'></div></figure>",
      `<figure><div>${picture("b")}<img src="https://e.org/a.png" alt="c"></div></figure>`,
    ],
  ])("warns of a caption for the picture in %j", async (text, html) => {
    const { content, problems } = await compileOne(article(frontMatter, text), undefined, options);
    expect(content).toBe(html);
    expect(problems).toEqual([
      "articles/2024-11-06-moon.md:3:8 warning Cannot show the caption of the picture: the text has the picture among words or other pictures; write the caption below it",
    ]);
  });

  it("adds the caption to the picture after a gallery that has it", async () => {
    const gallery = "<figure><img src='moon.png' alt='b'><img src='moon.png' alt='c'></figure>";
    const { content, problems } = await compileOne(article(frontMatter, `${gallery}\n\n![d](moon.png)`), undefined, options);
    expect(content.split("\n")[1]).toBe(`<figure>${picture("d")}<figcaption>By Ada</figcaption></figure>`);
    expect(problems).toEqual([]);
  });
});
