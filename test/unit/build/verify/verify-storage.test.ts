import { describe, expect, it } from "vitest";
import { maxIndexCharacters, verifyStorage } from "../../../../src/build/verify/verify-storage.ts";
import { sampleEntry } from "../../../samples.ts";

describe("verifyStorage()", () => {
  it("accepts a site that a Worker can load", () => {
    expect(verifyStorage([sampleEntry("new")], "wrangler.toml")).toEqual([]);
  });

  it("rejects a site that is too large for a Worker, with a remedy", () => {
    const half = "x".repeat(maxIndexCharacters / 2);
    const entries = [sampleEntry("a", { summary: half, hash: "h" }), sampleEntry("b", { summary: half, hash: "h" })];
    expect(verifyStorage(entries, "wrangler.toml")).toEqual([
      {
        ...{ file: "wrangler.toml", line: 1, column: 1, severity: "error" },
        message:
          "Cannot serve 2 articles from one Worker: its index of them is 16 MB, and the limit is 16 MB; move the older ones to a site of their own, as docs/scaling.md says",
      },
    ]);
  });
});
