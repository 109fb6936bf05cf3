import { describe, expect, it } from "vitest";
import { build } from "../../../../../src/build/build.ts";
import { watchedFeeds } from "../../../../../src/cli/deploy/live/watched-feeds.ts";
import { makeFolder, settings } from "../../sample-folder.ts";

const now = Date.UTC(2025, 0, 1);
const hub = 'hub = "https://hub.example/"\n';
const articles = {
  "articles/now.md": "---\ndate: 2024-11-06\ntags: Sea\n---\nText",
  "articles/later.md": "---\ndate: 2025-11-06\ntags: Sky\n---\nText",
};

async function watched(toml: string, environment = "") {
  const config = `${makeFolder({ "wrangler.toml": toml, ...articles })}/wrangler.toml`;
  const { content } = await build({ config, environment, purpose: "deploy", now });
  if (content === undefined) throw new Error("Cannot build the sample");
  return watchedFeeds(content, now);
}

describe("watchedFeeds()", () => {
  it("returns the feeds of the next version, without those of scheduled entries", async () => {
    const at = (path: string) => ["rss.xml", "atom.xml", "feed.json"].map((file) => `https://example.com${path}/${file}`);
    expect(await watched(settings + hub)).toEqual({
      hub: "https://hub.example/",
      url: "https://example.com",
      feeds: [...at(""), ...at("/categories/sea"), ...at("/authors/the-desk")],
    });
  });

  it("returns nothing without a hub", async () => {
    expect(await watched(settings)).toBeUndefined();
  });

  it("distinguishes the environments", async () => {
    const staging = settings.replace("[vars", "\n[env.staging.vars").replace("example.com", "staging.example.com");
    expect(await watched(settings + hub + staging, "staging")).toBeUndefined();
    expect(await watched(settings + staging + hub, "staging")).toMatchObject({ url: "https://staging.example.com" });
  });
});
