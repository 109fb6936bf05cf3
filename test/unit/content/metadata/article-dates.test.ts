import { describe, expect, it } from "vitest";
import { compileAll, compileOne, now, site } from "../sample.ts";

describe("readDates() and publishDate", () => {
  it.each([
    ["later than the date", "date: 2024-11-06T12:00Z\npublishDate: 2024-11-08T12:00Z", "2024-11-08T12:00:00.000Z"],
    ["earlier than the date", "date: 2024-11-06T12:00Z\npublishDate: 2024-11-05T12:00Z", "2024-11-06T12:00:00.000Z"],
    ["alone", "publishDate: 2024-11-05T12:00Z", "2024-11-05T12:00:00.000Z"],
  ])("publishes no article before it: %s", async (_, yaml, expected) => {
    expect(new Date((await compileOne(`---\n${yaml}\n---\nText`, "moon.md")).published).toISOString()).toBe(expected);
  });

  it("does not change the date in the permalink", async () => {
    const text = "---\ndate: 2024-11-06\npublishDate: 2024-12-08\n---\nText";
    const options = { site: { ...site, permalink: "/:year/:month/:slug/" } };
    expect((await compileOne(text, "moon.md", options)).path).toBe("/2024/11/moon/");
  });

  it("reports an invalid one", async () => {
    expect((await compileAll({ "a.md": "---\ndate: 2024-11-06\npublishDate: soon\n---\nText" })).problems).toEqual([
      expect.stringMatching(/^articles\/a\.md:3:14 error Cannot read publishDate "soon": not a date/),
    ]);
  });
});

describe("readDates() and tables of dates", () => {
  it.each([
    ["date: { created: 2024-11-06T12:00Z, updated: 2024-11-08T12:00Z }", "2024-11-06", "2024-11-08"],
    ["date:\n  created: 2024-11-06T12:00Z", "2024-11-06", "2024-11-06"],
    ["date: { created: 2024-11-06T12:00Z, updated: 2024-11-08T12:00Z }\nupdated: 2024-11-09T12:00Z", "2024-11-06", "2024-11-09"],
    ["date: 2024-11-06T12:00Z\nlast_update: { date: 2024-11-08T12:00Z, author: Ada }", "2024-11-06", "2024-11-08"],
    ["date: 2024-11-06T12:00Z\nlast_update: { author: Ada }", "2024-11-06", "2024-11-06"],
  ])("reads %j", async (yaml, published, updated) => {
    const entry = await compileOne(`---\n${yaml}\n---\nText`, "moon.md");
    const days = [entry.published, entry.updated].map((instant) => new Date(instant).toISOString());
    expect([days, entry.problems]).toEqual([[`${published}T12:00:00.000Z`, `${updated}T12:00:00.000Z`], []]);
  });

  it.each([
    ["date: { updated: 2024-11-08 }", "error Cannot find a date"],
    ["date: { created: soon }", 'a.md:2:7 error Cannot read date "soon"'],
    ["date: { created: 2024-11-06, updated: soon }", 'a.md:2:7 error Cannot read updated "soon"'],
  ])("reports the fault of %j", async (yaml, message) => {
    expect((await compileAll({ "a.md": `---\n${yaml}\n---\nText` })).problems).toEqual([expect.stringContaining(message)]);
  });
});

