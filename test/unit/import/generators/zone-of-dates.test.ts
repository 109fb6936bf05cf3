import { describe, expect, it } from "vitest";
import { hugo } from "../../../../src/import/generators/hugo.ts";
import { unknownFolder } from "../../../../src/import/generators/unknown-folder.ts";
import { zola } from "../../../../src/import/generators/zola.ts";
import { withZoneOfDates } from "../../../../src/import/generators/zone-of-dates.ts";
import { NoteList } from "../../../../src/import/site-rules/note-list.ts";
import { isTimeZone } from "../../../../src/settings/site-settings.ts";
import { folderWith, open } from "./in-memory-site.ts";

function found(dates: readonly string[], timezone?: string) {
  const files = Object.fromEntries(dates.map((line, index) => [`${index}.md`, `---\ntitle: A\n${line}\n---\nText\n`]));
  const notes = new NoteList();
  const settings = withZoneOfDates({ timezone }, folderWith(files), Object.keys(files), notes);
  return { timezone: settings.timezone, notes: notes.sentences };
}

const inBoth = (offset: string) => [`date: 2024-01-02T03:00:00${offset}`, `date: 2024-07-02T03:00:00${offset}`];

describe("withZoneOfDates()", () => {
  it.each([
    ["+09:00", "Etc/GMT-9"],
    ["+0900", "Etc/GMT-9"],
    [" +08:00", "Etc/GMT-8"],
    ["-05:00", "Etc/GMT+5"],
    ["+14:00", "Etc/GMT-14"],
    ["+05:30", "Asia/Kolkata"],
    ["+05:45", "Asia/Kathmandu"],
  ])("offers the zone of dates with %j: %s", (offset, timezone) => {
    expect(found(inBoth(offset))).toEqual({ timezone, notes: [expect.stringContaining(`so timezone is "${timezone}"`)] });
    expect(isTimeZone(timezone)).toBe(true);
  });

  it.each([
    ["in TOML", ["date = 2024-03-02T03:00:00+09:00"]],
    ["in JSON", ['  "date": "2024-03-02T03:00:00+09:00",']],
    ["with a journey", [...Array(9).fill("date: 2024-03-02T03:00:00+09:00"), "date: 2024-04-02T03:00:00+01:00"]],
    ["and some days", ["date: 2024-03-02 03:00:00 +0900", "date: 2024-03-02 03:00 +0900", "date: 2024-03-02"]],
  ])("reads dates %s", (_name, dates) => expect(found(dates).timezone).toBe("Etc/GMT-9"));

  it.each([
    ["summer time", ["date: 2024-01-02T03:00:00+01:00", "date: 2024-07-02T03:00:00+02:00"], "+01:00, +02:00"],
    ["dates of one season", ["date: 2024-07-02T03:00:00-07:00", "date: 2024-06-02T03:00:00-07:00"], "-07:00"],
    ["an offset without a zone", inBoth("+03:15"), "+03:15"],
  ])("asks for the zone of %s", (_name, dates, offsets) => {
    expect(found(dates)).toEqual({ timezone: undefined, notes: [expect.stringContaining(`have ${offsets}: set timezone`)] });
  });

  it.each([
    ["UTC", inBoth("Z")],
    ["an offset of nothing", inBoth("+00:00")],
    ["no zone", inBoth("")],
    ["mostly no zone", [...inBoth("+09:00"), ...inBoth("")]],
    ["mostly days", [...inBoth("+09:00"), "date: 2024-01-02", "date: 2024-01-03", "date: 2024-01-04"]],
    ["texts without dates", ["tags: [a]"]],
  ])("says nothing about %s", (_name, dates) => expect(found(dates)).toEqual({ timezone: undefined, notes: [] }));

  it("keeps the zone of a configuration", () => {
    expect(found(inBoth("+09:00"), "Asia/Tokyo")).toEqual({ timezone: "Asia/Tokyo", notes: [] });
  });

  it.each([
    ["Hugo", hugo, { "hugo.toml": "", "content/posts/a.md": "+++\ndate = 2024-01-02T03:00:00+09:00\n+++\nx" }],
    ["Zola", zola, { "config.toml": 'base_url = "https://example.org"', "content/a.md": "+++\ndate = 2024-01-02T03:00:00+09:00\n+++\nx" }],
    ["an unknown folder", unknownFolder, { "a.md": "---\ndate: 2024-01-02T03:00:00+09:00\n---\nx" }],
  ])("completes the settings of %s", (_name, generator, files) => {
    const { notes, settings } = open(generator, files);
    expect([settings.timezone, notes]).toEqual(["Etc/GMT-9", [expect.stringContaining("+09:00")]]);
  });

  it("does not change addresses with dates", () => {
    const site = open(hugo, {
      "hugo.toml": '[permalinks]\nposts = "/:year/:month/:day/:slug/"',
      "content/posts/a.md": "---\ntitle: A\ndate: 2024-01-02T03:00:00+09:00\n---\nx",
    });
    const plan = site.plan({ path: "content/posts/a.md", frontMatter: { title: "A", date: "2024-01-02T03:00:00+09:00" }, body: "x" });
    expect(plan).toMatchObject({ address: { pattern: "/:year/:month/:day/:slugortitle/" } });
  });
});
