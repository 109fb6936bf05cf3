import { describe, expect, it } from "vitest";
import { findEnclosure, findImage } from "../../../../src/content/links/entry-media.ts";
import type { LinkTargets } from "../../../../src/content/links/resolve-links.ts";
import type { Metadata } from "../../../../src/content/metadata/metadata.ts";
import type { MediaFile } from "../../../../src/model/entry.ts";
import type { Site } from "../../../../src/settings/site-settings.ts";
import { compileAll, compileOne, site, someMedia } from "../sample.ts";

const media = { media: someMedia };

function frontMatter(yaml: string): string {
  return `---\n${yaml}\n---\nText`;
}

const nothing: Metadata = { authors: [], categories: [], categoriesOnly: [], draft: false, unlisted: false, aliases: [], keys: {} };
const targets: LinkTargets = {
  base: "https://example.com/articles/moon",
  anchorPrefix: "moon-",
  file: (path) => (path === "page.md" ? { url: "https://example.com/page" } : someMedia.publish(path.replace(/^\//, ""))),
  articleNamed: () => undefined,
  articleAt: () => undefined,
  fileNamed: () => undefined,
  hasArticle: () => false,
  describeMissing: (path) => JSON.stringify(path),
};

const targetsWith = (name: string): LinkTargets => ({
  ...targets,
  file: (path) => (path === name ? { url: "https://x.org/a.mp3", type: "audio/mpeg", length: 1 } : undefined),
});

/** Finds the media of metadata, and records the keys of the reported problems. */
async function found(some: Partial<Metadata>) {
  const keys: string[] = [];
  const report = (key: string) => void keys.push(key);
  const metadata = { ...nothing, ...some };
  const image = findImage(metadata, targets, report);
  const enclosure = await findEnclosure(metadata, targets, { durationOf: async () => undefined, isPodcast: false }, report);
  return { image, enclosure, keys };
}

describe("findImage() and findEnclosure()", () => {
  it("find nothing if no file is named", async () => {
    expect(await found({})).toStrictEqual({ image: undefined, enclosure: undefined, keys: [] });
  });

  it("add no unknown fields", async () => {
    const file = { url: "https://cdn.example/a", length: 0 };
    expect(await found({ image: { url: file.url }, enclosure: { url: file.url, length: 0 } })).toStrictEqual({
      image: { ...file, type: "" },
      enclosure: { ...file, type: "application/octet-stream" },
      keys: [],
    });
  });

  it("find the file at an address of the site itself", async () => {
    const own = { image: { url: "http://www.example.com/moon.png?x" }, enclosure: { url: "https://example.com/talk.mp3" } };
    expect(await found(own)).toMatchObject({
      image: { url: "https://example.com/media/ab/moon.png", width: 400 },
      enclosure: { url: "https://example.com/media/ef/talk.mp3", length: 72 },
      keys: [],
    });
    const lost = { image: { url: "https://example.com/none.png" } };
    expect(await found(lost)).toMatchObject({ image: lost.image, keys: ["image"] });
  });

  it.each([
    ["my photo.png", "my%20photo.png"],
    ["my%20photo.png", "my%20photo.png"],
    ["/my%20photo.png?v=2#top", "my%20photo.png"],
    ["50%25.png", "50%25.png"],
    ["a%2520b.png", "a%20b.png"],
    ["c%23.png", "c%23.png"],
  ])("find the percent-encoded file %s", async (url, name) => {
    const names = ["my photo.png", "50%25.png", "a%20b.png", "c#.png"];
    const file = (path: string) =>
      names.includes(path.replace(/^\//, "")) ? { url: `https://x.org/${name}`, type: "image/png", length: 1 } : undefined;
    const image = findImage({ ...nothing, image: { url } }, { ...targets, file }, () => {});
    expect(image).toMatchObject({ url: `https://x.org/${name}`, length: 1 });
    const asked: string[] = [];
    const durationOf = async (path: string) => void asked.push(path);
    await findEnclosure(
      { ...nothing, enclosure: { url: "a%20b.mp3", length: 0 } },
      targetsWith("a b.mp3"),
      { durationOf, isPodcast: false },
      () => {},
    );
    expect(asked).toEqual(["a b.mp3"]);
  });

  it.each(["/icon.png", "https://example.com/icon.png"])("find the default icon of every site at %s", async (url) => {
    const icon = { url: "https://example.com/icon.png", type: "image/png", length: 0 };
    expect(await found({ image: { url } })).toStrictEqual({ image: icon, enclosure: undefined, keys: [] });
  });

  it.each([
    ["a picture that is not there", { image: { url: "sun.png" } }, "image"],
    ["a picture that is too large", { image: { url: "huge.png" } }, "image"],
    ["an article for a picture", { image: { url: "page.md" } }, "image"],
    ["an enclosure that is not there", { enclosure: { url: "sun.mp3" } }, "enclosure"],
    ["an enclosure that is too large", { enclosure: { url: "huge.mp4" } }, "enclosure"],
    ["an invalid type", { enclosure: { url: "talk.mp3", type: "sound" } }, "enclosure"],
  ])("report %s at its key, or at the default key", async (_, some, usual) => {
    expect((await found({ ...some, keys: { image: "cover", enclosure: "audio" } })).keys).toEqual([usual === "image" ? "cover" : "audio"]);
    expect((await found(some)).keys).toEqual([usual]);
  });
});

describe("media whose content is not of its type", () => {
  const fault = "it is a pointer of Git LFS";
  const faulty = { ...someMedia, publish: (path: string) => ({ ...(someMedia.publish(path) as MediaFile), fault }) };

  it("are reported, and keep their fields", async () => {
    const text = frontMatter("image: moon.png\nenclosure: talk.mp3").replace("Text", "[Slides](slides.pdf)");
    const { enclosure, image, problems } = await compileOne(text, undefined, { media: faulty });
    expect(problems.map((problem) => problem.replace(/^.*warning /, ""))).toEqual(
      ["moon.png", "talk.mp3", "slides.pdf"].map((name) => `Cannot use "${name}": ${fault}`),
    );
    expect(image).not.toHaveProperty("fault");
    expect(enclosure).not.toHaveProperty("fault");
  });

  it("are not asked for their length if they are empty", async () => {
    const publish = () => ({ url: "https://example.com/media/0/a.mp3", type: "audio/mpeg", length: 0, fault: "it is empty" });
    const { problems } = await compileOne(frontMatter("enclosure: talk.mp3"), undefined, { media: { ...someMedia, publish } });
    expect(problems).toEqual([expect.stringContaining('Cannot use "talk.mp3": it is empty')]);
  });
});

describe("reportArtwork()", () => {
  const show: Site = { ...site, podcast: { category: ["Arts"], explicit: false, type: "episodic" } };

  async function problemsOf(size: object, site: Site) {
    const picture = { url: "https://example.com/media/0/moon.png", type: "image/png", length: 9, ...size };
    const publish = (path: string) => (path === "moon.png" ? picture : someMedia.publish(path));
    const text = frontMatter("title: A\nimage: moon.png\nenclosure: talk.mp3");
    return (await compileOne(text, undefined, { site, media: { ...someMedia, publish } })).problems;
  }

  it.each([
    { width: 1399, height: 1399 },
    { width: 1400, height: 1500 },
    { width: 3001, height: 3001 },
    { width: 1400, height: 1400, type: "image/webp" },
  ])("warns about %j", async (size) => {
    expect(await problemsOf(size, show)).toEqual([
      expect.stringMatching(
        /^articles\/.*:3:8 warning Cannot offer "moon\.png" of .* as artwork of the episode: directories want a square PNG/,
      ),
    ]);
    expect(await problemsOf(size, site)).toEqual([]);
  });

  it.each([{ width: 1400, height: 1400 }, { width: 3000, height: 3000, type: "image/jpeg" }, {}])("accepts %j", async (size) => {
    expect(await problemsOf(size, show)).toEqual([]);
  });
});

describe("findImage()", () => {
  it("finds a picture next to the article, with its size and alt text", async () => {
    const { image, problems } = await compileOne(frontMatter("image: {url: moon.png, alt: The moon}"), undefined, media);
    expect({ image, problems }).toEqual({
      image: { url: "https://example.com/media/ab/moon.png", type: "image/png", length: 70, width: 400, height: 200, alt: "The moon" },
      problems: [],
    });
  });

  it("accepts a remote picture", async () => {
    expect((await compileOne(frontMatter("image: https://cdn.example/ü.webp?w=1"))).image).toEqual({
      url: "https://cdn.example/%C3%BC.webp?w=1",
      type: "image/webp",
      length: 0,
    });
    expect((await compileOne(frontMatter("image: //cdn.example/x"))).image).toEqual({ url: "https://cdn.example/x", type: "", length: 0 });
    expect((await compileOne(frontMatter("image: HTTP://cdn.example/x.png"))).image).toMatchObject({ url: "http://cdn.example/x.png" });
  });

  it.each([
    ["sun.png", " next to the article"],
    ["/sun.png", " next to the article"],
    ["../../etc/passwd", " next to the article"],
    ["javascript:alert(1)", ""],
    ["data:image/png;base64,AAAA", ""],
    ["data:,https://cdn.example/a.png", ""],
    ["http://", ""],
  ])("warns about the picture %s and omits it", async (reference, place) => {
    const { image, problems } = await compileOne(frontMatter(`title: Moon\ncover: ${reference}`), undefined, media);
    expect(image).toBeUndefined();
    expect(problems).toEqual([`articles/2024-11-06-moon.md:3:8 warning Cannot find the picture "${reference}"${place}; it was left out`]);
  });

  it("rejects a picture that is too large to serve", async () => {
    expect((await compileOne(frontMatter("title: Moon\ncover: huge.png"), undefined, media)).problems).toEqual([
      'articles/2024-11-06-moon.md:3:8 error Cannot publish "huge.png": it has 30.0 MiB (31500000 bytes) and Cloudflare serves no file of more than 25 MiB; make it smaller, or put it on another host and give its URL',
    ]);
  });

  it("does not accept an article as a picture", async () => {
    const articles = { "2024-11-06-moon.md": frontMatter("image: sun.md"), "sun.md": frontMatter("date: 2024-11-05") };
    expect((await compileAll(articles)).problems).toHaveLength(1);
  });
});

describe("findEnclosure()", () => {
  it("finds an enclosure next to the article", async () => {
    const { enclosure, problems } = await compileOne(frontMatter("enclosure: {url: talk.mp3, title: A talk}"), undefined, media);
    expect({ enclosure, problems }).toEqual({
      enclosure: { url: "https://example.com/media/ef/talk.mp3", type: "audio/mpeg", length: 72, duration: 62, title: "A talk" },
      problems: [],
    });
  });

  it("prefers the article's duration and the file's length", async () => {
    const { enclosure } = await compileOne(frontMatter('enclosure: {url: talk.mp3, duration: "1:02:03", length: 9}'), undefined, media);
    expect(enclosure).toMatchObject({ duration: 3723, length: 72 });
  });

  it("measures recordings only", async () => {
    expect((await compileOne(frontMatter("enclosure: slides.pdf"), undefined, media)).enclosure).not.toHaveProperty("duration");
    const recording = await compileOne(frontMatter("enclosure: {url: slides.pdf, type: Audio/x-odd}"), undefined, media);
    expect(recording.enclosure).toMatchObject({ type: "Audio/x-odd", duration: 1 });
    const other = await compileOne(frontMatter("enclosure: {url: slides.pdf, type: x-audio/slides}"), undefined, media);
    expect(other.enclosure).not.toHaveProperty("duration");
    expect((await compileOne(frontMatter("enclosure: .//talk.mp3"), undefined, media)).enclosure).toMatchObject({ duration: 62 });
  });

  it("measures the named file for an article in any folder", async () => {
    const asked: string[] = [];
    const measuring = { ...someMedia, durationOf: async (path: string) => void asked.push(path) };
    const name = "notes/2024-11-06-moon.md";
    await compileOne(frontMatter("enclosure: ../talk.mp3"), name, { media: measuring });
    await compileOne(frontMatter("enclosure: /talk.mp3"), name, { media: measuring });
    await compileOne(frontMatter("enclosure: {url: ../talk.mp3, duration: 5}"), name, { media: measuring });
    await compileOne(frontMatter("enclosure: {url: https://cdn.example/talk.mp3, length: 5}"), name, { media: measuring });
    expect(asked).toEqual(["talk.mp3", "talk.mp3"]);
  });

  it("accepts the duration of a remote enclosure", async () => {
    const { enclosure, problems } = await compileOne(
      frontMatter("enclosure: {url: https://cdn.example/talk.mp3, length: 9, duration: 62}"),
    );
    expect({ enclosure, problems }).toEqual({
      enclosure: { url: "https://cdn.example/talk.mp3", type: "audio/mpeg", length: 9, duration: 62 },
      problems: [],
    });
  });

  it("rejects a file that is too large to serve, with advice", async () => {
    expect((await compileOne(frontMatter("title: Talk\nenclosure: huge.mp4"), undefined, media)).problems).toEqual([
      'articles/2024-11-06-moon.md:3:12 error Cannot publish "huge.mp4": it has 25.0 MiB (26214401 bytes) and Cloudflare serves no file of more than 25 MiB; put it on another host and give its URL with its length',
    ]);
    expect((await compileOne(frontMatter("enclosure: full.mp4"), undefined, media)).problems).toEqual([]);
    const elsewhere = await compileOne(frontMatter("enclosure: {url: https://cdn.example/film.mp4, length: 26214401}"));
    expect(elsewhere).toMatchObject({ problems: [], enclosure: { length: 26_214_401 } });
  });

  it("warns about an enclosure that podcast directories reject, if the site is a podcast", async () => {
    const podcast: Site["podcast"] = { category: ["Technology"], explicit: false, type: "episodic" };
    const problemsOf = async (yaml: string, where: Site = { ...site, podcast }) =>
      (await compileOne(frontMatter(`title: Talk\nenclosure: ${yaml}`), undefined, { ...media, site: where })).problems;
    expect(await problemsOf("talk.mp3")).toEqual([]);
    expect(await problemsOf("{url: https://cdn.example/talk.ogg, length: 9}")).toEqual([
      'articles/2024-11-06-moon.md:3:12 warning Cannot offer "https://cdn.example/talk.ogg" to podcast directories: the path of its address has to end in .mp3, .m4a, .mp4, .m4v, .mov, .pdf or .epub, in lower case',
    ]);
    expect(await problemsOf("{url: 'https://cdn.example/talk.mp3?from=feed.ogg', length: 9}")).toEqual([]);
    expect(await problemsOf("{url: https://cdn.example/talk.m4a, type: audio/mp4, length: 9}")).toEqual([
      'articles/2024-11-06-moon.md:3:12 warning Cannot offer "https://cdn.example/talk.m4a" to podcast directories as audio/mp4: remove its type, or write type: audio/x-m4a',
    ]);
    expect(await problemsOf("{url: https://cdn.example/talk.ogg, length: 9}", site)).toEqual([]);
  });

  it.each([
    ["episode: 3", "articles/2024-11-06-moon.md:3:10 warning"],
    ["season: 1", "articles/2024-11-06-moon.md:3:9 warning"],
    ["episodeType: full", "articles/2024-11-06-moon.md:3:14 warning"],
    ["explicit: false", undefined],
    ["episode: 3\nenclosure: talk.mp3", undefined],
  ])("warns about the number or the type of an episode without an enclosure: %s", async (yaml, start) => {
    const podcast: Site["podcast"] = { category: ["Technology"], explicit: false, type: "episodic" };
    const problemsOf = async (where: Site) =>
      (await compileOne(frontMatter(`title: Talk\n${yaml}`), undefined, { ...media, site: where })).problems;
    const fault = "Cannot offer an episode without a recording to podcast directories: add an enclosure";
    expect(await problemsOf({ ...site, podcast })).toEqual(start === undefined ? [] : [`${start} ${fault}`]);
    expect(await problemsOf(site)).toEqual([]);
  });

  it.each([
    ["talk.m4a", "audio/x-m4a"],
    ["talk.mp3", "audio/mpeg"],
    ["film.mov", "video/quicktime"],
    ["film.m4v", "video/x-m4v"],
  ])("gives %s the type that directories list, if the site is a podcast", async (name, type) => {
    const podcast: Site["podcast"] = { category: ["Technology"], explicit: false, type: "episodic" };
    const { enclosure } = await compileOne(frontMatter(`title: A\nenclosure: {url: https://cdn.example/${name}, length: 9}`), undefined, {
      ...media,
      site: { ...site, podcast },
    });
    expect(enclosure?.type).toBe(type);
  });

  it.each([
    ["{url: https://cdn.example/talk.mp3, length: 9}", { type: "audio/mpeg", length: 9 }, 0],
    ["{url: https://cdn.example/live.mp3, length: 0}", { type: "audio/mpeg", length: 0 }, 0],
    ["{url: https://cdn.example/talk, type: audio/ogg, length: 9}", { type: "audio/ogg", length: 9 }, 0],
    ['{url: https://cdn.example/talk, type: "audio/ogg; codecs=opus", length: 9}', { type: "audio/ogg; codecs=opus", length: 9 }, 0],
    ["https://cdn.example/talk", { type: "application/octet-stream", length: 0 }, 1],
  ])("accepts the remote enclosure %s", async (yaml, expected, warnings) => {
    const { enclosure, problems } = await compileOne(frontMatter(`enclosure: ${yaml}`));
    expect(enclosure).toMatchObject(expected);
    expect(problems).toHaveLength(warnings);
    for (const problem of problems) expect(problem).toMatch(/ warning Cannot find out the length of "[^"]+": give it as length, in bytes$/);
  });

  it("warns about an enclosure that is not a file", async () => {
    expect((await compileOne(frontMatter("enclosure: 'data:audio/mpeg,x'"))).problems).toEqual([
      'articles/2024-11-06-moon.md:2:12 warning Cannot find the enclosure "data:audio/mpeg,x"; it was left out',
    ]);
  });

  it.each(["sound", "an audio/mpeg", "audio/mpeg or audio/ogg"])("warns about an invalid media type: %s", async (type) => {
    const { enclosure, problems } = await compileOne(frontMatter(`enclosure: {url: talk.mp3, type: ${type}}`), undefined, media);
    expect(enclosure?.type).toBe("audio/mpeg");
    expect(problems).toEqual([
      `articles/2024-11-06-moon.md:2:12 warning Cannot use the type "${type}": it is not a media type, such as audio/mpeg`,
    ]);
  });
});
