import { describe, expect, it, vi } from "vitest";
import { digest } from "../../../src/base/digest.ts";
import { createChunkReader } from "../../../src/store/chunk-reader.ts";

const text = "\uFEFF<p>Moon 🐟</p>";
const name = await digest(text);
const answering = (body: BodyInit | null, status = 200) => vi.fn(async (_path: string) => new Response(body, { status }));

describe("createChunkReader()", () => {
  it("reads a chunk at its path once, and keeps byte order marks", async () => {
    const fetchAsset = answering(text);
    const read = createChunkReader(fetchAsset);
    expect([await read(name), await read(name)]).toEqual([text, text]);
    expect(fetchAsset.mock.calls).toEqual([[`/_contents/${name}.txt`]]);
  });

  it.each([
    ["that is not there", answering("Not found", 404), /answered 404/],
    ["that was cut short", answering(text.slice(0, -1)), /not those of the build/],
    ["that was garbled", answering(new Uint8Array([255, 254, 0])), /not those of the build/],
    ["that is another", answering("<p>Sun</p>"), /not those of the build/],
    ["in the place of which there is nothing", answering(null), /its 0 bytes/],
    ["without a response", vi.fn(() => Promise.reject(new Error("down"))), /down/],
  ])("rejects a chunk %s, and requests it again", async (_criterion, fetchAsset, expected) => {
    const read = createChunkReader(fetchAsset);
    await expect(read(name)).rejects.toThrow(expected);
    fetchAsset.mockResolvedValueOnce(new Response(text));
    expect(await read(name)).toBe(text);
  });

  it("evicts the least recently used chunks", async () => {
    const texts = Array.from({ length: 10 }, (_, index) => String(index).repeat(1024 * 1024));
    const chunks = new Map(await Promise.all(texts.map(async (each) => [await digest(each), each] as const)));
    const fetchAsset = vi.fn(async (path: string) => new Response(chunks.get(path.slice("/_contents/".length, -".txt".length))));
    const read = createChunkReader(fetchAsset);
    const names = [...chunks.keys()];
    for (const each of names) await read(each);
    await read(names.at(-1) ?? "");
    expect(fetchAsset).toHaveBeenCalledTimes(10);
    await read(names[0] ?? "");
    expect(fetchAsset).toHaveBeenCalledTimes(11);
  });
});
