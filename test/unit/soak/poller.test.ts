import { describe, expect, it } from "vitest";
import { type Copy, nextPoll, type Poll } from "../../soak/poller.ts";
import { seededRandom, weighted } from "../../soak/random.ts";

const offer = { feeds: ["/rss.xml", "/atom.xml", "/feed.json", "/categories/sea/rss.xml"], pages: ["/", "/feeds/"] };
const copy: Copy = { etag: '"a1"', lastModified: "Wed, 06 Nov 2024 12:00:00 GMT" };

function pollsOf(findCopy: (path: string) => Copy | undefined, count = 5000): Poll[] {
  const random = seededRandom(1);
  return Array.from({ length: count }, () => nextPoll(offer, findCopy, random));
}

describe("nextPoll()", () => {
  it("requests the whole document if it has no copy", () => {
    const readers = pollsOf(() => undefined).filter(({ kind }) => kind !== "browser" && kind !== "attacker");
    expect(new Set(readers.map(({ kind }) => kind))).toEqual(new Set(["first visit"]));
    expect(readers.every(({ expected, headers }) => expected.includes(200) && !("if-none-match" in headers))).toBe(true);
  });

  it("sends every kind of poll, mostly with both validators", () => {
    const counts = Map.groupBy(
      pollsOf(() => copy),
      ({ kind }) => kind,
    );
    expect([...counts.keys()].sort()).toEqual([
      "HEAD",
      "HEAD with a tag",
      "attacker",
      "browser",
      "date",
      "date to come",
      "nothing",
      "stale tag",
      "tag",
      "tag and date",
      "weakened tag",
      "wrong date",
    ]);
    const largest = [...counts].reduce((a, b) => (b[1].length > a[1].length ? b : a))[0];
    expect(largest).toBe("tag and date");
  });

  it("expects a 304 for the validators of its copy, and for no invented ones", () => {
    for (const { expected, headers, kind } of pollsOf(() => copy)) {
      if (kind === "attacker") continue;
      const sendsTag = headers["if-none-match"]?.replace("W/", "") === copy.etag;
      const sendsDate =
        headers["if-none-match"] === undefined &&
        [copy.lastModified, "Fri, 31 Dec 2999 23:59:59 GMT"].includes(headers["if-modified-since"] ?? "");
      expect([kind, expected]).toEqual([kind, [sendsTag || sendsDate ? 304 : 200]]);
    }
  });

  it("returns the same polls for the same seed", () => {
    expect(pollsOf(() => copy, 50)).toEqual(pollsOf(() => copy, 50));
  });
});

describe("weighted()", () => {
  it.each([
    [0, "a"],
    [0.24, "a"],
    [0.25, "b"],
    [0.999, "b"],
  ])("chooses at %f", (value, expected) => {
    const choices = [
      [1, "a"],
      [3, "b"],
    ] as const;
    expect(weighted(choices, () => value)).toBe(expected);
  });
});
