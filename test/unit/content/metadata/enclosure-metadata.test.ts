import { describe, expect, it } from "vitest";
import type { FrontMatterValue } from "../../../../src/content/front-matter/front-matter-table.ts";
import { readEnclosure } from "../../../../src/content/metadata/enclosure-metadata.ts";

function read(value: FrontMatterValue) {
  const warnings: string[] = [];
  return { enclosure: readEnclosure(value, (message) => warnings.push(message)), warnings };
}

describe("readEnclosure()", () => {
  it.each<[FrontMatterValue, object]>([
    [" talk.mp3 ", { url: "talk.mp3" }],
    [{ url: "talk.mp3" }, { url: "talk.mp3" }],
    [
      { url: "talk.mp3", type: "audio/mpeg", length: "12345", duration: "1:02:03", title: "Talk" },
      { url: "talk.mp3", type: "audio/mpeg", length: 12_345, duration: 3723, title: "Talk" },
    ],
    [
      { url: "talk.mp3", length: "0", duration: " 62 " },
      { url: "talk.mp3", length: 0, duration: 62 },
    ],
    [{ url: "talk.mp3", type: "", length: "", duration: "", title: "" }, { url: "talk.mp3" }],
    [{ url: "talk.mp3", duration: "null" }, { url: "talk.mp3" }],
  ])("reads %j", (value, enclosure) => {
    expect(read(value)).toEqual({ enclosure, warnings: [] });
  });

  it.each([
    ["lenght", "did you mean length?"],
    ["mime", "write { url, type, length, duration, title }"],
  ])("warns about the unknown key %s", (key, advice) => {
    const { enclosure, warnings } = read({ url: "a.mp3", [key]: "5" });
    expect(enclosure).toEqual({ url: "a.mp3" });
    expect(warnings).toEqual([`Cannot use all of enclosure {"url":"a.mp3","${key}":"5"}: an enclosure has no "${key}"; ${advice}`]);
  });

  it.each<[FrontMatterValue]>([[""], [["talk.mp3"]], [{ type: "audio/mpeg" }]])(
    "returns undefined for %j, which names no file",
    (value) => {
      expect(read(value).enclosure).toBeUndefined();
    },
  );

  it.each<[string]>([["1 MB"], ["-5"], ["1.5"], ["99999999999999999999"]])("ignores the length %s", (length) => {
    expect(read({ url: "talk.mp3", length }).enclosure).toEqual({ url: "talk.mp3" });
  });

  it.each<[FrontMatterValue, string]>([
    ["0", '"0"'],
    ["an hour", '"an hour"'],
    [["62"], '["62"]'],
  ])("warns about the duration %j and ignores it", (duration, told) => {
    expect(read({ url: "talk.mp3", duration })).toEqual({
      enclosure: { url: "talk.mp3" },
      warnings: [`Cannot use enclosure.duration ${told}: it is neither a number of seconds nor a time such as 1:02:03`],
    });
  });
});
