import { describe, expect, it } from "vitest";
import { createLruCache } from "../../../src/base/lru-cache.ts";

const bytes = (length: number) => new Uint8Array(length);

describe("createLruCache()", () => {
  it("returns a stored value", () => {
    const memo = createLruCache<Uint8Array>(100, ({ byteLength }) => byteLength);
    const representation = bytes(10);
    memo.set("a", representation);
    expect(memo.get("a")).toBe(representation);
    expect(memo.get("b")).toBeUndefined();
  });

  it("evicts the least recently used value", () => {
    const memo = createLruCache<Uint8Array>(100, ({ byteLength }) => byteLength);
    memo.set("a", bytes(40));
    memo.set("b", bytes(40));
    memo.get("a");
    memo.set("c", bytes(40));
    expect([memo.get("a"), memo.get("b"), memo.get("c")].map((found) => found?.length)).toEqual([40, undefined, 40]);
  });

  it("never exceeds its limit", () => {
    const memo = createLruCache<Uint8Array>(100, ({ byteLength }) => byteLength);
    const names = Array.from({ length: 1000 }, (_, index) => `e${index}`);
    for (const name of names) memo.set(name, bytes(30));
    expect(names.filter((name) => memo.get(name) !== undefined)).toEqual(["e997", "e998", "e999"]);
  });

  it("ignores a value larger than the limit and keeps the others", () => {
    const memo = createLruCache<Uint8Array>(100, ({ byteLength }) => byteLength);
    memo.set("a", bytes(60));
    memo.set("b", bytes(101));
    expect(memo.get("b")).toBeUndefined();
    expect(memo.get("a")).toHaveLength(60);
  });

  it("stores a value as large as the limit", () => {
    const memo = createLruCache<Uint8Array>(100, ({ byteLength }) => byteLength);
    memo.set("a", bytes(100));
    expect(memo.get("a")).toHaveLength(100);
  });

  it("counts a replaced value once", () => {
    const memo = createLruCache<Uint8Array>(100, ({ byteLength }) => byteLength);
    for (let times = 0; times < 5; times++) memo.set("a", bytes(60));
    memo.set("b", bytes(40));
    expect(memo.get("a")).toHaveLength(60);
  });

  it("returns the value that was stored last", () => {
    const memo = createLruCache<Uint8Array>(100, ({ byteLength }) => byteLength);
    memo.set("a", bytes(30));
    memo.set("a", bytes(20));
    expect(memo.get("a")).toHaveLength(20);
    memo.set("a", bytes(101));
    expect(memo.get("a")).toBeUndefined();
  });

  it("counts the size of keys", () => {
    const memo = createLruCache<string>(100, (_, name) => name.length);
    memo.set("x".repeat(60), "a");
    memo.set("y".repeat(60), "b");
    memo.set("z".repeat(101), "c");
    expect(["x", "y"].map((name) => memo.get(name.repeat(60)))).toEqual([undefined, "b"]);
    expect(memo.get("z".repeat(101))).toBeUndefined();
  });
});
