import { describe, expect, it } from "vitest";
import type { Network } from "../../../src/network/request.ts";
import { describeRetryAfter, findInvalidRetryAfter, respectLimits } from "../../../src/network/request-limits.ts";

const now = Date.UTC(2024, 10, 7);

function networkOf(answer: (url: string) => Response): { readonly network: Network; readonly asked: string[] } {
  const asked: string[] = [];
  const fetch: typeof globalThis.fetch = async (input) => {
    asked.push(String(input));
    return answer(String(input));
  };
  return { network: { fetch, now: () => now, wait: async () => {} }, asked };
}

describe("respectLimits()", () => {
  it.each([
    [429, { "retry-after": "120" }, 1],
    [429, {}, 1],
    [503, { "retry-after": "120" }, 1],
    [503, {}, 3],
    [429, { "x-vercel-mitigated": "challenge" }, 3],
    [200, { "retry-after": "120" }, 3],
  ])("sends one request to a host that answers %i with %j", async (status, headers, times) => {
    const { network, asked } = networkOf(() => new Response("x", { status, headers: headers as Record<string, string> }));
    const { fetch } = respectLimits(network);
    for (const path of ["a", "b", "c"]) {
      const response = await fetch(`https://news.example/${path}`);
      expect(response.status).toBe(status);
      expect(response.headers.get("retry-after")).toBe((headers as Record<string, string>)["retry-after"] ?? null);
    }
    expect(asked).toHaveLength(times);
  });

  it.each([200, 302, 403, 999])("answers 403 for a host that blocks requests with %i", async (status) => {
    const { network, asked } = networkOf(() => new Response("x"));
    const { fetch, limitOf, stopAsking } = respectLimits(network);
    stopAsking?.("https://news.example/a", { headers: new Headers({ location: "/b" }), status });
    expect((await fetch("https://news.example/c")).status).toBe(403);
    expect(limitOf?.("https://news.example/d")?.status).toBe(status);
    expect((await fetch("https://other.example/c")).status).toBe(200);
    expect(asked).toEqual(["https://other.example/c"]);
  });

  it("still sends requests to other hosts", async () => {
    const { network, asked } = networkOf((url) => new Response("x", { status: url.startsWith("https://a.") ? 429 : 200 }));
    const { fetch } = respectLimits(network);
    expect([(await fetch("https://a.example/")).status, (await fetch("https://b.example/")).status]).toEqual([429, 200]);
    expect(asked).toHaveLength(2);
  });
});

describe("describeRetryAfter()", () => {
  it.each([
    ["1", "in 1 second"],
    ["90", "in 90 seconds"],
    ["120", "in 2 minutes"],
    ["7200", "in 2 hours"],
    ["172800", "in 2 days"],
    ["Thu, 07 Nov 2024 00:05:00 GMT", "in 5 minutes"],
    ["Thu, 07 Nov 2023 00:05:00 GMT", "now"],
    ["0", "now"],
    ["120, 120", "in 2 minutes"],
    ["Thu, 07 Nov 2024 00:05:00 GMT, Thu, 07 Nov 2024 00:05:00 GMT", "in 5 minutes"],
  ])("describes %s", (value, text) => {
    expect(describeRetryAfter(new Headers({ "retry-after": value }), now)).toBe(text);
  });

  it.each([undefined, "", "soon", "-5", "1.5"])("returns undefined for %j", (value) => {
    const headers = new Headers(value === undefined ? {} : { "retry-after": value });
    expect([describeRetryAfter(headers, now), findInvalidRetryAfter(headers)]).toEqual([undefined, value]);
  });
});
