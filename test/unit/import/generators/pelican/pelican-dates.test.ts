import { describe, expect, it } from "vitest";
import { pelican } from "../../../../../src/import/generators/pelican.ts";
import { openSite } from "../planned-site.ts";

const open = (date: string, config = "") =>
  openSite(pelican, {
    "pelicanconf.py": `PATH = 'content'\nSITEURL = 'https://moon.example'\nTIMEZONE = 'America/Chicago'\n${config}\n`,
    "content/a.md": `Title: A\n${date}\n\nText\n`,
  });
const planOf = (date: string, config?: string) => {
  const { addressOf, plan, site } = open(date, config);
  const found = plan("content/a.md") as { kind: string; isGuess?: true; replacement: { frontMatter: Record<string, unknown> } };
  const { date: written, id } = found.replacement.frontMatter;
  return { kind: found.kind, isGuess: found.isGuess, address: addressOf("content/a.md"), written, id, notes: site.notes };
};
const byYear = "ARTICLE_URL = '{date:%Y}/{slug}.html'";

// The days are those of Pelican 4.8.
describe("pelican.plan() of a date", () => {
  const kind = "Its date is written as Pelican reads it (month before day), since it was not clear";
  it.each([
    ["9 July 2019 11pm", "2019-07-09 23:00", "2019-07-09"],
    ["03/04/2015 10:00", "2015-03-04 10:00", "2015-03-04"],
    ["9.7.2019", "2019-09-07", "2019-09-07"],
    ["10:00 2019-07-09", "2019-07-09 10:00", "2019-07-09"],
    ["2019-07-09 10:00 CEST", "2019-07-09 10:00", "2019-07-09"],
    ["9 July 2019 23:30:10 GMT+3", "2019-07-09 23:30:10-03:00", "2019-07-09"],
  ])("%s writes it as Pelican reads it", (date, written, day) => {
    expect(planOf(`Date: ${date}`, byYear)).toEqual({
      ...{ kind: "post", isGuess: undefined, address: "/:year/:slug.html", written },
      id: `tag:moon.example,${day}:/${day.slice(0, 4)}/a.html`,
      notes: [`${kind}: content/a.md (${date}: ${written})`],
    });
  });

  it.each(["2019-07-09", "2019-07-09_10:20", "2019-07-05T23:10", "July 9, 2019", "13/04/2015", "2019-07-09T10:00:00.5+02:00"])(
    "%s keeps it",
    (date) => {
      const { notes, written } = planOf(`Date: ${date}`);
      expect([notes, written]).toEqual([[], date.replace("_", " ")]);
    },
  );

  it("corrects that of a change", () => {
    expect(open("Date: 2015-01-01\nModified: 03/04/2015").plan("content/a.md")).toMatchObject({
      replacement: { frontMatter: { date: "2015-01-01", updated: "2015-03-04" } },
    });
  });

  it.each([
    ["Jul 2019", byYear, "2019-07-01", "/:year/:slug.html"],
    ["Jul 2019", "ARTICLE_URL = '{date:%Y}/{date:%m}/{slug}/'", "2019-07-01", "/:year/:month/:slug/"],
    ["Jul 2019", "ARTICLE_URL = '{date:%Y}/{date:%d}/{slug}/'", "2019-07-01", "unknown"],
    ["2019", byYear, "2019-01-01", "/:year/:slug.html"],
    ["2019", "ARTICLE_URL = '{date:%B}/{slug}/'", "2019-01-01", "unknown"],
    ["2019", "ARTICLE_URL = '{date.year}/{slug}/'", "2019-01-01", "/2019/a/"],
    ["2019", "ARTICLE_URL = '{date.month}/{slug}/'", "2019-01-01", "unknown"],
  ])("%s has no day, so its id is unknown: %s", (date, config, written, address) => {
    const detail = `content/a.md (${date}: ${written})`;
    const note = `Its date has no day, so Pelican takes that of each build: the copy has the first one, and its old id is unknown: ${detail}`;
    expect(planOf(`Date: ${date}`, config)).toEqual({ kind: "post", isGuess: undefined, address, written, id: undefined, notes: [note] });
  });

  it("without a year makes a page", () => {
    expect(planOf("Date: 9 July")).toMatchObject({
      ...{ kind: "page", isGuess: undefined, id: undefined },
      notes: [
        "Its date has no year, so Pelican takes that of each build, so it became a page; add a date and remove feed: false: content/a.md",
      ],
    });
  });

  it.each([
    ["Date: 2019-07-09 25:00", "post", "here, it is a post: write draft: true into it if it must not be public"],
    ["Date: 9 juillet 2019", "page", "so it became a page; add a date and remove feed: false"],
  ])("that Pelican cannot read says so: %s", (date, kind, end) => {
    const found = planOf(date);
    expect(found).toMatchObject({ kind, isGuess: true, id: undefined });
    expect(found.notes).toEqual([expect.stringMatching(/^Pelican cannot read its date, so it skips the article[;,] /)]);
    expect(found.notes[0]).toContain(end);
  });
});

describe("DEFAULT_DATE", () => {
  it.each([
    ["(2012, 3, 2, 14, 1, 1)", "2012-03-02 14:01:01"],
    ["(2012, 3, 2)", "2012-03-02"],
    ["'2012-03-02'", "2012-03-02"],
    ["'3/2/2012'", "2012-03-02"],
  ])("%s is the date of an article without one", (value, written) => {
    expect(planOf("Slug: a", `DEFAULT_DATE = ${value}\n${byYear}`)).toMatchObject({
      ...{ kind: "post", address: "/:year/:slug.html", written, id: "tag:moon.example,2012-03-02:/2012/a.html" },
    });
    expect(planOf("Date: 2015-01-01", `DEFAULT_DATE = ${value}`)).toMatchObject({ written: "2015-01-01" });
  });

  it("is no date of a page", () => {
    const { plan } = openSite(pelican, {
      "pelicanconf.py": "PATH = 'content'\nDEFAULT_DATE = (2012, 3, 2)",
      "content/pages/a.md": "Title: A\n\nText",
    });
    expect(plan("content/pages/a.md")).not.toHaveProperty("replacement.frontMatter.date");
  });

  it("of files makes a page with the old address", () => {
    expect(planOf("Slug: a", "DEFAULT_DATE = 'fs'")).toEqual({
      ...{ kind: "page", isGuess: undefined, address: "/a.html", written: undefined, id: undefined },
      notes: [
        "DEFAULT_DATE = 'fs' takes its date from its file, and copies change it, so it became a page; add a date and remove feed: false: content/a.md",
      ],
    });
  });

  it.each(["()", "(2012, 'x', 1)", "None"])("%s is none", (value) => {
    expect(planOf("Slug: a", `DEFAULT_DATE = ${value}`)).toMatchObject({ kind: "page", isGuess: true });
  });
});