describe("readDates() and the zero date", () => {
  const zero = "0001-01-01T00:00:00Z";

  it.each(["UTC", "Europe/Berlin", "America/New_York"])("is an error with a remedy: %s", async (timezone) => {
    for (const date of ["0001-01-01", zero]) {
      const { entries, problems } = await compileAll({ "a.md": `---\ndate: ${date}\n---\nText` }, { site: { ...site, timezone } });
      const reason = 'this is how Hugo and Go write "no date"; write the day of publication, as 2024-11-06';
      expect({ entries, problems }).toEqual({ entries: [], problems: [`articles/a.md:2:7 error Cannot read date "${date}": ${reason}`] });
    }
  });

  it("is ignored with a warning if no date is needed", async () => {
    const fields = `updated: ${zero}\npublishDate: ${zero}\nexpiryDate: ${zero}`;
    const { entries, problems } = await compileAll({
      "a.md": `---\ndate: 2024-11-06T12:00:00Z\n${fields}\n---\nText`,
      "b.md": `---\ndraft: true\ndate: ${zero}\n---\nText`,
    });
    expect(entries.map(({ published, source, updated }) => [source, published, updated])).toEqual([
      ["a.md", Date.UTC(2024, 10, 6, 12), Date.UTC(2024, 10, 6, 12)],
    ]);
    const ignored = (key: string) => `Ignored ${key} "${zero}": this is how Hugo and Go write "no date"; delete the line`;
    expect(problems).toEqual([
      `articles/a.md:3:10 warning ${ignored("updated")}`,
      `articles/a.md:4:14 warning ${ignored("publishDate")}`,
      `articles/a.md:5:13 warning ${ignored("expiryDate")}`,
      `articles/b.md:3:7 warning ${ignored("date")}`,
    ]);
  });
});

describe("readDates() and the time of a file", () => {
  it("is ignored with a warning if no date is needed", async () => {
    const { entries, problems } = await compileAll({
      "a.md": "---\ndate: 2024-11-06T12:00:00Z\nupdated: git Last Modified\n---\nText",
      "b.md": "---\ndraft: true\ndate: Created\n---\nText",
      "c.md": "---\nfeed: false\ndate: Last Modified\n---\nText",
    });
    expect(entries.map(({ source, updated }) => [source, updated])).toEqual([
      ["a.md", Date.UTC(2024, 10, 6, 12)],
      ["c.md", 0],
    ]);
    const ignored = (line: string) => `Ignored ${line}: the time of a file changes with every copy; delete the line`;
    expect(problems).toEqual([
      `articles/a.md:3:10 warning ${ignored('updated "git Last Modified"')}`,
      `articles/b.md:3:7 warning ${ignored('date "Created"')}`,
      `articles/c.md:3:7 warning ${ignored('date "Last Modified"')}`,
    ]);
  });

  it("is an error for a post without another date", async () => {
    const { problems } = await compileAll({ "a.md": "---\ndate: Last Modified\n---\nText" });
    expect(problems).toEqual([expect.stringMatching(/^articles\/a\.md:2:7 error Cannot read date "Last Modified": the time of a file/)]);
    const named = await compileAll({ "2024-11-06-a.md": "---\ndate: Last Modified\n---\nText" });
    expect(named.problems).toEqual([expect.stringMatching(/ warning .* it was read as the date of the file name, 2024-11-06$/)]);
  });
});

describe("readDates() and an unreadable date of an unlisted article", () => {
  it.each(["2024", "soon", "2024-13-45", "31/02/2024"])("ignores %s with a warning", async (date) => {
    const { entries, problems } = await compileAll({ "a.md": `---\nfeed: false\ndate: ${date}\n---\nText` });
    expect(entries).toMatchObject([{ source: "a.md", published: 0 }]);
    expect(problems).toEqual([
      expect.stringMatching(
        /^articles\/a\.md:3:7 warning Cannot read date .*; an article without a feed needs no date, so it was ignored$/,
      ),
    ]);
  });

  it("ignores the day of an update and of a file name with a warning", async () => {
    const { entries, problems } = await compileAll({
      "a.md": "---\nfeed: false\nupdated: soon\n---\nText",
      "2024-13-45-b.md": "---\nfeed: false\n---\nText",
    });
    expect(entries.map(({ published, updated }) => [published, updated])).toEqual([
      [0, 0],
      [0, 0],
    ]);
    expect(problems.map((problem) => / (warning Cannot read [^:]*)/.exec(problem)?.[1]).toSorted()).toEqual([
      'warning Cannot read the date "2024-13-45" of the file name',
      'warning Cannot read updated "soon"',
    ]);
  });

  it("is an error if it decides when the article is public, and for a post", async () => {
    const { problems } = await compileAll({ "a.md": "---\nfeed: false\nexpires: soon\n---\nText", "c.md": "---\ndate: soon\n---\nText" });
    expect(problems).toEqual([
      expect.stringMatching(/ error Cannot read expires "soon"/),
      expect.stringMatching(/ error Cannot read date "soon"/),
    ]);
  });
});

