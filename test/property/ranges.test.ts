import { describe, expect, it } from "vitest";
import type { Recordings } from "../../src/model/recording.ts";
import { appUnderTest } from "../app-under-test.ts";
import fc from "../fast-check.ts";
import { law } from "./law.ts";

const hash = "0123456789abcdef0123";
const path = `/media/${hash}/tides.mp3`;
const date = "Wed, 06 Nov 2024 08:00:00 GMT";
const bytes = Uint8Array.from({ length: 300 }, (_, index) => index % 251);
const recordings: Recordings = { [path]: { type: "audio/mpeg", length: bytes.length, published: Date.parse(date) } };
const { get, logged } = appUnderTest({ recordings, files: { [path]: bytes } });

const number = fc.oneof(fc.nat(400).map(String), fc.constantFrom("", "0", "299", "300", "9".repeat(30), "-1", "x", " "));
const spec = fc.tuple(number, number).map(([first, last]) => `${first}-${last}`);
const range = fc.oneof(
  { weight: 6, arbitrary: spec.map((one) => `bytes=${one}`) },
  { weight: 1, arbitrary: fc.array(spec, { maxLength: 4 }).map((list) => `bytes=${list.join(", ")}`) },
  { weight: 1, arbitrary: fc.stringMatching(/^[ -~]{0,20}$/) },
);
const tag = fc.constantFrom(`"${hash}"`, `W/"${hash}"`, hash, '"x"', "*", "", "W/", `'${hash}'`);
const instant = fc.constantFrom(date, "Tue, 05 Nov 2024 08:00:00 GMT", "Thu, 07 Nov 2024 08:00:00 GMT", "yesterday", "");
const conditions = fc.record(
  {
    "if-match": tag,
    "if-none-match": tag,
    "if-range": fc.oneof(tag, instant),
    "if-modified-since": instant,
    "if-unmodified-since": instant,
  },
  { requiredKeys: [] },
);

describe("for any range and preconditions of a recording", () => {
  law(
    "a 206 has exactly the bytes that it names, and every other response all bytes or none",
    [range, conditions],
    async (asked, headers) => {
      const response = await get(path, { range: asked, ...headers });
      const body = new Uint8Array(await response.arrayBuffer());
      const [, start = "", end = ""] = /^bytes (\d+)-(\d+)\/300$/.exec(response.headers.get("content-range") ?? "") ?? [];
      switch (response.status) {
        case 206:
          expect(Number(start)).toBeLessThanOrEqual(Number(end));
          expect(body).toEqual(bytes.slice(Number(start), Number(end) + 1));
          expect(response.headers.get("content-length")).toBe(String(body.length));
          break;
        case 200:
          expect(body).toEqual(bytes);
          expect(response.headers.get("content-range")).toBeNull();
          break;
        case 416:
          expect([response.headers.get("content-range"), body.length]).toEqual(["bytes */300", 0]);
          break;
        default:
          expect([[304, 412].includes(response.status), body.length]).toEqual([true, 0]);
      }
      expect(response.headers.get("accept-ranges")).toBe("bytes");
      expect(logged).toEqual([]);
    },
  );

  law("a range changes nothing of the response to preconditions", [range, conditions], async (asked, headers) => {
    const [part, whole] = [await get(path, { range: asked, ...headers }), await get(path, headers)];
    expect([206, 416].includes(part.status) ? 200 : part.status).toBe(whole.status);
  });

  law("HEAD has the response of a GET without a range, without a body", [range, conditions], async (asked, headers) => {
    const [head, whole] = [await get(path, { range: asked, ...headers }, "HEAD"), await get(path, headers)];
    expect([head.status, [...head.headers]]).toEqual([whole.status, [...whole.headers]]);
    expect(await head.text()).toBe("");
  });
});

it("reads a very long header in linear time", async () => {
  for (const piece of [",", "0-1,", " ", "-", "1", "bytes="])
    for (const name of ["range", "if-range", "if-match", "if-none-match"])
      expect((await get(path, { range: "bytes=0-1", [name]: `bytes=${piece.repeat(100_000)}` })).status).toBeLessThan(500);
});
