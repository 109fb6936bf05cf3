import { describe, expect, it } from "vitest";
import { repeatCaptions } from "../../../../../src/content/markup/dialects/repeat-captions.ts";
import { drawn } from "./drawn.ts";

const figure = (alt: string, caption: string) =>
  `<figure id="moon-fig-a"><img src="https://e.org/a.png" alt="${alt}"><figcaption>${caption}</figcaption></figure>`;

describe("repeatCaptions()", () => {
  it.each([
    ["Source: [NOAA](https://n.org/data), 2024", "Source: NOAA, 2024", 'Source: <a href="https://n.org/data">NOAA</a>, 2024'],
    ["The **gauge** of `a]b`", "The gauge of a]b", "The <strong>gauge</strong> of <code>a]b</code>"],
    ["*A* \\[b\\] $x_1^2$", "A [b] $x_1^2$", "<em>A</em> [b] <code>x_1^2</code>"],
    ["H~2~O ==b==", "H~2~O ==b==", "H<sub>2</sub>O <mark>b</mark>"],
    ["A [b]", "A b", 'A <a href="https://b.org/">b</a>'],
    ["A *b*\n  c", "A bc", "A <em>b</em> c"],
  ])("keeps the Markdown of the caption %j", async (label, alt, caption) => {
    const text = `a\n\n![${label}](https://e.org/a.png){#fig-a}\n\n[b]: https://b.org`;
    expect(await drawn(text)).toBe(`<p>a</p>${figure(alt, caption)}`);
    expect(repeatCaptions(text).split("\n")).toHaveLength(text.split("\n").length);
  });

  it("keeps it in quotations, and next to an alternative text", async () => {
    expect(await drawn("> ![A *b*](https://e.org/a.png){#fig-a}")).toBe(`<blockquote>${figure("A b", "A <em>b</em>")}</blockquote>`);
    expect(await drawn('![A *b*](https://e.org/a.png "T"){fig-alt="C"}')).toBe(
      '<figure><img src="https://e.org/a.png" alt="C" title="T"><figcaption>A <em>b</em></figcaption></figure>',
    );
  });

  it("shows the note of a caption once", async () => {
    const html = await drawn("![A *b*.[^1]](https://e.org/a.png){#fig-a}\n\n[^1]: Note.");
    expect(html).toContain('<figcaption>A <em>b</em>.<sup><a href="#fn-1" id="moon-fnref-1"'.replace("#fn-1", "/moon#moon-fn-1"));
    expect(html.match(/↩/g)).toHaveLength(1);
  });

  it.each([
    "![A](a.png){#fig-a}",
    "![A *b*](a.png){#b}",
    "![A *b*](a.png)",
    "words\n![A *b*](a.png){#fig-a}",
    "![A *b*](a.png){#fig-a} words",
    "![A *b*](a.png){#fig-a}\nwords",
    "![A [b*](a.png){#fig-a}",
    "```\n![A *b*](a.png){#fig-a}\n```",
    "    ![A *b*](a.png){#fig-a}",
  ])("leaves %j", (text) => {
    expect(repeatCaptions(text)).toBe(text);
  });
});
