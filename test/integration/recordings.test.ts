import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { npmStart } from "./npm-start.ts";
import { startTestSite, type TestSite, writeTestSite } from "./test-site.ts";
import { askAt } from "./wire.ts";

// Bytes that differ at every position of interest, in several reads of the Worker.
const bytesOf = (length: number, seed: number) => Buffer.from(Uint32Array.from({ length: length / 4 }, (_, index) => index * seed).buffer);
const large = bytesOf(3_000_000, 7);
const film = bytesOf(4000, 5);
const later = bytesOf(4000, 3);
const pixel = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");
const transcriptOf = (words: string) => `WEBVTT\n\n00:00.000 --> 00:02.000\n${words}\n`;
const articles = {
  "2024-11-06-talk/index.md": "---\nenclosure: 'a talk & more.mp3'\ntranscript: talk.vtt\n---\n# Talk\n\n![A picture](pixel.png)",
  "2024-11-06-talk/a talk & more.mp3": large,
  "2024-11-06-talk/talk.vtt": transcriptOf("Words of the talk"),
  "2024-11-06-talk/pixel.png": pixel,
  "2024-11-07-film.md": "# Film\n\n<video src='film.mp4'></video>",
  "film.mp4": film,
  "2099-01-01-later/index.md": "---\nenclosure: later.mp3\ntranscript: later.vtt\n---\n# Later",
  "2099-01-01-later/later.vtt": transcriptOf("Words of later"),
  "2099-01-01-later/later.mp3": later,
  "2024-11-09-draft/index.md": "---\ndraft: true\nenclosure: draft.mp3\n---\n# Draft",
  "2024-11-09-draft/draft.mp3": bytesOf(4000, 13),
};

const mediaIn = (html: string, name: string) => new RegExp(`/media/[0-9a-f]{20}/${name}`).exec(html)?.[0] ?? `no ${name}`;

/** Checks all kinds of responses for a recording. */
async function expectRanges(origin: string, path: string, bytes: Buffer, type: string): Promise<void> {
  const { length } = bytes;
  const whole = await askAt(origin, path);
  expect([whole.status, whole.headers["content-length"], whole.headers["accept-ranges"], whole.headers["content-type"]]).toEqual([
    ...[200, String(length), "bytes", type],
  ]);
  expect(whole.body.equals(bytes)).toBe(true);
  const parts = [
    ["0-0", 0, 1],
    ["0-1", 0, 2],
    ["0-", 0, length],
    ["1-", 1, length],
    [`${length - 1}-`, length - 1, length],
    ["-1", length - 1, length],
    ["-3000", length - 3000, length],
    [`1000-${length - 2}`, 1000, length - 1],
    [`3000-${length * 2}`, 3000, length],
  ] as const;
  for (const [range, start, end] of parts) {
    const { body, headers, status } = await askAt(origin, path, { range: `bytes=${range}` });
    const sent = [range, status, headers["content-range"], headers["content-length"], headers["content-type"]];
    expect(sent).toEqual([range, 206, `bytes ${start}-${end - 1}/${length}`, String(end - start), type]);
    expect(body.equals(bytes.subarray(start, end)), range).toBe(true);
  }
  const beyond = await askAt(origin, path, { range: `bytes=${length}-` });
  expect([beyond.status, beyond.headers["content-range"], beyond.body.length]).toEqual([416, `bytes */${length}`, 0]);
  for (const range of ["bytes=0-1,5-6", "bytes=5-1", "pages=1-2"])
    expect([(await askAt(origin, path, { range })).status, range]).toEqual([200, range]);
  const head = await askAt(origin, path, { range: "bytes=0-1" }, "HEAD");
  expect([head.status, head.headers["content-length"], head.headers["content-range"], head.body.length]).toEqual([
    ...[200, String(length), undefined, 0],
  ]);
  const { etag = "", "last-modified": date = "" } = whole.headers as Record<string, string>;
  for (const [condition, status] of [
    [{ "if-range": etag }, 206],
    [{ "if-range": date }, 206],
    [{ "if-range": '"x"' }, 200],
    [{ "if-none-match": etag }, 304],
    [{ "if-modified-since": date }, 304],
    [{ "if-match": '"x"' }, 412],
  ] as const)
    expect((await askAt(origin, path, { range: "bytes=0-9", ...condition })).status, JSON.stringify(condition)).toBe(status);
}