describe("readDates() and expiryDate", () => {
  const dated = (yaml: string) => `---\ndate: 2024-11-06\n${yaml}\n---\nText`;

  it("excludes expired articles, with one warning", async () => {
    const articles = { "a.md": dated("expiryDate: 2024-12-01"), "b.md": dated("expires: 2024-12-02"), "c.md": dated("") };
    const { entries, problems } = await compileAll(articles);
    expect(entries.map(({ source }) => source)).toEqual(["c.md"]);
    expect(problems).toEqual([
      'articles/a.md:3:13 warning Left out an expired article: expiryDate "2024-12-01" has passed (and in 1 more file)',
    ]);
    expect((await compileAll(articles, { development: true })).entries).toHaveLength(1);
  });

  it("lists the addresses of expired articles as removed, except those of drafts and of articles that were never public", async () => {
    const { redirects } = await compileAll({
      "a.md": dated("expires: 2024-12-01\naliases: [/old/a/, /c%20d]\npermalink: /a/"),
      "b.md": dated("expires: 2024-12-01\ndraft: true"),
      "c.md": "---\ndate: 2024-12-02\nexpires: 2024-12-01\n---\nText",
      "d.md": dated(""),
    });
    expect(redirects.gone).toEqual(["/a", "/old/a", "/c d"]);
  });

  it("is exact to the instant, in the site's zone", async () => {
    const a = dated("expires: 2025-01-01T13:00"); // Berlin
    expect((await compileAll({ "a.md": a }, { now: now - 1 })).entries).toHaveLength(1);
    expect((await compileAll({ "a.md": a }, { now })).entries).toHaveLength(0);
  });

  it("keeps a later expiry", async () => {
    const { expires, problems } = await compileOne(dated("expires: 2025-12-01"), "a.md");
    expect({ expires, problems }).toEqual({ expires: Date.UTC(2025, 10, 30, 23), problems: [] }); // Berlin
  });

  it("does not warn about a draft, and reports an invalid date", async () => {
    expect((await compileAll({ "a.md": dated("draft: true\nexpires: 2024-12-01") })).problems).toEqual([]);
    expect((await compileAll({ "a.md": dated("expires: never") })).problems).toEqual([
      expect.stringMatching(/^articles\/a\.md:3:10 error Cannot read expires "never"/),
    ]);
    expect((await compileAll({ "a.md": dated("expiryDate: never") })).problems).toEqual([
      expect.stringMatching(/^articles\/a\.md:3:13 error Cannot read expiryDate "never"/),
    ]);
  });
});

