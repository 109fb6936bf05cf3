import { afterEach, describe, expect, it, vi } from "vitest";
import type { FrontMatterSource } from "../../../../src/content/front-matter/find-front-matter.ts";
import { locateKey } from "../../../../src/content/front-matter/locate-key.ts";

const sourceOf = (source: string, syntax: FrontMatterSource["syntax"] = "YAML", line = 2): FrontMatterSource => ({
  source,
  syntax,
  line,
  bodyOffset: 0,
});

function placeIn(source: string, key: string, syntax?: FrontMatterSource["syntax"]): string {
  const { column, file, line } = locateKey("articles/x.md", sourceOf(source, syntax), key);
  return `${file}:${line}:${column}`;
}

describe("locateKey()", () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it.each([
    ["a value", "a: b\ntitle: c", "title", "3:8"],
    ["the key of a value on the lines below", "a: b\ntags:\n  - c", "tags", "3:1"],
    ["a key in quotation marks", `"title": 'b'`, "title", "2:10"],
    ["a key in single quotation marks", "'title' : b", "title", "2:11"],
    ["a key with a colon in it", "og:title: b", "og:title", "2:11"],
    ["a key with what a pattern would take for its own", "a.*(b: c", "a.*(b", "2:8"],
    ["the first of two", "a: b\na: c", "a", "2:4"],
    ["no key below another", "a:\n  title: b", "title", "1:1"],
    ["no key that is the beginning of another", "titles: b", "title", "1:1"],
  ])("finds %s", (_, source, key, place) => {
    expect(placeIn(source, key)).toBe(`articles/x.md:${place}`);
  });

  it("finds keys of TOML and JSON", () => {
    expect(placeIn('a = 1\ntitle = "b"', "title", "TOML")).toBe("articles/x.md:3:9");
    expect(placeIn('{\n  "a": 1,\n\t"title": "b"\n}', "title", "JSON")).toBe("articles/x.md:4:11");
    expect(placeIn('{"title": "b"}', "title", "JSON")).toBe("articles/x.md:2:11");
  });

  it("returns the start of the file without front matter", () => {
    expect(locateKey("articles/x.md", undefined, "title")).toEqual({ file: "articles/x.md", line: 1, column: 1 });
  });

  it("scans the front matter once for many keys", () => {
    const keys = Array.from({ length: 2000 }, (_, index) => `key${index}`);
    const source = sourceOf(keys.map((key) => `${key}: value`).join("\n"));
    const split = vi.spyOn(String.prototype, "split");
    const matchAll = vi.spyOn(String.prototype, "matchAll");
    expect(keys.map((key) => locateKey("x", source, key).line)).toEqual(keys.map((_, index) => index + 2));
    expect(split).toHaveBeenCalledTimes(1);
    expect(matchAll).toHaveBeenCalledTimes(2000);
  });
});
