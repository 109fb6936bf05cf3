import { describe, expect, it } from "vitest";
import { eleventy } from "../../../../src/import/generators/eleventy.ts";
import { planSite } from "../../../../src/import/old-site/plan-site.ts";
import { folderWith, open } from "./in-memory-site.ts";

const text = (keys: string) => `---\ntitle: A\ndate: 2024-01-02\n${keys}\n---\nText`;
const posts = { "posts/public.md": text(""), "posts/wip.md": text("status: wip"), "posts/draft.md": text("draft: true") };

function hiddenIn(code: string, more: Record<string, string> = {}): Record<string, string> {
  const files = { ...posts, "eleventy.config.js": code, ...more };
  const { articles } = planSite(folderWith(files), open(eleventy, files));
  const hidden = articles.flatMap(({ path, plan }) =>
    plan.hiddenBy === undefined ? [] : [[path, plan.hiddenBy.isCertain ? "hidden" : "perhaps"]],
  );
  return Object.fromEntries(hidden);
}

const config = (call: string) => `export default function (eleventyConfig) { eleventyConfig.addPreprocessor(${call}); }`;
const wip = { "posts/wip.md": "hidden" };

describe("eleventy.plan() with preprocessors", () => {
  it.each<[string, Record<string, string>]>([
    ['"drafts", "*", (data, content) => { if (data.draft || data.status === "wip") return false; }', wip],
    ['"drafts", "md,njk", (data) => data.status !== "wip"', wip],
    ['"drafts", ["html", "md"], function (data) { if (data.status === "wip") { return false; } return undefined; }', wip],
    ['"drafts", "njk", (data) => data.status !== "wip"', {}],
    ['"drafts", "*", (data) => { if (data.draft && process.env.ELEVENTY_RUN_MODE === "build") return false; }', {}],
    ['"drafts", "*", (data) => { console.log(data.title); if (data.draft) { data.title = "x"; } }', {}],
    ['"drafts", "*", (data) => { if (data.status && data.eleventy.env.runMode !== "serve") return false; }', wip],
    ['"later", "*", (data) => { if (data.page.date > new Date()) return false; }', {}],
    ['"secret", "*", (data) => { if (isSecret(data)) return false; }', { "posts/public.md": "perhaps", "posts/wip.md": "perhaps" }],
  ])("makes drafts of those that %s hides", (call, hidden) => {
    expect(hiddenIn(config(call))).toEqual(hidden);
  });

  it("reads plugins of the site, and data of folders", () => {
    const plugin =
      'const hide = (data) => { if (data.state === "wip") return false; };\nexport default (c) => c.addPreprocessor("a", "*", hide);';
    const code = 'import drafts from "./plugins/drafts.js";\nexport default (c) => { c.addPlugin(drafts); };';
    const more = { "plugins/drafts.js": plugin, "old/old.json": '{ "state": "wip" }', "old/a.md": text("") };
    expect(hiddenIn(code, more)).toEqual({ "old/a.md": "hidden" });
  });
});
