import { describe, expect, it } from "vitest";
import { describeOversize } from "../../../../src/content/links/media-files.ts";

describe("describeOversize()", () => {
  it("accepts files that Cloudflare serves", () => {
    expect(describeOversize("talk.mp3", { length: 25 * 1024 * 1024 })).toBeUndefined();
    expect(describeOversize("talk.md", {})).toBeUndefined();
  });

  it("names the file, its size and the limit", () => {
    expect(describeOversize("talk.mp3", { length: 26_214_401 })).toBe(
      'Cannot publish "talk.mp3": it has 25.0 MiB (26214401 bytes) and Cloudflare serves no file of more than 25 MiB',
    );
    expect(describeOversize('a "b".mp4', { length: 100 * 1024 * 1024 })).toMatch(/^Cannot publish "a \\"b\\"\.mp4": it has 100\.0 MiB /);
  });
});
