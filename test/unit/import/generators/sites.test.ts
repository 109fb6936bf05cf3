import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { astro } from "../../../../src/import/generators/astro.ts";
import { docusaurus } from "../../../../src/import/generators/docusaurus.ts";
import { eleventy } from "../../../../src/import/generators/eleventy.ts";
import { gatsby } from "../../../../src/import/generators/gatsby.ts";
import { next } from "../../../../src/import/generators/next.ts";
import { quartz } from "../../../../src/import/generators/quartz.ts";
import { vitepress } from "../../../../src/import/generators/vitepress.ts";
import { vuepress } from "../../../../src/import/generators/vuepress.ts";
import { filesOf, plannedSite } from "./planned-fixture.ts";

const sites = join(import.meta.dirname, "../../../fixtures/sites");

describe("the sites of test/fixtures/sites", () => {
  it.each(Object.entries({ astro, docusaurus, eleventy, gatsby, next, quartz, vitepress, vuepress }))(
    "plans %s as expected",
    (name, generator) => {
      const expected: unknown = JSON.parse(readFileSync(join(sites, name, "expected.json"), "utf8"));
      expect(plannedSite(generator, filesOf(join(sites, name)))).toEqual(expected);
    },
  );
});
