import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { digest } from "../../../src/base/digest.ts";

describe("digest()", () => {
  it.each(["", "Moon", "🐟"])("returns the beginning of the SHA-256 of %j", async (text) => {
    expect(await digest(text)).toBe(createHash("sha256").update(text).digest("hex").slice(0, 32));
  });
});
