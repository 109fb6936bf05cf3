import { describe, expect, it } from "vitest";
import { sourceAliases } from "../../../../src/import/configuration/source-aliases.ts";
import { type Files, folderWith } from "../generators/in-memory-site.ts";

const resolve = "const path = require('path')\n";

describe("sourceAliases()", () => {
  it.each<[string, Files, string, string]>([
    ["paths", { "tsconfig.json": '{"compilerOptions":{"paths":{"@pics/*":["./a/pics/*"]}}} // x' }, "@pics/m.png", "a/pics/m.png"],
    ["paths and baseUrl", { "jsconfig.json": '{"compilerOptions":{"baseUrl":"a","paths":{"pics/*":["p/*"]}}}' }, "pics/m.png", "a/p/m.png"],
    ["imports of package.json", { "package.json": '{"imports":{"#pics/*":"./a/*"}}' }, "#pics/m.png", "a/m.png"],
    [
      "a URL of the module",
      { "astro.config.mjs": "export default { vite: { resolve: { alias: { '@p': fileURLToPath(new URL('./a/p', import.meta.url)) } } } }" },
      "@p/m.png",
      "a/p/m.png",
    ],
    [
      "the path of a URL",
      { "vite.config.ts": "export default defineConfig({ resolve: { alias: { '@p': new URL('./a/p', import.meta.url).pathname } } })" },
      "@p/m.png",
      "a/p/m.png",
    ],
    [
      "a path from the root",
      { "eleventy.config.js": "export default (c) => c.x({ resolve: { alias: { '@p': '/a/p' } } })" },
      "@p/m",
      "a/p/m",
    ],
    [
      "a list of Vite",
      {
        ".vitepress/config.ts": `${resolve}export default { vite: { resolve: { alias: [{ find: '@p', replacement: path.join(__dirname, '../a') }] } } }`,
      },
      "@p/m.png",
      "a/m.png",
    ],
    [
      "a member",
      { "next.config.js": `${resolve}module.exports = { webpack(c) { c.resolve.alias['@p'] = path.join(__dirname, 'a'); return c } }` },
      "@p/m.png",
      "a/m.png",
    ],
    [
      "a new table",
      { "next.config.js": "module.exports = { webpack(c) { c.resolve.alias = { ...c.resolve.alias, p: './a' } } }" },
      "p/m.png",
      "a/m.png",
    ],
    [
      "a chain, after the ~ of webpack",
      { ".vuepress/config.js": "module.exports = { chainWebpack(c) { c.resolve.alias.set('x', './x').set('@p', '../a') } }" },
      "~@p/m.png",
      "a/m.png",
    ],
    [
      "a constant",
      {
        "gatsby-node.js":
          "const alias = { '@p': './a' }\nexports.onCreateWebpackConfig = ({ actions }) => actions.setWebpackConfig({ resolve: { alias } })",
      },
      "@p/m.png",
      "a/m.png",
    ],
    ["a star of SvelteKit", { "svelte.config.js": "export default { kit: { alias: { '$p/*': 'a/*' } } }" }, "$p/m.png", "a/m.png"],
    ["the longest name", { "vite.config.js": "export default { resolve: { alias: { p: './a', 'p/q': './b' } } }" }, "p/q/m.png", "b/m.png"],
    ["$lib of SvelteKit", {}, "$lib/m.png", "src/lib/m.png"],
    ["the usual name of the sources", {}, "@/m.png", "src/m.png"],
  ])("reads %s", (_name, files, reference, expected) => {
    expect(sourceAliases(folderWith(files), "")(reference)[0]).toBe(expected);
  });

  it("reads the configurations of the folder of the site", () => {
    const files = {
      "web/vite.config.js": "export default { resolve: { alias: { '@p': './a' } } }",
      "vite.config.js": "export default { alias: { '@q': 'b' } }",
    };
    const find = sourceAliases(folderWith(files), "web");
    expect([find("@p/m.png"), find("@q/m.png")]).toEqual([["web/a/m.png"], []]);
  });

  it.each(["./m.png", "../m.png", "/m.png", "m.png", "@pics/m.png", "https://example.org/m.png", "@p"])(
    "has no path for %j",
    (reference) => {
      const files = { "vite.config.js": "export default { resolve: { alias: { '.': 'a', https: 'a', '@pic': 'a' } } }" };
      expect(sourceAliases(folderWith(files), "")(reference)).toEqual([]);
    },
  );

  it("does not report a configuration that it cannot read", () => {
    const faults: unknown[] = [];
    const folder = {
      ...folderWith({ "vite.config.js": "export default {", "tsconfig.json": "{" }),
      report: (fault: unknown) => faults.push(fault),
    };
    expect([sourceAliases(folder, "")("@p/m.png"), faults]).toEqual([[], []]);
  });
});
