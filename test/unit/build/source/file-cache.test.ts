import { type Stats, statSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { FileCache } from "../../../../src/build/source/file-cache.ts";

const now = Date.UTC(2025, 0, 1);
const stats = (changes: Partial<Stats> = {}): Stats =>
  Object.assign(statSync(import.meta.filename), { size: 5, mtimeMs: now - 5000, ctimeMs: now - 5000, ino: 1, ...changes });

describe("FileCache", () => {
  it("recalls what was made of a file that is as it was", () => {
    const memory = new FileCache<string>(now);
    memory.set("a", stats(), "made");
    expect(memory.get("a", stats())).toBe("made");
    expect(new FileCache(now, memory.kept).get("a", stats())).toBe("made");
    expect(memory.get("b", stats())).toBeUndefined();
  });

  it.each<Partial<Stats>>([{ size: 6 }, { mtimeMs: now - 4999 }, { ctimeMs: now - 4999.5 }, { ino: 2 }])(
    "recalls nothing of one that has changed: %j",
    (change) => {
      const memory = new FileCache<string>(now, [["a", [`5 ${now - 5000} ${now - 5000} 1`, "made"]]]);
      expect(memory.get("a", stats())).toBe("made");
      expect(memory.get("a", stats(change))).toBeUndefined();
    },
  );

  it.each<Partial<Stats>>([{ mtimeMs: now - 1000 }, { ctimeMs: now - 1000 }, { ctimeMs: now + 1000 }])(
    "keeps nothing of one that may change again within a tick: %j",
    (change) => {
      const memory = new FileCache<string>(now);
      memory.set("a", stats(change), "made");
      expect([memory.get("a", stats(change)), memory.changes]).toEqual([undefined, 0]);
    },
  );

  it("forgets what nobody asks for, and has news then", () => {
    const memory = new FileCache<string>(now, [["a", [`5 ${now - 5000} ${now - 5000} 1`, "made"]]]);
    expect([[...memory.kept], memory.changes]).toEqual([[], 1]);
    memory.get("a", stats());
    expect([memory.kept.size, memory.changes]).toEqual([1, 0]);
  });
});
