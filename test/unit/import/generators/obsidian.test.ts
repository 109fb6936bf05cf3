import { describe, expect, it } from "vitest";
import { obsidian } from "../../../../src/import/generators/obsidian.ts";
import { folderWith, open, planOf, plansOf } from "./in-memory-site.ts";

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

  it.each([
    ['["Private/"]', ["Private/a.md", "Private/b.png"]],
    ['["Private"]', ["Private/a.md", "Private/b.png"]],
    ['["/^Cl.*s\\\\//"]', ["Clients/c.md"]],
    ['["/lients|d\\\\.md/"]', ["Clients/c.md", "sub/d.md"]],
    ['["/(x|y)/"]', []],
  ])("leaves out the excluded files %s", (filters, expected) => {
    const texts = { "Private/a.md": "x", "Private/b.png": "", "Clients/c.md": "x", "sub/d.md": "x" };
    const { notes, plan } = open(obsidian, { ".obsidian/app.json": `{"userIgnoreFilters": ${filters}}`, ...texts });
    const leftOut = Object.entries(texts).filter(([path, body]) => plan({ path, frontMatter: {}, body })?.kind === "left out");
    expect(leftOut.map(([path]) => path).sort()).toEqual([...expected].sort());
    expect(notes.some((note) => note.startsWith("Cannot read /(x|y)/ of the excluded files"))).toBe(expected.length === 0);
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

  const created = "created: 2024-01-02\n";
  const note = (yaml: string) => `---\n${created}${yaml}\n---\nText`;
  const data = (plugin: string, value: unknown) => ({ [`.obsidian/plugins/${plugin}/data.json`]: JSON.stringify(value) });
  const actions = (files: Record<string, string>) =>
    Object.entries(plansOf(obsidian, { ".obsidian/app.json": "{}", ...files })).flatMap(([path, plan]) =>
      !path.endsWith(".md") || plan === undefined
        ? []
        : [`${path} ${plan.kind === "left out" ? plan.what : "keys" in plan && plan.keys?.["draft"] ? "draft" : plan.kind}`],
    );

  it.each<[string, Record<string, string>, readonly string[]]>([
    [
      "Digital Garden publishes only notes with dg-publish: true",
      { "a.md": note("dg-publish: true"), "b.md": note("dg-publish: false"), "c.md": note("x: 1"), "d.md": "Text" },
      ["a.md post", "b.md draft", "c.md notes without dg-publish: true", "d.md notes without dg-publish: true"],
    ],
    ["without a note that it publishes", { "a.md": note("dg-publish: false"), "b.md": note("x: 1") }, ["a.md draft", "b.md post"]],
    ["words about it", { "a.md": "Write `dg-publish: true`", "b.md": note("x: 1") }, ["a.md page", "b.md post"]],
    [
      "a note that one of two plugins publishes",
      { "a.md": note("dg-publish: true\npublish: false"), "b.md": note("dg-publish: false\npublish: true") },
      ["a.md post", "b.md post"],
    ],
    [
      "Enveloppe publishes only notes with share: true",
      {
        ".obsidian/community-plugins.json": '["obsidian-mkdocs-publisher"]',
        ...{ "a.md": note("share: true"), "b.md": note("share: false"), "c.md": note("x: 1") },
      },
      ["a.md post", "b.md draft", "c.md notes without share: true"],
    ],
    [
      "another key of Enveloppe",
      {
        ...data("obsidian-mkdocs-publisher", { plugin: { shareKey: "online" } }),
        ...{ "a.md": note("online: true"), "b.md": note("online: false"), "c.md": note("share: true") },
      },
      ["a.md post", "b.md draft", "c.md notes without online: true"],
    ],
    [
      "Enveloppe shares all notes",
      {
        ...data("obsidian-mkdocs-publisher", { plugin: { shareAll: { enable: true } } }),
        ...{ "a.md": note("share: true"), "b.md": note("share: false"), "c.md": note("x: 1") },
      },
      ["a.md post", "b.md draft", "c.md post"],
    ],
    [
      "share without a plugin",
      { "a.md": note("share: true"), "b.md": note("share: false"), "c.md": "Text" },
      ["a.md post", "b.md draft", "c.md page"],
    ],
    [
      "the diary",
      { ".obsidian/daily-notes.json": '{ "folder": "d" }', "d/2024-01-02.md": note("dg-publish: true"), "d/2024-01-03.md": "Text" },
      ["d/2024-01-02.md post", "d/2024-01-03.md notes of the diary without publish: true"],
    ],
  ])("publishes no note that a plugin keeps private: %s", (_name, files, expected) => {
    expect(actions(files)).toEqual(expected);
  });

  it("names notes that Obsidian Publish may not have published", () => {
    const files = { ".obsidian/app.json": "{}", "a.md": note("publish: true"), "b.md": note("x: 1"), "c.md": note("publish: false") };
    const notesOf = (vault: Record<string, string>) => {
      const site = open(obsidian, vault);
      for (const [path, text] of Object.entries(vault)) planOf(site, path, text);
      return site.notes.filter((each) => each.includes("publish: true"));
    };
    expect(notesOf(files)).toEqual([expect.stringMatching(/^Imported without publish: true, .*: b\.md$/)]);
    expect(notesOf({ ...files, "a.md": note("x: 1") })).toEqual([]);
  });

  it("reads the settings and keys of Digital Garden", () => {
    const files = {
      ".obsidian/app.json": "{}",
      ...data("digitalgarden", { siteName: "Moss", gardenBaseUrl: "moss.garden", mainLanguage: "de" }),
      "a.md": note("dg-publish: true\ndg-permalink: moon/\ndg-home: true"),
    };
    expect(open(obsidian, files).settings).toMatchObject({ title: "Moss", url: "https://moss.garden", language: "de" });
    expect(open(obsidian, files).notes).toEqual([expect.stringMatching(/^The addresses that Digital Garden makes are unknown/)]);
    expect(plansOf(obsidian, files)["a.md"]).toMatchObject({ address: { path: "/moon/" }, replacement: { frontMatter: {}, body: "Text" } });
  });
});
