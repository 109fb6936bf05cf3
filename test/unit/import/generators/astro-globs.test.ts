import { describe, expect, it } from "vitest";
import { astro } from "../../../../src/import/generators/astro.ts";
import { addressesOf, type Files, plansOf } from "./in-memory-site.ts";
import { openSite } from "./planned-site.ts";

const post = "---\ntitle: A\ndate: 2025-07-04\n---\nText";
const config = { "package.json": "{}", "astro.config.mjs": "export default { site: 'https://moon.example' }" };

describe("astro with texts that code reads by patterns", () => {
  it.each<[string, string, Files]>([
    [
      "import.meta.glob() of a module",
      "markdown/a.md",
      {
        "src/posts.js": 'export const posts = import.meta.glob("../markdown/*.md", { eager: true });',
        "src/pages/posts/[slug].astro": '---\nimport { posts } from "../../posts.js";\n---\n',
        "src/pages/feed.json.js": 'import { posts } from "../posts.js"; export const GET = () => new Response(posts);',
      },
    ],
    [
      "Astro.glob()",
      "src/markdown/a.md",
      { "src/pages/posts/[...slug].astro": '---\nconst posts = await Astro.glob<Post>("../../markdown/**/*.md");\n---\n' },
    ],
    [
      "an alias",
      "src/markdown/a.md",
      { "src/pages/posts/[slug]/index.astro": '---\nconst a = import.meta.glob("@/markdown/*.md");\n---\n' },
    ],
  ])("imports them by %s, and takes the address of the page for a guess", (_name, path, files) => {
    const all = { ...config, ...files, [path]: post };
    expect(plansOf(astro, all)[path]).toMatchObject({ kind: "post", target: "a.md", isGuess: true });
    expect(addressesOf(astro, all)[path]?.replace(/\/$/, "")).toBe("/posts/a");
    expect(openSite(astro, all).site.notes).toEqual([]);
  });

  it("says that the address is unknown if no page is found", () => {
    const all = {
      ...config,
      "src/pages/index.astro": '---\nAstro.glob("../../markdown/*.md");\n---\n',
      "markdown/a.md": post,
      "markdown/a.png": "",
    };
    const { addressOf, plan, site } = openSite(astro, all);
    expect([plan("markdown/a.md")?.kind, addressOf("markdown/a.md")]).toEqual(["post", "unknown"]);
    expect(plan("markdown/a.png")).toEqual({ kind: "media", target: "a.png" });
    expect(site.notes).toEqual([
      "Cannot find the page in src/pages that publishes the folder markdown: its addresses are unknown; write permalink into the settings",
    ]);
  });

  it("imports them next to a collection with a page of its own", () => {
    const all = {
      ...config,
      "src/content/blog/a.md": post,
      "src/pages/blog/[slug].astro": '---\nconst posts = await getCollection("blog");\n---\n',
      "src/pages/notes/[slug].astro":
        '---\nconst notes = Astro.glob("../../notes/*.md"); const posts = await getCollection("blog");\n---\n',
      "src/notes/b.md": post,
    };
    expect(plansOf(astro, all)["src/notes/b.md"]).toMatchObject({ kind: "post", target: "notes/b.md", isGuess: true });
  });

  it("imports no texts of collections, and none without dates that only a component reads", () => {
    const all = {
      ...config,
      "src/content/blog/a.md": post,
      "src/pages/blog/[slug].astro":
        '---\nconst posts = await getCollection("blog"); const all = import.meta.glob("../../content/blog/*.md");\n---\n',
      "src/components/Quotes.astro": '---\nconst all = Astro.glob("../quotes/*.md");\n---\n',
      "src/quotes/b.md": "Text",
    };
    expect(plansOf(astro, all)["src/content/blog/a.md"]).not.toHaveProperty("isGuess");
    expect(plansOf(astro, all)["src/quotes/b.md"]).toBeUndefined();
  });
});
