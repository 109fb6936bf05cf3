import { describe, expect, it } from "vitest";
import { recordingsOf } from "../../../src/build/recordings.ts";
import type { CompiledEntry } from "../../../src/model/entry.ts";
import { sampleEntry } from "../../samples.ts";

const [first, second] = ["a".repeat(20), "b".repeat(20)];
const url = (hash: string, name: string) => `https://news.example/media/${hash}/${name}`;
const talk = `/media/${first}/talk.mp3`;
const published = new Map([
  [talk, "talk.mp3"],
  [`/media/${second}/my film.mp4`, "my film.mp4"],
  [`/media/${"c".repeat(20)}/p.png`, "p.png"],
]);
const types: Readonly<Record<string, string>> = { mp3: "audio/mpeg", mp4: "video/mp4", png: "image/png" };
const media = { published, publish: (path: string) => ({ url: "", type: types[path.slice(-3)] ?? "", length: path.length }) };
const now = 1000;
const of = (entries: readonly CompiledEntry[], development = false) => recordingsOf(media, entries, { development, now });
const withTalk = (fields: Partial<CompiledEntry>) =>
  sampleEntry("a", { content: `<audio src="${url(first, "talk.mp3")}"></audio>`, ...fields });

describe("recordingsOf()", () => {
  it("returns audio and video of enclosures and contents, but no pictures", () => {
    const film = sampleEntry("b", { published: 20, enclosure: { url: url(second, "my%20film.mp4"), type: "video/mp4", length: 1 } });
    expect(of([withTalk({ published: 10 }), film])).toEqual({
      [talk]: { type: "audio/mpeg", length: 8, published: 10 },
      [`/media/${second}/my film.mp4`]: { type: "video/mp4", length: 11, published: 20 },
    });
  });

  it("returns the transcripts and chapters of episodes, but no texts that are only linked", () => {
    const [srt, html, chapters, pdf] = ["d", "e", "f", "1"].map((letter) => letter.repeat(20)) as [string, string, string, string];
    const files = { [srt]: "t.srt", [html]: "t.html", [chapters]: "t.chapters.json", [pdf]: "linked.html" };
    const texts = {
      published: new Map(Object.entries(files).map(([hash, name]) => [`/media/${hash}/${name}`, name])),
      publish: (path: string) => ({
        ...{ url: "", length: 1 },
        type: path.endsWith("srt") ? "application/x-subrip" : path.endsWith("html") ? "text/html" : "application/json+chapters",
      }),
    };
    const podcast = {
      transcripts: [
        { url: url(srt, "t.srt"), type: "application/x-subrip" },
        { url: url(html, "t.html"), type: "text/html" },
      ],
      chapters: { url: url(chapters, "t.chapters.json"), type: "application/json+chapters" },
    };
    const episode = sampleEntry("b", { published: 20, expires: 30, podcast, content: `<a href="${url(pdf, "linked.html")}">x</a>` });
    const times = { length: 1, published: 20, expires: 30 };
    expect(recordingsOf(texts, [episode], { development: false, now })).toEqual({
      [`/media/${srt}/t.srt`]: { type: "application/x-subrip; charset=utf-8", ...times },
      [`/media/${html}/t.html`]: { type: "text/html; charset=utf-8", ...times },
      [`/media/${chapters}/t.chapters.json`]: { type: "application/json+chapters", ...times },
    });
  });

  it("returns nothing for a site without recordings, and omits those without an entry", () => {
    expect(recordingsOf({ ...media, published: new Map() }, [], { development: false, now })).toBeUndefined();
    expect(of([sampleEntry("a")])).toEqual({});
  });

  it("returns the time in which an entry with the recording is public", () => {
    const [early, late] = [withTalk({ published: 10, expires: 20 }), withTalk({ published: 15, expires: 30 })];
    expect(of([late, early])).toEqual({ [talk]: { type: "audio/mpeg", length: 8, published: 10, expires: 30 } });
    expect(of([early, withTalk({ published: 12 })])?.[talk]).toEqual({ type: "audio/mpeg", length: 8, published: 10 });
  });

  it("shows unpublished recordings while developing", () => {
    expect(of([withTalk({ published: 5000 })])?.[talk]?.published).toBe(5000);
    expect(of([withTalk({ published: 5000 })], true)?.[talk]?.published).toBe(now);
  });
});
