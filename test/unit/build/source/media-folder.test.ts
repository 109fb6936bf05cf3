import { createHash } from "node:crypto";
import { symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openMediaFolder } from "../../../../src/build/source/media-folder.ts";
import { maxMediaBytes } from "../../../../src/content/links/media-files.ts";
import { makeFolder, png } from "../../cli/sample-folder.ts";
import { wav } from "../../cli/sample-recordings.ts";

const origin = "https://example.com";
const hash = createHash("sha256").update(png).digest("hex").slice(0, 20);

// A JPEG's size and orientation are all that is asked of it: SOI, APP1 with EXIF, SOF0, EOI.
function jpeg(width: number, height: number, orientation: number): Uint8Array {
  const tiff = [..."MM"]
    .map((letter) => letter.charCodeAt(0))
    .concat([0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]);
  const exif = [0x45, 0x78, 0x69, 0x66, 0, 0, ...tiff];
  const frame = [8, height >> 8, height & 255, width >> 8, width & 255, 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0];
  const segment = (marker: number, data: readonly number[]) => [0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 255, ...data];
  return Uint8Array.from([0xff, 0xd8, ...segment(0xe1, exif), ...segment(0xc0, frame), 0xff, 0xd9]);
}

describe("openMediaFolder()", () => {
  it("publishes a picture under a hash of its content, with its type and size", () => {
    const folder = makeFolder({ "notes/moon.png": png });
    const media = openMediaFolder(folder, origin);
    expect(media.publish("notes/moon.png")).toEqual({
      url: `${origin}/media/${hash}/moon.png`,
      type: "image/png",
      length: png.byteLength,
      width: 1,
      height: 1,
    });
    expect([...media.published]).toEqual([[`/media/${hash}/moon.png`, "notes/moon.png"]]);
    expect(media.read("notes/moon.png")).toEqual(png);
  });

  it.each([
    ["Moon.png", "b/moon.png"],
    ["cafe\u0301.png", "b/caf\u00e9.png"],
    ["hidden.png", undefined],
    ["note.md", undefined],
  ])("finds the path of %s from any folder", (name, expected) => {
    const files = { "c/moon.png": png, "b/moon.png": png, "b/caf\u00e9.png": png, "_x/hidden.png": png, "note.md": "Text" };
    expect(openMediaFolder(makeFolder(files), origin).pathOf(name)).toBe(expected);
  });

  it("reads the texts that articles show as code", () => {
    const files = {
      "a.js": "a();\r\nb();\n",
      "c/d.py": "\uFEFFü",
      "e.png": png,
      "f.js": "\0",
      "_g.js": "h",
      "note.md": "Text",
      ".env": "KEY=1",
    };
    const folder = makeFolder({ ...files, "long.js": "x".repeat(100_001), "full.js": "x".repeat(100_000) });
    const { published, textOf } = openMediaFolder(folder, origin);
    expect([textOf?.("a.js"), textOf?.("c/d.py"), textOf?.("full.js")?.length]).toEqual(["a();\nb();\n", "ü", 100_000]);
    for (const path of ["e.png", "f.js", "_g.js", "note.md", ".env", "long.js", "none.js", "c", "../a.js", ""])
      expect(textOf?.(path)).toBeUndefined();
    expect(published.size).toBe(0);
  });

  it.each(["note.md", "/etc/hostname"])("does not read the text of %s by a link", (target) => {
    const folder = makeFolder({ "note.md": "Text" });
    symlinkSync(target, join(folder, "a.js"));
    expect(openMediaFolder(folder, origin).textOf?.("a.js")).toBeUndefined();
  });

  it("publishes a picture of a data: URL under a hash of its content", () => {
    const media = openMediaFolder(makeFolder({}), origin);
    const url = `data:image/png;base64,${Buffer.from(png).toString("base64")}`;
    expect(media.publish(url)).toEqual({
      ...{ url: `${origin}/media/${hash}/picture.png`, type: "image/png", length: png.byteLength },
      ...{ width: 1, height: 1 },
    });
    expect([...media.published]).toEqual([[`/media/${hash}/picture.png`, url]]);
    expect(media.read(url)).toEqual(new Uint8Array(png));
    expect(media.publish("data:image/png;base64,AA")).toBeUndefined();
    expect(media.publish("data:image/png;base64,iVBORw0KGgo=")).toBeUndefined();
    expect(media.publish(`data:image/png;base64,${Buffer.from(png.subarray(0, 33)).toString("base64")}`)).toBeUndefined();
    expect(media.publish("data:image/gif;base64,R0lGODlh")).toBeUndefined();
    expect(media.publish("data:image/svg+xml,<svg/>")).toBeUndefined();
  });

  it("removes control characters from the published name of a file", () => {
    const folder = makeFolder({ "a\u001B[2J\n::error::\u009Bb.png": png });
    const media = openMediaFolder(folder, origin);
    expect(media.publish("a\u001B[2J\n::error::\u009Bb.png")?.url).toBe(`${origin}/media/${hash}/a-%5B2J-::error::-b.png`);
    expect([...media.published.keys()]).toEqual([`/media/${hash}/a-[2J-::error::-b.png`]);
  });

  it.each([
    ["moon.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"/>', { type: "image/svg+xml", width: 20, height: 10 }],
    ["talk.mp3", "ID3", { type: "audio/mpeg", length: 3 }],
    ["page.pdf", "%PDF", { type: "application/pdf" }],
    ["data.unheard-of", "x", { type: "application/octet-stream" }],
    ["broken.png", "no picture", { type: "image/png", length: 10 }],
    ["upright.jpg", jpeg(40, 30, 1), { type: "image/jpeg", width: 40, height: 30 }],
    ["turned.jpg", jpeg(40, 30, 6), { width: 30, height: 40 }],
  ])("recognizes %s", (name, content, expected) => {
    expect(openMediaFolder(makeFolder({ [name]: content }), origin).publish(name)).toMatchObject(expected);
  });

  it.each([
    ["no picture", "a.png", "no picture"],
    ["a drawing of more pixels than there are", "a.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="1e308" height="1e308"/>'],
    ["a drawing that is too wide", "a.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="100001" height="10"/>'],
    ["a drawing of less than a pixel", "a.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="0.1"/>'],
    ["a photograph of no width", "a.jpg", jpeg(0, 30, 1)],
  ])("returns no size for %s", (_, name, content) => {
    const file = openMediaFolder(makeFolder({ [name]: content }), origin).publish(name);
    expect(file).not.toHaveProperty("width");
    expect(file).not.toHaveProperty("height");
  });

  it("rounds sizes to whole pixels", () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="20.6" height="10.2"/>';
    expect(openMediaFolder(makeFolder({ "a.svg": svg }), origin).publish("a.svg")).toMatchObject({ width: 21, height: 10 });
  });

  it("encodes any name in a URL", () => {
    const name = "月 50% #1?.png";
    const media = openMediaFolder(makeFolder({ [name]: png }), origin);
    expect(media.publish(name)?.url).toBe(`${origin}/media/${hash}/%E6%9C%88%2050%25%20%231%3F.png`);
    expect([...media.published.keys()]).toEqual([`/media/${hash}/${name}`]);
  });

  it("publishes a different content at a different address", () => {
    const media = openMediaFolder(makeFolder({ "a/x.txt.zip": "1", "b/x.txt.zip": "2" }), origin);
    expect(media.publish("a/x.txt.zip")?.url).not.toBe(media.publish("b/x.txt.zip")?.url);
  });

  it.each([
    ["what is not there", "sun.png"],
    ["a folder", "notes"],
    ["the articles folder itself", ""],
    ["an article", "day.md"],
    ["what starts with _", "_secret.png"],
    ["what lies in a folder that starts with .", ".git/config"],
    ["what lies outside", "../secret.png"],
    ["what lies far outside", "../../../../etc/passwd"],
    ["an absolute path", "/etc/passwd"],
    ["what is there for a person alone", "notes/../../secret.png"],
    ["a name with a zero byte", "a\0.png"],
    ["a name that is too long", `${"a".repeat(300)}.png`],
  ])("publishes nothing for %s", (_, path) => {
    const folder = makeFolder({
      "secret.png": png,
      "articles/day.md": "x",
      "articles/_secret.png": png,
      "articles/.git/config": "x",
      "articles/notes/a.png": png,
    });
    const media = openMediaFolder(join(folder, "articles"), origin);
    expect(media.publish(path)).toBeUndefined();
    expect(media.published.size).toBe(0);
  });

  it("does not publish a file that is too large for Cloudflare, and returns its size", () => {
    const folder = makeFolder({ "full.mp4": "", "huge film.mp4": "" });
    truncateSync(join(folder, "full.mp4"), maxMediaBytes);
    truncateSync(join(folder, "huge film.mp4"), 3 * 1024 ** 3); // more than can be read at once
    const media = openMediaFolder(folder, origin);
    expect(media.publish("huge film.mp4")).toEqual({
      url: `${origin}/media/huge%20film.mp4`,
      type: "video/mp4",
      length: 3 * 1024 ** 3,
    });
    expect(media.published.size).toBe(0);
    expect(media.publish("full.mp4")?.length).toBe(maxMediaBytes);
    expect(media.published.size).toBe(1);
  });

  it("measures each recording once", async () => {
    const folder = makeFolder({ "notes/talk.wav": wav(2), "moon.png": png });
    const media = openMediaFolder(folder, origin);
    expect(await media.durationOf("notes/talk.wav")).toBe(2);
    writeFileSync(join(folder, "notes/talk.wav"), wav(5));
    expect(await media.durationOf("notes/talk.wav")).toBe(2);
    expect(await media.durationOf("moon.png")).toBeUndefined();
  });

  it("measures published recordings only", async () => {
    const folder = makeFolder({ "talk.wav": wav(2), "articles/_talk.wav": wav(2), "articles/huge.wav": wav(2) });
    truncateSync(join(folder, "articles/huge.wav"), maxMediaBytes + 1);
    const media = openMediaFolder(join(folder, "articles"), origin);
    for (const path of ["../talk.wav", "_talk.wav", "huge.wav", "none.wav", ""]) expect(await media.durationOf(path)).toBeUndefined();
  });
});
