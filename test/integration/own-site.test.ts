import { resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { build } from "../../src/build/build.ts";
import { describeBuild } from "../../src/build/describe-build.ts";
import { checkDocument } from "../../src/conformance/check.ts";
import { npmStart, type StartedSite } from "./npm-start.ts";

// This tests the site of the owner of this copy: wrangler.toml and the articles, as `npm start` shows them.
const root = resolve(import.meta.dirname, "../..");
const now = Date.now();

describe("your site", () => {
  it("compiles", async () => {
    const result = await build({ config: resolve(root, "wrangler.toml"), environment: "", purpose: "compile", now });
    expect(result.content, describeBuild(result, now).join("\n")).toBeDefined();
  });
});

describe("your site in workerd", () => {
  let site: StartedSite;
  let origin: string;
  beforeAll(async () => {
    site = await npmStart(root);
    origin = site.origin;
  }, 120_000);
  afterAll(() => site.end());

  it.each([
    ["rss", "/rss.xml"],
    ["atom", "/atom.xml"],
    ["json", "/feed.json"],
  ] as const)("serves %s that obeys every rule", async (format, path) => {
    const response = await fetch(new URL(path, origin));
    expect(response.status).toBe(200);
    // URLs of this machine are not canonical, which the rules report too.
    const document = (await response.text()).replaceAll(origin, "https://your.example");
    expect(checkDocument(format, document, `https://your.example${path}`, Date.now())).toEqual([]);
  });

  it("serves a page for every entry", async () => {
    const feed = (await (await fetch(new URL("/feed.json", origin))).json()) as { items: { url: string }[] };
    for (const { url } of [{ url: `${origin}/` }, ...feed.items]) expect((await fetch(url)).status).toBe(200);
  });
});
