import { type Stats, statSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { FileCache } from "../../../../src/build/source/file-cache.ts";

const now = Date.UTC(2025, 0, 1);
const stats = (changes: Partial<Stats> = {}): Stats =>
  Object.assign(statSync(import.meta.filename), { size: 5, mtimeMs: now - 5000, ctimeMs: now - 5000, ino: 1, ...changes });

describe("FileCache", () => {
  it("returns the value of an unchanged file", () => {
    const memory = new FileCache<string>(now);
    memory.set("a", stats(), "made");
    expect(memory.get("a", stats())).toBe("made");
    expect(new FileCache(now, memory.kept).get("a", stats())).toBe("made");
    expect(memory.get("b", stats())).toBeUndefined();
  });

  it.each<Partial<Stats>>([{ size: 6 }, { mtimeMs: now - 4999 }, { ctimeMs: now - 4999.5 }, { ino: 2 }])(
    "returns nothing for a changed file: %j",
    (change) => {
      const memory = new FileCache<string>(now, [["a", [`5 ${now - 5000} ${now - 5000} 1`, "made"]]]);
      expect(memory.get("a", stats())).toBe("made");
      expect(memory.get("a", stats(change))).toBeUndefined();
    },
  );

  it.each<Partial<Stats>>([{ mtimeMs: now - 1000 }, { ctimeMs: now - 1000 }, { ctimeMs: now + 1000 }])(
    "does not cache a file that may change again within a clock tick: %j",
    (change) => {
      const memory = new FileCache<string>(now);
      memory.set("a", stats(change), "made");
      expect([memory.get("a", stats(change)), memory.changes]).toEqual([undefined, 0]);
    },
  );

  it("drops entries that were not requested, and reports that as a change", () => {
    const memory = new FileCache<string>(now, [["a", [`5 ${now - 5000} ${now - 5000} 1`, "made"]]]);
    expect([[...memory.kept], memory.changes]).toEqual([[], 1]);
    memory.get("a", stats());
    expect([memory.kept.size, memory.changes]).toEqual([1, 0]);
  });
});
