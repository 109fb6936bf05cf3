import { describe, expect, it } from "vitest";
import { pageValues, withPageValues } from "../../../../../src/content/markup/shortcodes/page-values.ts";
import { compileOne } from "../../sample.ts";

const data = { cover: "a.png", count: 2, extra: { video: 'a"b' }, list: ["x"] };

describe("pageValues()", () => {
  it("returns the texts and numbers of all levels", () => {
    expect([...pageValues(data)]).toEqual([
      ["page.cover", "a.png"],
      ["page.count", "2"],
      ["page.extra.video", 'a"b'],
    ]);
  });
});

describe("withPageValues()", () => {
  it.each([
    [" id=page.cover", ' id="a.png"', true],
    [" page.cover n: page.count", ' "a.png" n: "2"', true],
    [" id=page.extra.video", ' id="a\\"b"', true],
    [` id="page.cover" b='page.cover'`, ` id="page.cover" b='page.cover'`, true],
    [" /page.cover home-page.cover", " /page.cover home-page.cover", true],
    [" id=page.none alt=x", "  alt=x", false],
    [" id=site.url x=include.a y=page.list", "   ", false],
  ])("replaces variables in %j", (given, text, isComplete) => {
    expect(withPageValues(given, pageValues(data))).toEqual({ text, isComplete });
  });
});

const youtube = "https://www.youtube.com/watch?v=jNQXAC9IVRw";

it.each([
  "{% include youtubePlayer.html id=page.youtubeId %}",
  "{% youtube page.youtubeId %}",
  "{{ youtube(id=page.youtubeId) }}",
  "{% include video.html path=page.youtubeUrl %}",
])("an article with %s shows the value of its front matter", async (tag) => {
  const keys = `youtubeId: jNQXAC9IVRw\nyoutubeUrl: ${youtube}`;
  const { content, problems } = await compileOne(`---\ntitle: A\n${keys}\n---\n\n${tag}`);
  expect(content).toContain(`<a href="${youtube}">`);
  expect(problems.filter((problem) => !problem.includes("Cannot use key"))).toEqual([]);
});

it.each(["{% include youtubePlayer.html id=page.none %}", "{% link page.none %}", "{{ youtube(id=page.none) }}"])(
  "an article with %s and no value reports the removed tag",
  async (tag) => {
    const { content, problems } = await compileOne(`---\ntitle: A\n---\n\nWords.\n\n${tag}`);
    expect(content).toBe("<p>Words.</p>");
    expect(problems).toEqual([expect.stringContaining("Removed tags")]);
  },
);

it("an article reports a part of a tag that has no value", async () => {
  const { content, problems } = await compileOne(
    '---\ntitle: A\n---\n\n{% include figure.html src="https://a.example/a.png" caption=page.none %}',
  );
  expect(content).toBe('<figure><img src="https://a.example/a.png" alt=""></figure>');
  expect(problems).toEqual([expect.stringContaining("{% include %}")]);
});
