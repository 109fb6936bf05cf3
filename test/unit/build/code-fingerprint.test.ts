import { describe, expect, it } from "vitest";
import { codeFingerprint } from "../../../src/build/code-fingerprint.ts";

describe("codeFingerprint()", () => {
  it("is the same for the same code", () => {
    expect(codeFingerprint()).toMatch(/^[0-9a-f]{32}$/);
    expect(codeFingerprint()).toBe(codeFingerprint());
  });
});
