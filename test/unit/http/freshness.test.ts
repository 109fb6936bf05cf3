import { describe, expect, it } from "vitest";
import { cacheControl } from "../../../src/http/freshness.ts";
import fc from "../../fast-check.ts";

const now = Date.UTC(2024, 10, 6, 12);

describe("cacheControl()", () => {
  it.each([
    ["nothing is scheduled", 3600, Number.POSITIVE_INFINITY, 3600, 3600],
    ["a publication is far away", 3600, now + 86_400_000, 3600, 3600],
    ["a publication comes while it would be stale", 3600, now + 5_000_000, 3600, 1399],
    ["a publication comes while it would be fresh", 3600, now + 90_000, 89, 0],
    ["a publication comes half a second later", 3600, now + 90_500, 90, 0],
    ["a publication comes within the second", 3600, now + 999, 0, 0],
    ["a publication is due", 3600, now, 0, 0],
    ["the clock went past one", 3600, now - 5000, 0, 0],
    ["the author wants no caching", 0, Number.POSITIVE_INFINITY, 0, 0],
  ])("is limited when %s", (_criterion, maxAge, until, fresh, stale) => {
    expect(cacheControl(maxAge, now, until)).toBe(`public, max-age=${fresh}, stale-while-revalidate=${stale}, stale-if-error=604800`);
  });

  it("never extends past the next publication", () => {
    fc.assert(
      fc.property(fc.nat(86_400), fc.nat(200_000_000), (maxAge, left) => {
        const [fresh = 0, stale = 0] = [...cacheControl(maxAge, now, now + left).matchAll(/=(\d+)/g)].map(([, digits]) => Number(digits));
        expect((fresh + stale) * 1000).toBeLessThan(Math.max(1, left));
        expect(fresh).toBeLessThanOrEqual(maxAge);
      }),
    );
  });

  it("contains no directive that stops the edge cache from serving stale responses", () => {
    expect(cacheControl(3600, now, Number.POSITIVE_INFINITY)).not.toMatch(/s-maxage|revalidate(?!=)|no-store|private/);
  });
});
