import { describe, expect, it } from "vitest";
import { parseFrontMatter } from "../../../../src/content/front-matter/front-matter.ts";
import { metadataKeys } from "../../../../src/content/front-matter/keys/metadata-keys.ts";
import { type Metadata, readMetadata } from "../../../../src/content/metadata/metadata.ts";
import { formatDiagnostic } from "../../../../src/model/diagnostic.ts";
import { parseFileName } from "../../../../src/model/file-name.ts";

function read(yaml: string, source = "x.md"): Metadata & { readonly problems: readonly string[] } {
  const problems: string[] = [];
  const metadata = readMetadata(
    parseFrontMatter("x.md", `---\n${yaml}\n---\n`),
    (problem) => problems.push(formatDiagnostic(problem)),
    parseFileName(source),
  );
  return { ...metadata, problems };
}

describe("readMetadata()", () => {
  it.each([
    ["title", "Moon", "title"],
    ["date", "2024-11-06", "date pubDate publishDate published_at published publishedAt published_date"],
    ["updated", "2024-11-07", "updated lastmod modified updatedDate updated_at last_modified_at lastModified date-modified"],
    ["expires", "2024-11-08", "expires expiryDate unpublishDate"],
    ["slug", "moon", "slug"],
    ["permalink", "/moon", "permalink url path"],
    ["id", "tag:x", "id guid"],
    ["summary", "Short.", "summary description excerpt custom_excerpt spoiler subtitle"],
    ["language", "de", "language lang locale"],
  ] as const)("finds %s under all its names", (field, value, keys) => {
    expect(metadataKeys[field]).toEqual(expect.arrayContaining(keys.split(" ")));
    for (const key of metadataKeys[field]) {
      const metadata = read(`${key}: ${value}`);
      expect(metadata).toMatchObject({ [field]: value, problems: [] });
      expect(metadata.keys[field]).toBe(key);
    }
  });

  it("prefers our own key", () => {
    expect(read("lastmod: 2024-11-08\nupdated: 2024-11-07").updated).toBe("2024-11-07");
  });

  it("joins the lines of a text, and ignores an empty one", () => {
    expect(read("title: >\n  A long\n  title\nsummary: ''\nslug: ~\nid: null\nlanguage:")).toMatchObject({
      title: "A long title",
      problems: [],
    });
    expect(read("summary: ''\nslug: ~\nid: null\nlanguage:")).not.toHaveProperty("summary");
    expect(Object.keys(read("slug: ~").keys)).toEqual([]);
  });

  it.each([
    ["titel: x", '"titel"', '; did you mean "title"?'],
    ["catgories: x", '"catgories"', '; did you mean "categories"?'],
    ["mood: x", '"mood"', ""],
  ])("warns about the unknown key in %s", (yaml, key, advice) => {
    expect(read(`date: 2024-11-06\n${yaml}`).problems).toEqual([`x.md:3:1 warning Cannot use key ${key}: it is not known${advice}`]);
  });

  it("does not warn of a key that repeats the title or the date", () => {
    const { problems } = read("title: Moon\nheadline: Moon\ndate: 2024-11-06\nposted: 2024-11-06\nseen: 2024-11-07\nsubject: Sun");
    expect(problems.map((problem) => problem.replace(/: it is.*/, ""))).toEqual([
      'x.md:6:1 warning Cannot use key "seen"',
      'x.md:7:1 warning Cannot use key "subject"',
    ]);
  });

  it("ignores keys of other generators without a warning", () => {
    expect(read("layout: post\nweight: 3\ntoc: true\nextra: {a: b}\ncomments: false\n_build: {}\nShowToc: true").problems).toEqual([]);
  });

  it("reads keys in any case, and prefers our spelling", () => {
    expect(read("Title: Moon\nPublishDate: 2024-11-06\nTAGS: [a]\nDraft: true")).toMatchObject({
      title: "Moon",
      date: "2024-11-06",
      categories: ["a"],
      draft: true,
      problems: [],
    });
    expect(read("Title: Sun\ntitle: Moon").title).toBe("Moon");
    expect(read("title: Moon\nTitle: Sun").title).toBe("Moon");
    expect(read("Lang: a b").problems).toEqual([expect.stringMatching(/^x\.md:2:7 warning Cannot use language/)]);
  });

  it.each([
    "date: 0000-00-00 00:00:00",
    "updated: false",
    "expires: false",
    "summary: false",
    "image: true",
    "permalink: https://x.example/?p=12",
    "images: []",
    "header: {overlay_color: red}",
  ])("ignores %s", (yaml) => {
    const { problems, keys } = read(yaml);
    expect({ problems, keys }).toEqual({ problems: [], keys: {} });
  });

  it("prefers a feed's guid to a database number", () => {
    expect(read("id: 12\nguid: https://x.example/?p=12").id).toBe("https://x.example/?p=12");
    expect(read("guid: x\nid: urn:12").id).toBe("urn:12");
    expect(read("id: 12").id).toBe("12");
  });

  it("warns about a value that is not text", () => {
    expect(read("title: [a, b]").problems).toEqual(['x.md:2:8 warning Cannot use title ["a","b"]: it is not text']);
    expect(read("title: [a, b]").title).toBeUndefined();
  });

  it.each([
    ["author: Ada", [{ name: "Ada" }]],
    ["authors: [Ada, Bob]", [{ name: "Ada" }, { name: "Bob" }]],
    ["author: Ada <ada@example.com>", [{ name: "Ada", email: "ada@example.com" }]],
    ["author: <ada@example.com>", [{ name: "ada@example.com", email: "ada@example.com" }]],
    [
      "author: {name: Ada, url: https://ada.example, email: ada@example.com}",
      [{ name: "Ada", url: "https://ada.example/", email: "ada@example.com" }],
    ],
    ["author: {name: Ada, email: nobody}", [{ name: "Ada" }]],
    ["author: ''", []],
    ["author: ada@example.com (Ada Marsh)", [{ name: "Ada Marsh", email: "ada@example.com" }]],
    ["author: {display_name: Ada, login: admin, email: ada@example.com}", [{ name: "Ada", email: "ada@example.com" }]],
    ["taxonomies: {authors: [Ada]}", [{ name: "Ada" }]],
    ["extra: {author: Ada}", [{ name: "Ada" }]],
    ["params: {author: {name: Ada}}", [{ name: "Ada" }]],
  ])("reads %s", (yaml, authors) => {
    expect(read(yaml)).toMatchObject({ authors, problems: [] });
  });

  it("warns about an author without a name", () => {
    expect(read("authors:\n  - {email: ada@example.com}\n  - Bob")).toMatchObject({
      authors: [{ name: "Bob" }],
      problems: ["x.md:2:1 warning Cannot use an author without a name; it was left out"],
    });
  });

  it.each([
    ["tags: [Moon, moon, MOON, Sun]", ["Moon", "Sun"]],
    ["categories: [Moon]\ntags: [moon, Tides]\ntag: Sea", ["Moon", "Tides", "Sea"]],
    ["category: R&D", ["R&D"]],
    ["tags: a, b ,, c", ["a", "b", "c"]],
    ['tags: ["a, b"]', ["a, b"]],
    ["tags: null\ncategory: ~\ncategories:", []],
    ["taxonomies: {author: [Ada], coauthors: [Bob], authorship: [C]}", ["Bob", "C"]],
    ["tags: {name: Moon}", ["Moon"]],
    ["tags: [null, Open   Sea]", ["Open Sea"]],
    ["taxonomies: {tags: [Moon], categories: [Sky], authors: [Ada], places: [Sea]}", ["Sky", "Moon", "Sea"]],
    ["categories: [[Diary, Games], [Diary, Walks], Life]", ["Diary", "Games", "Walks", "Life"]],
    ["categories:\n- - Diary\n  - Games", ["Diary", "Games"]],
    ["tags: [{name: Moon, slug: moon}, {title: Sun}]", ["Moon", "Sun"]],
    ["tags: two words", ["two words"]],
    ['tags: [Ä, "A\\u0308", ä]', ["Ä"]],
  ])("reads %s", (yaml, categories) => {
    expect(read(yaml)).toMatchObject({ categories, problems: [] });
  });

  it("warns about a category that is not text", () => {
    expect(read("tags: [{a: b}, c]")).toMatchObject({
      categories: ["c"],
      problems: ["x.md:2:7 warning Cannot use a value of tags: it is not text"],
    });
    expect(read("categories: [{a: b}]")).toMatchObject({
      categories: [],
      problems: ["x.md:2:13 warning Cannot use a value of categories: it is not text"],
    });
  });

  it.each([
    ["what lies in _posts under its date", "_posts/2024-11-06-x.md", "tags: a b\ncategories: c d", ["c", "d", "a", "b"]],
    ["what has the date in its name and a layout", "2024-11-06-x.md", "layout: post\ntags: a  b", ["a", "b"]],
    ["never the singular", "_posts/2024-11-06-x.md", "layout: post\ntag: a b\ncategory: c d", ["c d", "a b"]],
    ["nor where commas are", "_posts/2024-11-06-x.md", "tags: a b, c", ["a b", "c"]],
    ["nor in a list", "_posts/2024-11-06-x.md", "tags: [a b, c]", ["a b", "c"]],
    ["nor Hexo's", "_posts/x.md", "tags: a b", ["a b"]],
  ])("splits tags of Jekyll at spaces: %s", (_, source, yaml, categories) => {
    expect(read(yaml, source)).toMatchObject({ categories, problems: [] });
  });

  it.each([
    ["2024-11-06-x.md", "tags: a b", "2:7"],
    ["x.md", "layout: post\ntags: a b", "3:7"],
  ])("does not split ambiguous tags, and warns: %s", (source, yaml, place) => {
    expect(read(yaml, source)).toMatchObject({
      categories: ["a b"],
      problems: [
        `x.md:${place} warning Cannot be sure whether tags "a b" is one or several: it is used as one; write ["a b"] or ["a","b"]`,
      ],
    });
  });

  it("names the words of an ambiguous value, and accepts a single word", () => {
    expect(read("tags: a  b", "2024-11-06-x.md").problems).toEqual([expect.stringContaining('write ["a  b"] or ["a","b"]')]);
    expect(read("tags: Moon", "2024-11-06-x.md")).toMatchObject({ categories: ["Moon"], problems: [] });
  });

  it("uses the folders above _posts as categories, and separates categories from tags", () => {
    expect(read("categories: [b]\ntags: [c]", "a/_posts/2024-11-06-x.md")).toMatchObject({
      categories: ["a", "b", "c"],
      categoriesOnly: ["a", "b"],
    });
    expect(read("", "a/2024-11-06-x.md")).toMatchObject({ categories: [], categoriesOnly: [] });
    expect(read("", "a/_posts/x.md")).toMatchObject({ categories: [], categoriesOnly: [] });
  });

  it.each([
    ["image: moon.png", { url: "moon.png" }],
    ["cover: {image: moon.png, alt: The moon}", { url: "moon.png", alt: "The moon" }],
    ["feature_image: {src: moon.png}", { url: "moon.png" }],
    ["thumbnail: {url: moon.png}", { url: "moon.png" }],
    ["heroImage: {path: moon.png}", { url: "moon.png" }],
    ["images: [moon.png, sun.png]", { url: "moon.png" }],
    ["header: {teaser: moon.png}", { url: "moon.png" }],
    ["image: {feature: moon.png}", { url: "moon.png" }],
    ["hero: moon.png", { url: "moon.png" }],
    ["cover: false\nfeatured_image: moon.png", { url: "moon.png" }],
    ["extra: {image: moon.png}", { url: "moon.png" }],
    ["image: moon.png\nimage_alt: A", { url: "moon.png", alt: "A" }],
    ["image: moon.png\nimagealt: A", { url: "moon.png", alt: "A" }],
    ["images: [moon.png]\nimageAlt: A", { url: "moon.png", alt: "A" }],
    ["cover: moon.png\ncover_alt: A", { url: "moon.png", alt: "A" }],
    ["coverImage: moon.png\ncoverAlt: A", { url: "moon.png", alt: "A" }],
    ["cover_image: moon.png\ncoverImageAlt: A", { url: "moon.png", alt: "A" }],
    ["thumbnail: moon.png\nthumbnail_alt: A", { url: "moon.png", alt: "A" }],
    ["heroImage: moon.png\nheroAlt: A", { url: "moon.png", alt: "A" }],
    ["featuredImage: moon.png\nfeaturedImageAlt: A", { url: "moon.png", alt: "A" }],
    ["og_image: moon.png\nog_image_alt: A", { url: "moon.png", alt: "A" }],
    ["params: {thumbnail: moon.png, thumbnailAlt: A}", { url: "moon.png", alt: "A" }],
    ["cover: {image: moon.png, alt: A}\ncover_alt: B", { url: "moon.png", alt: "A" }],
    ["cover: moon.png\nimage_alt: B\ncover_alt: A", { url: "moon.png", alt: "A" }],
    ["hero: moon.png\nimage_alt: A", { url: "moon.png", alt: "A" }],
    ["cover: moon.png\nthumbnail: false\nthumbnail_alt: A", { url: "moon.png", alt: "A" }],
  ])("reads %s", (yaml, image) => {
    expect(read(yaml)).toMatchObject({ image, problems: [] });
  });

  it.each([
    ["cover: moon.png\nthumbnail: sun.png\nthumbnail_alt: B"],
    ["image: moon.png\nog_image: sun.png\nogImageAlt: B"],
    ["image: moon.png\nimage_alt: ''"],
    ["image: moon.png\nimage_alt: false"],
  ])("reads no words of another picture: %s", (yaml) => {
    const { image, problems } = read(yaml);
    expect({ image, problems }).toEqual({ image: { url: "moon.png" }, problems: [] });
  });

  it("reads an enclosure", () => {
    expect(read("enclosure: talk.mp3").enclosure).toEqual({ url: "talk.mp3" });
    const table = 'enclosure: {url: talk.mp3, type: audio/mpeg, length: 123, duration: "1:02", title: Talk}';
    expect(read(table).enclosure).toEqual({ url: "talk.mp3", type: "audio/mpeg", length: 123, duration: 62, title: "Talk" });
    expect(read("enclosure: {url: talk.mp3, length: 1 MB}").enclosure).toEqual({ url: "talk.mp3" });
  });

  it("warns about an invalid duration at the enclosure", () => {
    expect(read("title: Talk\nenclosure: {url: talk.mp3, duration: an hour}")).toMatchObject({
      enclosure: { url: "talk.mp3" },
      problems: ['x.md:3:12 warning Cannot use enclosure.duration "an hour": it is neither a number of seconds nor a time such as 1:02:03'],
    });
  });

  it("reads podcast fields", () => {
    expect(read("episode: 12\nseason: 2\nepisodeType: Bonus\nexplicit: yes")).toMatchObject({
      podcast: { episode: 12, season: 2, episodeType: "bonus", explicit: true },
      problems: [],
    });
    expect(read("title: Moon")).not.toHaveProperty("podcast");
  });

  it("warns about invalid podcast fields at their keys", () => {
    expect(read("title: Moon\nseason: first").problems).toEqual([
      'x.md:3:9 warning Cannot use season "first": it is not a whole number from 1 on',
    ]);
  });

  it("gives the warnings of equal values without a file one key, so that a site has one of them", () => {
    const keys: (string | undefined)[] = [];
    for (const yaml of ["thumbnail: {}", "cover: {}", "cover: {a: x}"])
      readMetadata(parseFrontMatter("x.md", `---\n${yaml}\n---\n`), ({ dedupeKey }) => keys.push(dedupeKey));
    expect(keys).toEqual([expect.stringContaining("Cannot use image {}"), keys[0], expect.stringContaining('{"a":"x"}')]);
  });

  it("warns about a picture or enclosure without a file", () => {
    expect(read("cover: [{alt: x}]\nenclosure: {type: audio/mpeg}").problems).toEqual([
      'x.md:2:8 warning Cannot use image [{"alt":"x"}]: it names no file',
      'x.md:3:12 warning Cannot use enclosure {"type":"audio/mpeg"}: it names no file',
    ]);
  });

  it.each([
    ["draft: true", true],
    ["draft: True", true],
    ["draft: yes", true],
    ["draft: false", false],
    ["published: false", true],
    ["published: False", true],
    ["published: no", true],
    ["published: true", false],
    ["status: draft", true],
    ["status: Private", true],
    ["status: publish", false],
    ["permalink: false", true],
    ["headless: true", true],
    ["_build: {render: never}", true],
    ["build: {list: never, render: always}", false],
    ["eleventyExcludeFromCollections: true", false],
    ["build: {render: link}", false],
    ["render: false", true],
    ["title: x", false],
  ])("reads whether it is a draft from %s", (yaml, draft) => {
    expect(read(yaml).draft).toBe(draft);
    expect(read(yaml).date).toBeUndefined();
  });

  it("recognizes a draft by its folder", () => {
    expect(read("title: x", "a/_drafts/x.md").draft).toBe(true);
  });

  it.each([
    ["aliases: [/a, ' /b ', '']", ["/a", "/b"]],
    ["redirect_from: /a", ["/a"]],
    ["redirect_from: /a\naliases: [/b, /a]\nalias: /c", ["/b", "/a", "/c"]],
  ])("reads %s", (yaml, aliases) => {
    expect(read(yaml).aliases).toEqual(aliases);
  });

  it.each([
    [
      "aliases: [//evil.example/x]",
      ["//evil.example/x"],
      "The alias //evil.example/x redirects /evil.example/x on this site: write one slash",
    ],
    ["redirect_from: [{a: b}]", [], 'Cannot use the alias {"a":"b"}: it is not a path such as /old'],
  ])("warns about %s", (yaml, aliases, message) => {
    const found = read(yaml);
    expect([found.aliases, found.problems]).toEqual([aliases, [expect.stringContaining(message)]]);
  });

  it("normalizes a language tag and warns about an invalid one", () => {
    expect(read("lang: pt_br").language).toBe("pt-BR");
    expect(read("lang: a b")).toMatchObject({
      problems: ['x.md:2:7 warning Cannot use language "a b": it is not a BCP 47 tag, such as en or pt-BR; the site\'s language is used'],
    });
    expect(read("lang: a b").language).toBeUndefined();
  });

  it.each([
    ["English", "en", "write en"],
    ["Français", "fr", "write fr"],
    ["tok", "tok", undefined],
    ["apc", "apc", undefined],
    ["zh-yue", "yue", undefined],
    ["x-klingon", "und-x-klingon", undefined],
    ["zzz", undefined, "there is no such language; the site's language is used"],
  ])("reads the language %s", (name, language, advice) => {
    const { language: found, problems } = read(`lang: ${name}`);
    expect([found, problems]).toEqual([
      language,
      advice === undefined ? [] : [`x.md:2:7 warning Cannot use language "${name}": ${advice}`],
    ]);
  });

  it("does not read an object's prototype", () => {
    const metadata = read("__proto__: {title: Evil}\nconstructor: x");
    expect(metadata.title).toBeUndefined();
    expect(metadata.problems).toHaveLength(2);
  });

  it.each([
    ["authors", "authors", 2],
    ["tags", "categories", 2],
    ["aliases", "aliases", 2],
    ["redirect_from", "aliases", 2],
  ] as const)("rejects more than a thousand %s, and keeps the first ones", (key, field, line) => {
    const terms = Array.from({ length: 1001 }, (_, index) => `/t${index}`);
    expect(read(`${key}: [${terms.slice(1).join(", ")}]`).problems).toEqual([]);
    const metadata = read(`${key}: [${terms.join(", ")}]`);
    expect(metadata.problems).toEqual([`x.md:${line}:${key.length + 3} error Cannot use 1001 ${key}: the limit is 1000`]);
    expect(metadata[field]).toHaveLength(1000);
  });
});