describe("readDates() and dates of names", () => {
  const dateOf = async (text: string, source: string) => {
    const { problems, published } = await compileOne(text, source);
    return { problems, date: new Date(published - (published % 1000)).toISOString() };
  };

  it.each([
    ["its path", '---\npath: "2014/12/12/slug"\n---\nText', "moon.md", "2014-12-11T23:00:00.000Z"],
    ["its path in TOML", '+++\npath = "2014/12/12/slug"\n+++\nText', "moon.md", "2014-12-11T23:00:00.000Z"],
    ["its permalink", "---\npermalink: /2014/7/1/slug/\n---\nText", "2013/01/01/moon.md", "2014-06-30T22:00:00.000Z"],
    ["its folders", "Text", "2023/11/02/x/index.md", "2023-11-01T23:00:00.000Z"],
    ["its name, however early", "Text", "1850-10-03-x.md", "1850-10-02T23:06:32.000Z"],
    ["its name, with one digit", "Text", "2013-10-3-x.md", "2013-10-02T22:00:00.000Z"],
  ])("finds the date in %s", async (_, text, source, date) => {
    expect(await dateOf(text, source)).toMatchObject({ date });
  });

  it("keeps the address of a name with one digit", async () => {
    expect((await compileOne("---\ndate: 2020-01-01\n---\nText", "2013-10-3-x.md")).path).toBe("/articles/2013-10-3-x");
    expect((await compileOne("Text", "2013-10-3-x.md")).path).toBe("/articles/2013-10-3-x");
  });

  it("uses the digits of the file name as a date, except for an unlisted article, whose address must not change", async () => {
    const options = { site: { ...site, permalink: "/:year/:month/:slug/" } };
    const entry = await compileOne("Text", "20241105_note.md", options);
    expect([entry.published, entry.path]).toEqual([Date.UTC(2024, 10, 4, 23), "/2024/11/20241105_note/"]);
    expect((await compileOne("---\nfeed: false\n---\nText", "20241105_note.md", options)).path).toBe("/20241105_note");
    expect((await compileAll({ "20241399-note.md": "Text" })).problems).toEqual([expect.stringMatching(/Cannot find a date/)]);
  });

  it("uses the date of the file name instead of an unreadable one", async () => {
    expect(await dateOf("---\ndate: soon\n---\nText", "2024-11-06-moon.md")).toEqual({
      date: "2024-11-05T23:00:00.000Z",
      problems: [
        'articles/2024-11-06-moon.md:2:7 warning Cannot read date "soon": not a date; write it as 2024-11-06 or 2024-11-06T12:00:00Z; it was read as the date of the file name, 2024-11-06',
      ],
    });
  });

  it("reads spellings of other programs with a warning, unless the file name has a date, which may be in the address", async () => {
    expect(await dateOf("---\ndate: 08 / 28 / 2022\n---\nText", "moon.md")).toEqual({
      date: "2022-08-27T22:00:00.000Z",
      problems: [expect.stringMatching(/^articles\/moon\.md:2:7 warning Cannot read date .* it was read as 08\/28\/2022$/)],
    });
    expect(await dateOf("---\ndate: 08 / 28 / 2022\n---\nText", "2022-08-27-moon.md")).toEqual({
      date: "2022-08-26T22:00:00.000Z",
      problems: [expect.stringMatching(/ it was read as the date of the file name, 2022-08-27$/)],
    });
  });

  it("repairs a date, but not one that decides whether an article is public", async () => {
    expect(await dateOf("---\ndate: 2021-02-29T16:00Z\n---\nText", "moon.md")).toEqual({
      date: "2021-03-01T16:00:00.000Z",
      problems: ['articles/moon.md:2:7 warning Cannot read date "2021-02-29T16:00Z": no such day; it was read as 2021-03-01T16:00Z'],
    });
    const { problems } = await compileAll({ "a.md": "---\ndate: 2024-11-06\nexpires: 2021-02-29\n---\nText" });
    expect(problems).toEqual(['articles/a.md:3:10 error Cannot read expires "2021-02-29": no such day']);
  });

  it.each([
    ["its path", "Seen on May 4, 2023.", "moon-20141212.md", 'the file\'s path has "moon-20141212.md"', "2014-12-12"],
    ["an old address", "---\naliases: [/a/2014/12/12/]\n---\nMay 4, 2023.", "moon.md", 'its address has "/a/2014/12/12/"', "2014-12-12"],
  ])("suggests a date in %s before one in the text", async (_, text, source, found, date) => {
    expect((await compileAll({ [source]: text })).problems[0]).toContain(`${found}; if that is it, add the line "date: ${date}"`);
  });
});
