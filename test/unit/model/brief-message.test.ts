import { describe, expect, it } from "vitest";
import { briefMessage } from "../../../src/model/brief-message.ts";
import { formatDiagnostic } from "../../../src/model/diagnostic.ts";

describe("briefMessage()", () => {
  it("keeps a message of ordinary length", () => {
    expect(briefMessage("a".repeat(500))).toBe("a".repeat(500));
  });

  it("keeps the beginning and the end of a longer one", () => {
    const message = briefMessage(`Cannot read date "${"9".repeat(2_000_000)}": no such day`);
    expect(message).toMatch(/^Cannot read date "9+…9+": no such day$/);
    expect(message).toHaveLength(500);
  });

  it("never cuts a character in two", () => {
    for (const start of ["", "a"]) expect(briefMessage(start + "😀".repeat(1000)).isWellFormed()).toBe(true);
  });
});

describe("formatDiagnostic()", () => {
  it("limits the length of a message", () => {
    const problem = { file: "a.md", line: 1, column: 1, severity: "error", message: "9".repeat(2_000_000) } as const;
    expect(formatDiagnostic(problem).length).toBeLessThan(600);
  });
});