describe("recordings of a deployed site", () => {
  let site: TestSite;
  let talk: string;
  let published: string[];

  beforeAll(async () => {
    site = await startTestSite({ articles });
    talk = mediaIn((await askAt(site.origin, "/articles/talk")).body.toString(), "a%20talk%20&(?:amp;)?%20more.mp3").replace("&amp;", "&");
    const assets = join(site.folder, "build/public");
    published = readdirSync(assets, { recursive: true, encoding: "utf8", withFileTypes: true })
      .filter((file) => file.isFile())
      .map(({ name, parentPath }) => `${parentPath.slice(assets.length)}/${name}`);
  }, 120_000);
  afterAll(() => site.close());

  it("are served in ranges", async () => {
    await expectRanges(site.origin, talk, large, "audio/mpeg");
    const page = (await askAt(site.origin, "/articles/film")).body.toString();
    await expectRanges(site.origin, mediaIn(page, "film.mp4"), film, "video/mp4");
  });

  it("have transcripts that the Worker also serves", async () => {
    const page = (await askAt(site.origin, "/articles/talk")).body.toString();
    const { body, headers } = await askAt(site.origin, mediaIn(page, "talk.vtt"));
    expect([body.toString(), headers["content-type"], headers["access-control-allow-origin"]]).toEqual([
      ...[transcriptOf("Words of the talk"), "text/vtt; charset=utf-8", "*"],
    ]);
  });

  it("do not affect pictures, which are static assets", async () => {
    const picture = mediaIn((await askAt(site.origin, "/articles/talk")).body.toString(), "pixel.png");
    expect(published).toContain(picture);
    const { body, headers } = await askAt(site.origin, picture);
    expect(body.equals(pixel)).toBe(true);
    expect(headers["accept-ranges"]).toBeUndefined(); // which the Worker would send
    expect(published.filter((path) => path.startsWith("/media/"))).toEqual([picture]);
  });

  it("are not served at other paths, before their publication or for drafts", async () => {
    const files = published.filter((path) => path.startsWith("/_contents/media/"));
    expect(files).toHaveLength(5); // the talk and the later one with their transcripts, and the film, but not the draft
    const known = talk.split("/")[2] ?? "";
    for (const file of files) {
      const hash = file.split("/").at(-1) ?? "";
      const names = hash === known ? ["later.mp3"] : ["later.mp3", "later.vtt", "LATER.mp3", "later%2Emp3", "", "later.mp3/"];
      const paths = [...names.map((name) => `/media/${hash}/${name}`), `/media/${hash}`, file];
      for (const path of paths.flatMap(spellings)) {
        const { body, status } = await askAt(site.origin, path, { range: "bytes=0-999" });
        expect([200, 206].includes(status), path).toBe(false);
        expect(body.includes(later.subarray(0, 100)) || body.includes("Words of") || body.includes(large.subarray(0, 100)), path).toBe(
          false,
        );
      }
    }
  });
});

function spellings(path: string): string[] {
  return [
    path,
    `/${path}`,
    path.replaceAll("/", "//"),
    path.replaceAll("/", "/./"),
    path.replace("/", "/x/../"),
    path.replace("/", "/%2e%2e/"),
    path.replace("m", "%6d"),
    path.replace("_", "%5F"),
    path.replace("/media/", "/media%2F"),
    path.replace("/media/", "/media%5C"),
    path.replace("/media/", "/MEDIA/"),
    path.replace("/media/", "/media/../_contents/media/"),
    path.replace("/media/", "/media/..%2f_contents/media/"),
    path.replace("/media/", "/media/%2e%2e/_contents%2fmedia/"),
    `${path}?x=.png`,
    `${path};x`,
    `${path}%00`,
  ];
}

describe("recordings of npm start", () => {
  it("are served in ranges, also those of drafts and scheduled articles", async () => {
    const folder = writeTestSite({ articles });
    const site = await npmStart(folder);
    try {
      const [talk, draft, scheduled] = await Promise.all(["talk", "draft", "later"].map((name) => askAt(site.origin, `/articles/${name}`)));
      await expectRanges(
        ...([
          site.origin,
          mediaIn(String(talk?.body), "a%20talk%20&(?:amp;)?%20more.mp3").replace("&amp;", "&"),
          large,
          "audio/mpeg",
        ] as const),
      );
      await expectRanges(site.origin, mediaIn(String(draft?.body), "draft.mp3"), bytesOf(4000, 13), "audio/mpeg");
      await expectRanges(site.origin, mediaIn(String(scheduled?.body), "later.mp3"), later, "audio/mpeg");
      const picture = await askAt(site.origin, mediaIn(String(talk?.body), "pixel.png"));
      expect(picture.body.equals(pixel)).toBe(true);
    } finally {
      await site.end();
      rmSync(folder, { recursive: true, force: true });
    }
  }, 120_000);
});
