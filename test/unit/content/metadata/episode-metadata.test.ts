import { describe, expect, it } from "vitest";
import type { FrontMatterValue } from "../../../../src/content/front-matter/front-matter-table.ts";
import { readEpisode } from "../../../../src/content/metadata/episode-metadata.ts";

function read(values: Readonly<Record<string, FrontMatterValue>>, nameOf?: (field: string) => string) {
  const warnings: string[] = [];
  const episode = readEpisode(
    (field) => values[field],
    (field, message) => warnings.push(`${field}: ${message}`),
    nameOf,
  );
  return { episode, warnings };
}

describe("readEpisode()", () => {
  it.each<[Readonly<Record<string, string>>, object]>([
    [{ episode: "1" }, { episode: 1 }],
    [
      { episode: "012", season: " 3 " },
      { episode: 12, season: 3 },
    ],
    [{ episodeType: "full" }, { episodeType: "full" }],
    [{ episodeType: "Trailer" }, { episodeType: "trailer" }],
    [{ episodeType: "bonus" }, { episodeType: "bonus" }],
    [{ explicit: "true" }, { explicit: true }],
    [{ explicit: "No" }, { explicit: false }],
  ])("reads %j", (values, episode) => {
    expect(read(values)).toEqual({ episode, warnings: [] });
  });

  it("returns undefined for an article without podcast fields", () => {
    expect(read({ title: "Moon" })).toEqual({ episode: undefined, warnings: [] });
  });

  it.each(["0", "-1", "1.5", "one", "1e3", "1234567890123"])("warns about the number %s and ignores it", (number) => {
    expect(read({ episode: number, season: number, explicit: "true" })).toEqual({
      episode: { explicit: true },
      warnings: ["episode", "season"].map((field) => `${field}: Cannot use ${field} "${number}": it is not a whole number from 1 on`),
    });
  });

  it.each<[Readonly<Record<string, FrontMatterValue>>, object]>([
    [{ episodeTitle: " The moon " }, { episodeTitle: "The moon" }],
    [{ block: "yes" }, { block: true }],
    [{ persons: "Ada" }, { persons: [{ name: "Ada" }] }],
    [
      { persons: ["Ada", { name: "Eve", role: "Guest", group: "Writing", url: "https://e.example", image: "https://e.example/e.png" }] },
      {
        persons: [
          { name: "Ada" },
          { name: "Eve", role: "guest", group: "writing", image: "https://e.example/e.png", url: "https://e.example/" },
        ],
      },
    ],
    [
      { persons: { name: "Eve", href: "https://e.example/", img: "https://e.example/e.png" } },
      { persons: [{ name: "Eve", image: "https://e.example/e.png", url: "https://e.example/" }] },
    ],
    [{ transcript: "ep.vtt" }, { transcripts: [{ url: "ep.vtt" }] }],
    [
      { transcript: ["ep.vtt", { url: "ep.txt", type: "text/plain", language: "DE" }] },
      { transcripts: [{ url: "ep.vtt" }, { url: "ep.txt", type: "text/plain", language: "de" }] },
    ],
    [{ chapters: "ep.json" }, { chapters: "ep.json" }],
  ])("reads %j", (values, episode) => {
    expect(read(values)).toEqual({ episode, warnings: [] });
  });

  it("warns about an unknown key of a table, and uses the others", () => {
    expect(read({ persons: { name: "Eve", rolle: "guest" }, transcript: { url: "t.vtt", lang: "de", rel: "captions" } })).toEqual({
      episode: { persons: [{ name: "Eve" }], transcripts: [{ url: "t.vtt" }] },
      warnings: [
        'persons: Cannot use persons {"name":"Eve","rolle":"guest"}: a person has no "rolle"; did you mean role?',
        'transcript: Cannot use transcript {"url":"t.vtt","lang":"de","rel":"captions"}: a transcript has no "lang"; did you mean language?',
        'transcript: Cannot use transcript {"url":"t.vtt","lang":"de","rel":"captions"}: a transcript has no "rel"; write { url, type, language }',
      ],
    });
  });

  it.each([
    [{ name: "Eve", url: "javascript:alert(1)" }, "url"],
    [{ name: "Eve", href: "eve.example" }, "href"],
    [{ name: "Eve", img: "eve.png" }, "img"],
  ])("keeps the name of a person without a usable URL: %j", (person, key) => {
    expect(read({ persons: person as FrontMatterValue })).toEqual({
      episode: { persons: [{ name: "Eve" }] },
      warnings: [`persons: Cannot use persons ${JSON.stringify(person)}: ${key} is not a URL that begins with https://; it was left out`],
    });
  });

  it("warns about a comma that may separate two names", () => {
    expect(read({ persons: "Ada, Bob" })).toEqual({
      episode: { persons: [{ name: "Ada, Bob" }] },
      warnings: ['persons: Cannot be sure whether "Ada, Bob" is one person: write a list for several, or { name: "Ada, Bob" }'],
    });
    expect(read({ persons: { name: "Ada, Bob" } }).warnings).toEqual([]);
    expect(read({ persons: ["Jo Bell, PhD", { name: "Kim" }] })).toEqual({
      episode: { persons: [{ name: "Jo Bell, PhD" }, { name: "Kim" }] },
      warnings: [],
    });
  });

  it("names a key in the spelling of the article", () => {
    expect(read({ block: "maybe" }, () => "itunesBlock").warnings).toEqual([
      'block: Cannot use itunesBlock "maybe": it is neither true nor false',
    ]);
  });

  it.each<[string, FrontMatterValue, string]>([
    ["block", "maybe", 'Cannot use block "maybe": it is neither true nor false'],
    ["persons", { role: "guest" }, 'Cannot use persons {"role":"guest"}: write a name, or { name, role, group, url, image }'],
    [
      "transcript",
      { url: "ep.vtt", language: "?" },
      'Cannot use transcript {"url":"ep.vtt","language":"?"}: write the name of a file, or { url, type, language }',
    ],
    ["chapters", ["a", "b"], 'Cannot use chapters ["a","b"]: write the name of a JSON file'],
    ["episodeType", "teaser", 'Cannot use episodeType "teaser": it is not full, trailer or bonus'],
    ["episodeType", ["full"], 'Cannot use episodeType ["full"]: it is not full, trailer or bonus'],
    ["explicit", "clean", 'Cannot use explicit "clean": it is neither true nor false'],
  ])("warns about the %s %j", (field, value, message) => {
    expect(read({ [field]: value })).toEqual({ episode: undefined, warnings: [`${field}: ${message}`] });
  });
});
