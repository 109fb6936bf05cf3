import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { importArticles } from "../../../../../src/cli/import/import-articles.ts";
import { findContentService } from "../../../../../src/import/generators/unknown/content-service.ts";
import { sampleSite } from "../../../../samples.ts";
import { makeFolder } from "../../../cli/sample-folder.ts";
import { folderWith } from "../in-memory-site.ts";

const post = "---\ntitle: A\ndate: 2024-02-03\n---\nText";
const old = (folder: string) => join(folder, "old");
const run = (folder: string, sources: readonly string[]) =>
  importArticles(sources, { site: sampleSite, now: Date.UTC(2025, 0, 1), folder: join(folder, "articles"), isDryRun: false });

describe("explainNothing()", () => {
  it.each([
    [{ "main.c": "int x;" }, "the folder has no articles, which are Markdown, HTML and text files"],
    [
      { "main.c": "int x;", "README.md": "# x" },
      "no text of the folder counts as an article: README.md (about the repository); if your articles are elsewhere, name their folder: npm run import -- FOLDER",
    ],
    [
      {
        "package.json": '{"dependencies":{"next":"14","microcms-js-sdk":"2"}}',
        "next.config.js": "",
        "pages/blog/[id].js": "",
        "README.md": "# x",
      },
      "no text of the folder counts as an article: README.md (about the repository); the texts seem to be in microCMS (microcms-js-sdk in package.json); export them as Markdown and import the folder, or import the feed of the site: npm run import -- https://YOUR-SITE/feed.xml",
    ],
    [
      { "web/package.json": '{"devDependencies":{"@tryghost/content-api":"1"}}', "web/a.js": "" },
      "the folder has no articles, which are Markdown, HTML and text files; the texts seem to be in Ghost (@tryghost/content-api in web/package.json); import the file of Settings → Export: npm run import -- FILE",
    ],
    [
      { "package.json": '{"dependencies":{"contentful":"14"}}', "docs/a.md": "# A" },
      "no text of the folder counts as an article: docs/a.md (no date, in the folder docs); if these are your articles, import them: npm run import -- OLD/docs",
    ],
    [
      { "package.json": "{}", "docs/guide/a.md": "# A", "docs/b.md": "# B", "README.md": "# x", "tests/c.md": post },
      "no text of the folder counts as an article: docs/b.md (no date, in the folder docs), docs/guide/a.md (no date, in the folder docs), tests/c.md (in the folder tests), and 1 more; if these are your articles, import them: npm run import -- OLD/docs",
    ],
    [
      { "package.json": '{"dependencies":{"next":"14"}}', "next.config.js": "", "blog/a.mdx": "# A", "blog/b.mdx": "# B" },
      "no text of the folder counts as an article: blog/a.mdx (no date, in a project of code with package.json), blog/b.mdx (no date, in a project of code with package.json); if these are your articles, import them: npm run import -- OLD/blog",
    ],
    [
      { "package.json": "{}", "src/routes/about/content.md": "# A", "src/routes/b/content.md": "# B", "src/routes/+page.svelte": "" },
      "no text of the folder counts as an article: src/routes/about/content.md (no date, in a project of code with package.json), src/routes/b/content.md (no date, in a project of code with package.json); if these are your articles, import them: npm run import -- OLD/src/routes",
    ],
    [
      { "go.mod": "", "bench/fixtures/a.md": "# A", "bench/b.md": "# B", ".verb.md": "# C" },
      "no text of the folder counts as an article: bench/b.md (no date, in a project of code with go.mod), bench/fixtures/a.md (in the folder fixtures); if these are your articles, import them: npm run import -- OLD/bench",
    ],
    [
      { "package.json": "{}", "public/a.html": '<meta name="date" content="2020-03-04"><p>x' },
      "no text of the folder counts as an article: public/a.html (in a folder whose files are published as they are); if these are your articles, import them: npm run import -- OLD/public",
    ],
    [
      { Makefile: "", "guide.md": "# A" },
      "no text of the folder counts as an article: guide.md (no date, in a project of code with Makefile); if guide.md is an article, import it: npm run import -- OLD/guide.md",
    ],
    [
      { "hugo.toml": "", "package.json": "{}", "content/posts/_index.md": "Text", "README.md": "# x", "notes.md": "Text" },
      "no text of the folder counts as an article: notes.md (no date, in a project of code with package.json), content/posts/_index.md (one of the section pages with a text), README.md (about the repository); if notes.md is an article, import it: npm run import -- OLD/notes.md",
    ],
  ])("names the texts of a folder without articles, the reasons and the next command: %j", async (files, message) => {
    const folder = makeFolder(Object.fromEntries(Object.entries(files).map(([path, text]) => [`old/${path}`, text])));
    const result = await run(folder, [old(folder)]);
    const [concern, ...others] = result.concerns.map(({ note }) => note);
    expect(others).toEqual([]);
    expect(concern).toContain(`Nothing to import: ${message.replace(/\bOLD\b/, old(folder))}`);
  });

  it("names a command that imports the texts", async () => {
    const folder = makeFolder({ "old/package.json": "{}", "old/docs/a.md": "# A", "old/docs/b.md": "# B" });
    const { concerns } = await run(folder, [old(folder)]);
    const source = concerns[0]?.note.split("npm run import -- ")[1] ?? "";
    expect((await run(folder, [source])).written).toHaveLength(2);
  });
});

describe("findContentService()", () => {
  it.each([
    ["@contentful/rich-text-react-renderer", "Contentful"],
    ["@sanity/client", "Sanity"],
    ["@notionhq/client", "Notion"],
    ["@wordpress/api-fetch", "WordPress"],
    ["@prismicio/client", "Prismic"],
    ["gatsby-source-strapi", "Strapi"],
    ["react-datocms", "DatoCMS"],
    ["@storyblok/react", "Storyblok"],
    ["graphql-request", "a service with GraphQL"],
    ["@wordpress/scripts", undefined],
    ["contentful-x", undefined],
    ["next", undefined],
  ])("of %s is %s", (name, service) => {
    const folder = folderWith({ "package.json": JSON.stringify({ dependencies: { [name]: "1" } }) });
    expect(findContentService(folder)?.name).toBe(service);
  });
});
