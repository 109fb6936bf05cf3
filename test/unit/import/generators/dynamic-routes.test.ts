import { expect, it } from "vitest";
import { astro } from "../../../../src/import/generators/astro.ts";
import { gatsby } from "../../../../src/import/generators/gatsby.ts";
import { next } from "../../../../src/import/generators/next.ts";
import { unknownFolder } from "../../../../src/import/generators/unknown-folder.ts";
import { dynamicRoutes } from "../../../../src/import/site-rules/content-file.ts";
import type { Generator } from "../../../../src/import/site-rules/old-site.ts";
import { openSite } from "./planned-site.ts";

const post = "---\ntitle: A\ndate: 2024-02-02\n---\nText";
const ofAstro = { "astro.config.mjs": "export default {};", "src/pages/a.md": post };
const ofNext = { "next.config.js": "module.exports = {};", "pages/a.mdx": post };
const ofGatsby = { "gatsby-config.js": "module.exports = { plugins: ['gatsby-plugin-mdx'] };", "src/pages/a.mdx": post };
const ofUnknown = { "pages/a.md": post };

it.each<[Generator, Readonly<Record<string, string>>, string, boolean]>([
  [astro, ofAstro, "src/pages/[slug].md", true],
  [astro, ofAstro, "src/pages/[lang]/about.md", true],
  [astro, ofAstro, "src/pages/blog/[...slug].mdx", true],
  [next, ofNext, "pages/[slug].mdx", true],
  [next, ofNext, "pages/docs/[[...slug]].mdx", true],
  [next, ofNext, "app/blog/[slug]/page.mdx", true],
  [next, ofNext, "pages/_app.mdx", false],
  [gatsby, ofGatsby, "src/pages/{Mdx.fields__slug}.mdx", true],
  [gatsby, ofGatsby, "src/pages/items/[id].mdx", true],
  [unknownFolder, ofUnknown, "src/routes/blog/[slug]/+page.md", true],
  [unknownFolder, ofUnknown, "pages/[name].md", true],
  [unknownFolder, ofUnknown, "app/routes/blog.$slug.mdx", true],
  [unknownFolder, ofUnknown, "pages/[Draft] moon.md", false],
  [unknownFolder, ofUnknown, "pages/earn-$100.md", false],
  [unknownFolder, ofUnknown, "notes/[moon].md", false],
])("leaves out the template of a dynamic route: %o %o %s", (generator, files, path, isLeftOut) => {
  const left = { kind: "left out", what: dynamicRoutes };
  const plan = openSite(generator, { ...files, [path]: post }).plan(path);
  if (isLeftOut) expect(plan).toEqual(left);
  else expect(plan).not.toEqual(left);
});
