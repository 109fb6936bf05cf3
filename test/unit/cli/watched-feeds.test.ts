import { describe, expect, it } from "vitest";
import { findWatchedFeeds } from "../../../src/cli/watched-feeds.ts";
import { makeFolder, settings } from "./sample-folder.ts";

const now = Date.UTC(2025, 0, 1);
const hub = 'hub = "https://hub.example/"\n';
const articles = {
  "articles/now.md": "---\ndate: 2024-11-06\ntags: Sea\n---\nText",
  "articles/later.md": "---\ndate: 2025-11-06\ntags: Sky\n---\nText",
};
const find = (toml: string, environment = "", more = {}) =>
  findWatchedFeeds({ config: `${makeFolder({ "wrangler.toml": toml, ...articles, ...more })}/wrangler.toml`, environment, now });

describe("findWatchedFeeds()", () => {
  it("names the feeds that the site is about to have, and none of what is scheduled", async () => {
    const at = (path: string) => ["rss.xml", "atom.xml", "feed.json"].map((file) => `https://example.com${path}/${file}`);
    expect(await find(settings + hub)).toEqual({
      hub: "https://hub.example/",
      url: "https://example.com",
      feeds: [...at(""), ...at("/categories/sea"), ...at("/authors/the-desk")],
    });
  });

  it("finds nothing to watch without a hub", async () => {
    expect(await find(settings)).toBeUndefined();
  });

  it("knows the environments apart", async () => {
    const staging = settings.replace("[vars", "\n[env.staging.vars").replace("example.com", "staging.example.com");
    expect(await find(settings + hub + staging, "staging")).toBeUndefined();
    expect(await find(settings + staging + hub, "staging")).toMatchObject({ url: "https://staging.example.com" });
    expect(await find(settings + hub + staging, "other")).toBeUndefined();
  });

  it("leaves it to the deployment to say what is wrong with the site", async () => {
    expect(await find(settings + hub, "", { "articles/now.md": "Text" })).toBeUndefined();
    expect(await find(settings.replace("https://example.com", "") + hub)).toBeUndefined();
    expect(await find("[vars.SITE")).toBeUndefined();
  });
});
