import { describe, expect, it } from "vitest";
import { pathOfPage } from "../../../src/model/feed-page.ts";
import { parseFeedPath } from "../../../src/model/feed-path.ts";
import { atom, formats, jsonFeed, rss } from "../../../src/model/format.ts";
import { cpuMilliseconds } from "../../cpu-milliseconds.ts";

describe("parseFeedPath()", () => {
  it.each([
    ["/", { selection: "" }],
    ["/rss.xml", { selection: "", format: rss }],
    ["/atom.xml", { selection: "", format: atom }],
    ["/feed.json", { selection: "", format: jsonFeed }],
    ["/archive/1/", { selection: "", number: 1 }],
    ["/archive/12/rss.xml", { selection: "", number: 12, format: rss }],
    ["/archive/999999999/", { selection: "", number: 999_999_999 }],
    ["/categories/sea/", { selection: "/categories/sea" }],
    ["/categories/日本語/atom.xml", { selection: "/categories/日本語", format: atom }],
    ["/authors/ada/archive/3/feed.json", { selection: "/authors/ada", number: 3, format: jsonFeed }],
    ["/categories/archive/archive/3/", { selection: "/categories/archive", number: 3 }],
    ["/categories/archive/", { selection: "/categories/archive" }],
    ["/categories/a\nb/archive/2/", { selection: "/categories/a\nb", number: 2 }],
  ])("parses %j", (path, expected) => {
    expect(parseFeedPath(path)).toEqual(expected);
  });

  it.each(["", "/rss", "/RSS.XML", "/archive/1", "/categories/sea", "/rss.xml/x", "rss.xml", "/feed.json?x"])(
    "returns undefined for %j",
    (path) => {
      expect(parseFeedPath(path)).toBeUndefined();
    },
  );

  it.each(["0", "00", "01", "1e3", "-1", "+1", "1.0", "1.5", " 1", "0x1", "١", "NaN", "9999999999", "1".repeat(400), "9007199254740993"])(
    "does not accept %j as the number of a page",
    (number) => {
      expect(parseFeedPath(`/archive/${number}/`)).not.toHaveProperty("number");
      expect(parseFeedPath(`/archive/${number}/rss.xml`)?.selection).toBe(`/archive/${number}`);
    },
  );

  it("is the inverse of pathOfPage()", () => {
    for (const path of ["", "/categories/sea", "/authors/archive", "/languages/pt-br"]) {
      for (const number of [undefined, 1, 10, 734]) {
        for (const format of [undefined, ...formats]) {
          const address = pathOfPage({ kind: "site", name: "", path }, number) + (format?.path ?? "/");
          expect(parseFeedPath(address)).toEqual({ selection: path, ...(number && { number }), ...(format && { format }) });
        }
      }
    }
  });

  it("takes linear time for hostile paths", () => {
    const started = cpuMilliseconds();
    parseFeedPath(`${"/archive/1".repeat(2000)}x`);
    parseFeedPath("/".repeat(20_000));
    expect(cpuMilliseconds() - started).toBeLessThan(1000);
  });
});
