import { describe, expect, it } from "vitest";
import { podcastGuid } from "../../../src/build/podcast-guid.ts";

describe("podcastGuid()", () => {
  // The first two are the examples of the specification.
  it.each([
    ["https://mp3s.nashownotes.com/pc20rss.xml", "917393e3-1b1e-5cef-ace4-edaa54e1f810"],
    ["https://podnews.net/rss", "9b024349-ccf0-5f69-a609-6b82873eab3c"],
  ])("computes the identity of %s", (url, guid) => {
    expect(podcastGuid(url)).toBe(guid);
  });

  it("ignores the scheme and slashes at the end", () => {
    expect(podcastGuid("http://podnews.net/rss//")).toBe(podcastGuid("https://podnews.net/rss"));
  });
});
