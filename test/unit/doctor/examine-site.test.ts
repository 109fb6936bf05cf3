import { describe, expect, it } from "vitest";
import { examineSite } from "../../../src/doctor/examine-site.ts";
import { goodRss, network } from "./feed-server.ts";

const origin = "https://news.example";

/** Examines a page that links to feeds, all of which but one redirect to that one. */
async function examine(paths: readonly string[], target: string) {
  const links = paths.map((path) => `<link rel="alternate" type="application/rss+xml" href="${path}">`).join("");
  const fake: typeof fetch = async (input) => {
    const { pathname } = new URL(String(input));
    if (pathname === "/") return new Response(`<!doctype html><title>Home</title>${links}`, { headers: { "content-type": "text/html" } });
    if (pathname === target) return new Response(goodRss(origin + target), { headers: { "content-type": "application/rss+xml" } });
    return new Response(null, paths.includes(pathname) ? { status: 301, headers: { location: target } } : { status: 404 });
  };
  const { feeds } = await examineSite(`${origin}/`, { ...network, fetch: fake });
  return feeds;
}

describe("examineSite() checks one document once", () => {
  it.each([
    [["/feed.xml", "/atom.xml"], "/feed.xml"],
    [["/atom.xml", "/feed.xml"], "/feed.xml"],
    [["/a.xml", "/b.xml"], "/feed.xml"],
  ])("of the addresses %j", async (paths, target) => {
    const feeds = await examine(paths, target);
    const [first, second] = feeds;
    expect(feeds.map(({ url }) => url)).toEqual(paths.map((path) => origin + path));
    expect(first?.findings.filter(({ check }) => check === "validators")).toHaveLength(1);
    expect(second?.findings.map(({ check }) => check)).toEqual(["redirects", "reachable"]);
    expect(second?.findings[1]?.message).toBe(`The document is that of ${first?.url}, whose findings are above`);
    expect(second).toMatchObject({ kind: "rss", history: first?.history });
  });
});
