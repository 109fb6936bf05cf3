import { describe, expect, it } from "vitest";
import { measureDuration } from "../../../../src/build/source/media-duration.ts";
import { mp3, mp4, wav } from "../../cli/sample-recordings.ts";

function measure(name: string, content: string | Uint8Array, type: string) {
  return measureDuration(Buffer.from(content), name, type);
}

describe("measureDuration()", () => {
  it.each<[string, string, Uint8Array, number]>([
    ["a.wav", "audio/wav", wav(2.4), 2],
    ["a.wav", "audio/wav", wav(2.5), 3],
    ["a.mp3", "audio/mpeg", mp3(7), 7],
    ["a.mp3", "audio/mpeg", mp3(60, false), 60],
    ["a.m4a", "audio/mp4", mp4(3723.2, "sound"), 3723],
    ["a.mp4", "video/mp4", mp4(61, "video"), 61],
    ["a.bin", "application/octet-stream", wav(2), 2],
  ])("measures %s of type %s", async (name, type, content, seconds) => {
    expect(await measure(name, content, type)).toBe(seconds);
  });

  it.each<[string, string, string | Uint8Array]>([
    ["a recording of no length", "audio/wav", wav(0)],
    ["one that rounds to no length", "audio/wav", wav(0.4)],
    ["no recording", "audio/mpeg", "ID3"],
    ["an empty file", "audio/mpeg", ""],
    ["half a header", "audio/mp4", mp4(5, "sound").subarray(0, 90)],
    ["text", "video/mp4", "It was a dark and stormy night; the rain fell in torrents."],
    ["a document", "application/pdf", "%PDF-1.7"],
  ])("returns undefined for %s", async (_, type, content) => {
    expect(await measure("a", content, type)).toBeUndefined();
  });
});
