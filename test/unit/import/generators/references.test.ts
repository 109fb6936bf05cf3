import { describe, expect, it } from "vitest";
import { astro } from "../../../../src/import/generators/astro.ts";
import { docusaurus } from "../../../../src/import/generators/docusaurus.ts";
import { gatsby } from "../../../../src/import/generators/gatsby.ts";
import { quartz } from "../../../../src/import/generators/quartz.ts";
import { vitepress } from "../../../../src/import/generators/vitepress.ts";
import { vuepress } from "../../../../src/import/generators/vuepress.ts";
import { open } from "./in-memory-site.ts";

const text = "---\ntitle: A\ndate: 2024-01-02\n---\nx";

describe("OldSite.linkBase", () => {
  it.each([
    [docusaurus, "docusaurus.config.js", 'module.exports = { baseUrl: "/d/", presets: [["classic", {}]] }', "/d/"],
    [docusaurus, "docusaurus.config.js", 'module.exports = { baseUrl: "/" }', undefined],
    [vitepress, ".vitepress/config.js", 'export default { base: "/v/" }', "/v/"],
    [vitepress, ".vitepress/config.js", "export default {}", undefined],
    [vuepress, ".vuepress/config.js", 'module.exports = { base: "/v/w/" }', "/v/w/"],
    [gatsby, "gatsby-config.js", 'module.exports = { pathPrefix: "/g" }', "/g/"],
    [gatsby, "gatsby-config.js", "module.exports = {}", undefined],
    [quartz, "quartz.config.ts", 'export default { configuration: { baseUrl: "ann.example/q" } }', "/q/"],
    [quartz, "quartz.config.ts", 'export default { configuration: { baseUrl: "ann.example" } }', undefined],
  ])("is the path that $name writes before links", (generator, path, config, expected) => {
    expect(open(generator, { [path]: config, "blog/a.md": text }).linkBase).toBe(expected);
  });
});

describe("OldSite.pathsOf()", () => {
  it("knows the names of folders", () => {
    expect(open(docusaurus, { "web/docusaurus.config.js": "module.exports = {}" }).pathsOf?.("@site/static/a.png")).toEqual([
      "web/static/a.png",
    ]);
    const site = open(astro, { "astro.config.mjs": "export default {}", "src/content/blog/a.md": text });
    expect(["@/assets/a.png", "~/assets/a.png", "./a.png"].flatMap((reference) => site.pathsOf?.(reference) ?? [])).toEqual([
      "src/assets/a.png",
      "src/assets/a.png",
    ]);
  });
});
