import { describe, expect, it } from "vitest";
import { emptyPosts } from "../../../../src/import/old-site/left-out-article.ts";
import { planSite } from "../../../../src/import/old-site/plan-site.ts";
import type { OldSite } from "../../../../src/import/site-rules/old-site.ts";
import { folderWith } from "../generators/in-memory-site.ts";

const pages: OldSite = { settings: {}, notes: [], plan: ({ path }) => ({ kind: "page", target: path }) };

describe("planSite()", () => {
  it.each([
    ["nothing", "", 1],
    ["a comment", "<!-- do not\ntranslate -->\n", 1],
    ["an open comment", "<!-- x", 1],
    ["a component alone", "\n<Archives/>\n<Tags sort></Tags>\n", 1],
    ["tags of a template alone", "<ul>{% for p in posts %}<li>{{ p.title }}</li>{% endfor %}</ul>", 1],
    ["a component and a script", "<Home />\n<script setup>\nimport Home from './Home.vue'\nif (a < b) x()\n</script>", 1],
    ["a component with a hyphen and a style", "<home-view/>\n\n<style scoped>\n.a > b {}\n</style>", 1],
    ["components in each other", "<Layout title='a > b'>\n  <Home/>\n</Layout>", 1],
    ["only a script", "<script>\nexport default {}\n</script>", 1],
    ["an import and a component", 'import Chart from "@site/src/Chart";\nimport "./a.css";\n\n<Chart />', 1],
    ["an import in several lines", 'import {\n  A,\n  B,\n} from "./a"\n\n<A>\n<B/>\n</A>', 1],
    ["an export and a comment", "export const meta = {\n  a: 1,\n};\n\n{/* none */}\n\n<Chart />", 1],
    ["a script and an output of Vue", "<script setup>x()</script>\n\n<ul><li>{{ x }}</li></ul>", 1],
    ["a script and a text", "<script>\nx()\n</script>\n\nText", 0],
    ["an import, a component and a text", 'import Chart from "a";\n\n<Chart>Text</Chart>', 0],
    ["a component with a video", '<Layout>\n<Video src="a.mp4"/>\n</Layout>', 0],
    ["a component in code", "```vue\n<Home/>\n```", 0],
    ["a sentence about an import", "import A from B\n\nexport it", 0],
    ["a word that begins with script", "<scripts>Text</scripts>", 0],
    ["a picture and a script", "![A](a.png)\n\n<script>x()</script>", 0],
    ["tags and a picture", "{{ x }}<img src=a.png>", 0],
    ["a component and a text", "<Archives/>\n\nAll texts", 0],
    ["a text", "<!-- x --> Text", 0],
  ])("skips pages that have %s", (_name, body, count) => {
    const { articles, leftOut } = planSite(folderWith({ "a.md": `---\nslug: a\n---\n${body}` }), pages);
    expect([leftOut.get("pages without a text")?.length ?? 0, articles.length]).toEqual([count, 1 - count]);
  });

  it.each([
    ["photos", "photos:\n  - /media/sea.png", 1],
    ["a cover in a table", "header: {teaser: sea.png}", 1],
    ["an empty title and a picture", "title: ''\nimage: https://example.com/sea.png", 1],
    ["an encoded name", "image: ./the%20sea.png?w=1", 1],
    ["an empty list of photos", "photos: []", 0],
    ["a lost picture", "image: lost.png", 0],
    ["a link to another site", "link: https://example.com/", 1],
    ["a link by its own key", "external_url: https://example.com/", 1],
    ["the address of the post itself", "link: https://old.example/2024/a/", 0],
    ["a path of the site", "link: /b/", 0],
    ["a recording of another host", "enclosure: {url: 'https://example.com/1.mp3'}", 1],
    ["a recording of the site", "enclosure: /audio/one.mp3", 1],
    ["a lost recording", "enclosure: lost.mp3", 0],
    ["neither", "tags: [sea]", 0],
  ])("plans posts without a title and a text by their picture, recording or link: %s", (_name, keys, count) => {
    const posts: OldSite = { ...pages, plan: ({ path }) => (path === "a.md" ? { kind: "post", target: path } : undefined) };
    const { articles, leftOut } = planSite(
      folderWith({ "a.md": `---\ndate: 2024-01-01\n${keys}\n---\n`, "b/sea.png": "", "b/the sea.png": "", "audio/one.mp3": "" }),
      posts,
    );
    expect([articles.filter(({ path }) => path === "a.md").length, leftOut.get(emptyPosts) ?? []]).toEqual([
      count,
      count === 1 ? [] : ["a.md"],
    ]);
  });

  it("skips error pages of any generator", () => {
    const { articles, leftOut } = planSite(folderWith({ "404.md": "Lost", "500/index.md": "Sorry", "about.md": "I" }), pages);
    expect([articles.map(({ path }) => path), [...leftOut]]).toEqual([["about.md"], [["error pages", ["404.md", "500/index.md"]]]]);
  });

  it("reports unreadable and unpublished texts next to articles", () => {
    const site: OldSite = { ...pages, plan: ({ path }) => (path === "a/b.md" ? { kind: "page", target: path } : undefined) };
    const lost = {
      "a/_c.md": "C",
      "a/b.md.bak": "B",
      "a/b.md~": "B",
      "a/d.ipynb": "{}",
      "a/e.rst": "E",
      "a/f.rtf": "F",
      "a/g.markdn": "G",
      "a/h.text": "H",
      "a/i.words": "---\ntitle: I\n---\nText",
      "a/README.md": "R",
    };
    const others = {
      "a/LICENSE": "L",
      "README.md": "R",
      "a/b.js": "",
      "a/b.js.bak": "",
      "a/j.words": "J",
      "a/k.hbs": "---\nlayout: x\n---\n",
      "a/b.css": "",
      "c/d.md": "D",
      "c/e.rst": "E",
    };
    expect([...planSite(folderWith({ "a/b.md": "B", ...lost, ...others }), site).leftOut]).toEqual([
      ["files about the repository, such as README.md", ["a/README.md"]],
      ["Markdown files that the old site did not publish as articles", ["a/_c.md"]],
      ["backup copies of texts", ["a/b.md.bak", "a/b.md~"]],
      ["texts that are not Markdown or HTML", ["a/d.ipynb", "a/e.rst", "a/f.rtf"]],
      ["texts whose extension is not .md, .html or .txt", ["a/g.markdn", "a/h.text", "a/i.words"]],
    ]);
  });

  it.each([["robots.txt"], ["static/robots.txt"]])("reports the skipped file %s", (path) => {
    const site: OldSite = { ...pages, plan: ({ path: own }) => (own === "a/b.md" ? { kind: "page", target: own } : undefined) };
    const files = { "a/b.md": "B", [path]: "User-agent: *", "themes/x/layouts/robots.txt": "" };
    expect([...planSite(folderWith(files), site).leftOut]).toEqual([["files for crawlers, such as robots.txt", [path]]]);
  });

  it.each(["CNAME", "static/CNAME", "public/_redirects", "source/_headers", "content/extra/CNAME"])(
    "reports the file %s for the old host",
    (path) => {
      const planned = (own: string) => (own === "a/b.md" ? ({ kind: "page", target: own } as const) : undefined);
      const site: OldSite = {
        ...pages,
        plan: ({ path: own }) => planned(own) ?? (own === path ? { kind: "attachment", target: "CNAME" } : undefined),
      };
      const files = { "a/b.md": "B", [path]: "a.org", "themes/x/static/CNAME": "" };
      expect([...planSite(folderWith(files), site).leftOut]).toEqual([["files for the old host, such as CNAME and _redirects", [path]]]);
    },
  );

  it("reports files without an extension next to articles", () => {
    const site: OldSite = { ...pages, plan: ({ path }) => (path.endsWith(".md") ? { kind: "page", target: path } : undefined) };
    const files = {
      "a/b.md": "A",
      "a/noext": "B",
      "a/NOTES": "N",
      "a/LICENSE": "C",
      "a/Makefile": "D",
      "c/other": "E",
      "a/d.js": "F",
    };
    expect([...planSite(folderWith(files), site).leftOut]).toEqual([["files without an extension", ["a/NOTES", "a/noext"]]]);
  });

  it("reports texts with front matter and an unusual name in folders without articles", () => {
    const site: OldSite = { ...pages, plan: ({ path }) => (path.endsWith(".md") ? { kind: "page", target: path } : undefined) };
    const [yaml, toml] = ["---\ntitle: Rose\n---\nText", "+++\ntitle = 'Rose'\n+++\nText"];
    const lost = { "content/wiki/Rose": yaml, "content/wiki/plants/Oak": toml, "wiki/elm.text": yaml };
    const others = {
      "wiki/plain": "Text",
      "wiki/rule": "---\n\nText",
      "themes/x/Rose": yaml,
      "wiki/LICENSE": yaml,
      "archetypes/post": yaml,
      "wiki/a.yaml": yaml,
      "wiki/a.njk": yaml,
    };
    expect([...planSite(folderWith({ "content/posts/a.md": "A", ...lost, ...others }), site).leftOut]).toEqual([
      ["files without an extension", ["content/wiki/Rose", "content/wiki/plants/Oak"]],
      ["texts whose extension is not .md, .html or .txt", ["wiki/elm.text"]],
    ]);
  });

  it("names texts with dates in folders that the site does not contain", () => {
    const site: OldSite = { ...pages, plan: ({ path }) => (path.startsWith("site/") ? { kind: "page", target: path } : undefined) };
    const dated = "---\ndate: 2024-01-02\n---\nText";
    const lost = ["blog/2024-01-02-a.md", "blog/one/index.md", "blog/_posts/two.md"];
    const others = ["themes/x/a.md", "blog/test/b.md", "blog/_x/c.md", "CHANGELOG.md", "blog/d.njk"];
    const files = Object.fromEntries([...lost, ...others, "site/e.md"].map((path) => [path, dated]));
    const own = { "notes/own.md": "---\ncreatedAt: 2024-01-02\n---\nText", "public/posts/a.md": dated };
    const anySchema = { ...site, hasAnySchema: true } as const;
    expect(planSite(folderWith(own), anySchema).notes).toEqual([
      expect.stringMatching(/^Left out texts with dates .*: notes\/own\.md, public\/posts\/a\.md$/),
    ]);
    expect(planSite(folderWith({ ...files, "blog/undated.md": "Text" }), site).notes).toEqual([
      `Left out texts with dates in folders that the configuration does not name; if they are yours, import their folder, too: ${lost.sort().join(", ")}`,
    ]);
  });

  it("reports documents of other programs next to articles", () => {
    const site: OldSite = { ...pages, plan: ({ path }) => (path.endsWith(".md") ? { kind: "page", target: path } : undefined) };
    const files = { "a/b.md": "A", "a/c.rtf": "B", "a/d.md.bak": "C", "a/e.canvas": "D", "f/g.rtf": "E", "a/h.js": "F" };
    expect([...planSite(folderWith(files), site).leftOut]).toEqual([
      ["texts that are not Markdown or HTML", ["a/c.rtf"]],
      ["backup copies of texts", ["a/d.md.bak"]],
      ["canvases of Obsidian", ["a/e.canvas"]],
    ]);
  });

  it("finds targets that differ only in case", () => {
    const { renamed, sameButCase } = planSite(folderWith({ "Moon.md": "A", "a/moon.md": "B", "moon.md": "C" }), pages);
    expect([...renamed, ...sameButCase]).toEqual([["moon.md", "Moon.md"]]);
  });
});
