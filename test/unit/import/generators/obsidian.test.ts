import { describe, expect, it } from "vitest";
import { obsidian } from "../../../../src/import/generators/obsidian.ts";
import { folderWith, plansOf } from "./in-memory-site.ts";

describe("obsidian", () => {
  it("recognizes a vault by its settings", () => {
    expect(obsidian.open(folderWith({ ".obsidian/app.json": "{" }))).toBeDefined();
    expect(obsidian.open(folderWith({ "a.md": "Text" }))).toBeUndefined();
  });

  it("decides what each file is", () => {
    const files = {
      ".obsidian/app.json": `{ "attachmentFolderPath": "files" }`,
      ".obsidian/templates.json": `{ "folder": "forms" }`,
      ".obsidian/daily-notes.json": `{ "folder": "diary" }`,
      "forms/post.md": "---\ndate: {{date}}\n---\n",
      "diary/2024-01-02.md": "Secret",
      "diary/2024-01-03.md": "---\npublish: true\n---\n",
      "blog/A.md": "---\ncreated: 2024-01-02\npermalink: moon\n---\n",
      "blog/B.md": "---\npublish: false\n---\n",
      "files/c.png": "",
      "files/d.excalidraw.md": "---\nexcalidraw-plugin: parsed\n---\nx",
      "README.md": "Text",
    };
    expect(plansOf(obsidian, files)).toMatchObject({
      "forms/post.md": { kind: "left out", what: "templates" },
      "diary/2024-01-02.md": { kind: "left out" },
      "diary/2024-01-03.md": { kind: "post" },
      "blog/A.md": { kind: "post", target: "blog/A.md", address: { path: "/moon" }, keys: { date: "2024-01-02" } },
      "blog/B.md": { kind: "page", keys: { draft: "true" } },
      "files/c.png": { kind: "media", target: "files/c.png" },
      "files/d.excalidraw.md": { kind: "left out", what: "drawings of Excalidraw" },
      "README.md": { kind: "left out" },
    });
  });

  it("removes the keys that only Obsidian reads from the copy", () => {
    const files = {
      ".obsidian/app.json": "{}",
      "a.md": "---\ntitle: A\ncreated: 2024-01-02\npublish: true\n---\nText",
      "b.md": "---\ntitle: B\n---\nText",
    };
    const plans = plansOf(obsidian, files);
    expect(plans["a.md"]).toMatchObject({ keys: { date: "2024-01-02" }, replacement: { frontMatter: { title: "A" }, body: "Text" } });
    expect(plans["b.md"]).not.toHaveProperty("replacement");
  });

  it("writes links and number signs in properties as words", () => {
    const front = (yaml: string) => `---\ndate: 2024-01-02\n${yaml}\n---\nSee [[Ebb]].`;
    const files = {
      ".obsidian/app.json": "{}",
      "a.md": front('author: "[[Ann Lee]]"\ncategories:\n  - "[[Posts]]"\ntags:\n  - sea'),
      "b.md": front('authors: ["[[people/Ann Lee.md#Life|Ann]] and [[people/Bo Ex]]", Cy]\ntags: ["#books", a#b, "C#"]'),
      "c.md": front("author: [[Ann Lee]]\ntags:\n  - [[Sea]]\n  - [[Moon], [Tide]]"),
      "d.md": front('category: "#x/y, #z"\nAuthor: "#1 fan"'),
      "e.md": front("author: Ann [Lee]\ntags: [a, b]\nup: '[[Home]]'"),
    };
    const plans = plansOf(obsidian, files) as Record<string, { corrections?: unknown }>;
    expect(["a.md", "b.md", "c.md", "d.md", "e.md"].map((path) => plans[path]?.corrections)).toEqual([
      { author: "Ann Lee", categories: ["Posts"] },
      { authors: ["Ann and Bo Ex", "Cy"], tags: ["books", "a#b", "C#"] },
      { author: ["Ann Lee"], tags: ["Sea", ["Moon", "Tide"]] },
      { category: "x/y, z" },
      undefined,
    ]);
  });
});
