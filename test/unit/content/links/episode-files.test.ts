import { describe, expect, it } from "vitest";
import { findEpisodeFiles } from "../../../../src/content/links/episode-files.ts";
import { chaptersType, maxMediaBytes } from "../../../../src/content/links/media-files.ts";
import type { LinkTargets } from "../../../../src/content/links/resolve-links.ts";
import type { EpisodeMetadata } from "../../../../src/content/metadata/episode-metadata.ts";

const files: Readonly<Record<string, string>> = {
  "ep.vtt": "text/vtt",
  "faulty.vtt": "text/vtt",
  "ep.srt": "application/x-subrip",
  "ep.json": "application/json",
  "talk.json": "application/json",
  "chapters.json": chaptersType,
  "ep.pdf": "application/pdf",
};
const targets: LinkTargets = {
  base: "https://example.com/articles/moon",
  anchorPrefix: "moon-",
  file: (path) => {
    const type = files[path.replace("huge-", "")];
    const length = path.startsWith("huge-") ? maxMediaBytes + 1 : 9;
    const known = { ...(path === "faulty.vtt" && { fault: "it is empty" }), ...(path === "talk.json" && { isTranscript: true }) };
    return type === undefined ? undefined : { url: `https://example.com/media/0/${path}`, ...{ type, length }, ...known };
  },
  articleNamed: () => undefined,
  articleAt: () => undefined,
  fileNamed: () => undefined,
  hasArticle: (path) => path === "other.md",
  describeMissing: (path) => JSON.stringify(path),
};

function find(podcast: EpisodeMetadata) {
  const warnings: string[] = [];
  const metadata = { authors: [], categories: [], categoriesOnly: [], draft: false, unlisted: false, aliases: [], keys: {}, podcast };
  const episode = findEpisodeFiles(metadata, targets, (key, severity, message) => warnings.push(`${key} ${severity}: ${message}`));
  return { episode, warnings };
}

describe("findEpisodeFiles()", () => {
  it("returns the URLs and types of files, and the other fields", () => {
    const transcripts = [{ url: "ep.vtt" }, { url: "ep.srt", language: "de" }, { url: "https://e.example/t?x", type: "text/html" }];
    expect(find({ episode: 1, transcripts, chapters: "chapters.json" })).toEqual({
      episode: {
        episode: 1,
        transcripts: [
          { url: "https://example.com/media/0/ep.vtt", type: "text/vtt" },
          { url: "https://example.com/media/0/ep.srt", type: "application/x-subrip", language: "de" },
          { url: "https://e.example/t?x", type: "text/html" },
        ],
        chapters: { url: "https://example.com/media/0/chapters.json", type: chaptersType },
      },
      warnings: [],
    });
  });

  it("returns the same transcript once", () => {
    expect(find({ transcripts: [{ url: "ep.vtt" }, { url: "ep.vtt" }, { url: "ep.vtt", language: "de" }] }).episode.transcripts).toEqual([
      { url: "https://example.com/media/0/ep.vtt", type: "text/vtt" },
      { url: "https://example.com/media/0/ep.vtt", type: "text/vtt", language: "de" },
    ]);
  });

  it("returns transcripts in JSON, and those on another host unchecked", () => {
    const transcripts = [{ url: "talk.json" }, { url: "https://e.example/t.json" }];
    expect(find({ transcripts })).toEqual({
      episode: {
        transcripts: [
          { url: "https://example.com/media/0/talk.json", type: "application/json" },
          { url: "https://e.example/t.json", type: "application/json" },
        ],
      },
      warnings: [],
    });
  });

  it.each([
    ["ep.srt", "text/vtt", "application/x-subrip", true],
    ["ep.vtt", "vtt", "text/vtt", true],
    ["ep.srt", "application/srt", "application/srt", false],
    ["ep.vtt", "Text/VTT; charset=utf-8", "text/vtt", false],
    ["ep.pdf", "text/plain", "text/plain", false],
  ])("returns for %s with the type %s: %s", (url, type, expected, isReported) => {
    const { episode, warnings } = find({ transcripts: [{ url, type }] });
    expect(episode.transcripts).toEqual([{ url: `https://example.com/media/0/${url}`, type: expected }]);
    const warning = `transcript warning: Cannot use the type "${type}" of "${url}": by its ending, it is ${expected}; remove the type`;
    expect(warnings).toEqual(isReported ? [warning] : []);
  });

  it("accepts chapters on another host unchecked", () => {
    const chapters = "https://e.example/ep.json";
    expect(find({ chapters })).toEqual({ episode: { chapters: { url: chapters, type: chaptersType } }, warnings: [] });
  });

  it.each<[EpisodeMetadata, string]>([
    [{ chapters: "none.json" }, 'chapters warning: Cannot find the chapters "none.json"; it was left out'],
    [{ chapters: "other.md" }, 'chapters warning: Cannot use the chapters "other.md": it is an article; remove its front matter'],
    [{ chapters: "ep.json" }, 'chapters warning: Cannot use the chapters "ep.json": it is not JSON such as {"version": "1.2.0", '],
    [{ chapters: "ep.vtt" }, 'chapters warning: Cannot use the chapters "ep.vtt": it is not JSON such as {"version": "1.2.0", '],
    [{ chapters: "huge-chapters.json" }, 'chapters warning: Cannot publish "huge-chapters.json": it has 25.0 MiB'],
    [{ transcripts: [{ url: "none.vtt" }] }, 'transcript warning: Cannot find the transcript "none.vtt"; it was left out'],
    [
      { transcripts: [{ url: "ep.pdf" }] },
      'transcript warning: Cannot use the transcript "ep.pdf" of type application/pdf: players read .vtt, ',
    ],
    [
      { transcripts: [{ url: "ep.json" }] },
      'transcript warning: Cannot use the transcript "ep.json": it is not JSON such as {"version": "1.0.0", "segments": [',
    ],
    [{ transcripts: [{ url: "faulty.vtt" }] }, 'transcript warning: Cannot use "faulty.vtt": it is empty; it was left out'],
    [{ transcripts: [{ url: "huge-ep.vtt" }] }, 'transcript warning: Cannot publish "huge-ep.vtt": it has 25.0 MiB'],
  ])("reports and omits %j", (podcast, warning) => {
    const { episode, warnings } = find(podcast);
    expect(episode).toEqual({});
    expect(warnings).toEqual([expect.stringContaining(warning)]);
  });
});
