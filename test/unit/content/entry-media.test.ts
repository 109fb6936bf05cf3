import { describe, expect, it } from "vitest";
import { compileAll, compileOne, someMedia } from "./sample.ts";

const media = { media: someMedia };

function frontMatter(yaml: string): string {
  return `---\n${yaml}\n---\nText`;
}

describe("findImage()", () => {
  it("takes a picture from elsewhere", async () => {
    expect((await compileOne(frontMatter("image: https://cdn.example/ü.webp?w=1"))).image).toEqual({
      url: "https://cdn.example/%C3%BC.webp?w=1",
      type: "image/webp",
      length: 0,
    });
    expect((await compileOne(frontMatter("image: //cdn.example/x"))).image).toMatchObject({ url: "https://cdn.example/x", length: 0 });
  });

  it.each(["sun.png", "/sun.png", "../../etc/passwd", "javascript:alert(1)", "data:image/png;base64,AAAA", "http://"])(
    "warns of the picture %s and goes without",
    async (reference) => {
      const { image, problems } = await compileOne(frontMatter(`title: Moon\ncover: ${reference}`), undefined, media);
      expect(image).toBeUndefined();
      expect(problems).toEqual([`articles/2024-11-06-moon.md:3:8 warning Cannot find the picture "${reference}"; the entry goes without`]);
    },
  );

  it("takes no article for a picture", async () => {
    const articles = { "2024-11-06-moon.md": frontMatter("image: sun.md"), "sun.md": frontMatter("date: 2024-11-05") };
    expect((await compileAll(articles)).problems).toHaveLength(1);
  });
});

describe("findEnclosure()", () => {
  it("takes an enclosure beside the article", async () => {
    const { enclosure, problems } = await compileOne(frontMatter("enclosure: {url: talk.mp3, title: A talk}"), undefined, media);
    expect({ enclosure, problems }).toEqual({
      enclosure: { url: "https://example.com/media/ef/talk.mp3", type: "audio/mpeg", length: 72, title: "A talk" },
      problems: [],
    });
  });

  it.each([
    ["{url: https://cdn.example/talk.mp3, length: 9}", { type: "audio/mpeg", length: 9 }, 0],
    ["{url: https://cdn.example/talk, type: audio/ogg, length: 9}", { type: "audio/ogg", length: 9 }, 0],
    ["https://cdn.example/talk", { type: "application/octet-stream", length: 0 }, 1],
  ])("takes the enclosure %s from elsewhere", async (yaml, expected, warnings) => {
    const { enclosure, problems } = await compileOne(frontMatter(`enclosure: ${yaml}`));
    expect(enclosure).toMatchObject(expected);
    expect(problems).toHaveLength(warnings);
    for (const problem of problems) expect(problem).toContain("give it as length, in bytes");
  });

  it("warns of an enclosure that is no file at all", async () => {
    expect((await compileOne(frontMatter("enclosure: 'data:audio/mpeg,x'"))).problems).toEqual([
      'articles/2024-11-06-moon.md:2:12 warning Cannot find the enclosure "data:audio/mpeg,x"; the entry goes without',
    ]);
  });

  it("warns of a type that is none", async () => {
    const { enclosure, problems } = await compileOne(frontMatter("enclosure: {url: talk.mp3, type: sound}"), undefined, media);
    expect(enclosure?.type).toBe("audio/mpeg");
    expect(problems).toEqual([
      'articles/2024-11-06-moon.md:2:12 warning Cannot use the type "sound": it is no media type, such as audio/mpeg',
    ]);
  });
});
