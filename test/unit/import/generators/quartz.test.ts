import { describe, expect, it } from "vitest";
import { quartz } from "../../../../src/import/generators/quartz.ts";
import { addressesOf, folderWith, open, plansOf } from "./in-memory-site.ts";

const config = (plugins = "") => ({
  "quartz.config.ts": `import { QuartzConfig } from "./quartz/cfg";
    const config: QuartzConfig = { configuration: { pageTitle: "Garden", baseUrl: "example.org/notes", locale: "de-DE", ignorePatterns: ["private"] }, plugins: { filters: [${plugins}] } };
    export default config;`,
});

describe("quartz.open()", () => {
  it("recognizes a site by its configuration, and reads its settings", () => {
    expect(quartz.open(folderWith({ "content/a.md": "Text" }))).toBeUndefined();
    expect(open(quartz, config()).settings).toMatchObject({ title: "Garden", url: "https://example.org", language: "de-DE" });
  });
});

describe("quartz.plan()", () => {
  it.each([
    ["a.md", "/notes/a"],
    ["Some Folder/My Note.md", "/notes/Some-Folder/My-Note"],
    ["Q&A 100%?.md", "/notes/Q-and-A-100-percent"],
    ["folder/index.md", "/notes/folder/"],
    ["index.md", "/notes/"],
    ["Über #1.md", "/notes/Über-1"],
  ])("computes the address of %s", (name, address) => {
    expect(addressesOf(quartz, { ...config(), [`content/${name}`]: "Text" })).toEqual({ [`content/${name}`]: address });
  });

  it("decides what each file is", () => {
    const files = {
      ...config(),
      "content/a.md": "---\ncreated: 2024-01-02\nmodified: 2024-02-03\n---\n",
      "content/b.md": "Text",
      "content/c.md": "---\ndate: 2024-01-02\npublish: false\n---\n",
      "content/private/d.md": "Text",
      "content/attachments/e.png": "",
      "docs/f.md": "Text",
    };
    expect(plansOf(quartz, files)).toMatchObject({
      "content/a.md": { kind: "post", keys: { date: "2024-01-02" } },
      "content/b.md": { kind: "page" },
      "content/c.md": { kind: "post", keys: { draft: "true" } },
      "content/private/d.md": { kind: "left out" },
      "content/attachments/e.png": { kind: "media", target: "attachments/e.png" },
    });
    expect(plansOf(quartz, files)["docs/f.md"]).toBeUndefined();
  });

  it("uses the file name of a note as its title, as Quartz does, even if it has a heading", () => {
    const files = {
      ...config(),
      "content/Slow Reading.md": "# Part one\nText",
      "content/folder/index.md": "Text",
      "content/b.md": "---\ntitle: Own\n---\n# Part",
      "content/index.md": "# Welcome",
    };
    const plans = plansOf(quartz, files);
    expect(plans["content/Slow Reading.md"]).toMatchObject({ keys: { title: "Slow Reading" } });
    expect(plans["content/folder/index.md"]).toMatchObject({ keys: { title: "folder" } });
    expect(plans["content/b.md"]).not.toHaveProperty("keys");
    expect(plans["content/index.md"]).not.toHaveProperty("keys");
  });

  it("reads the limit of the feed", () => {
    const site = open(quartz, {
      "quartz.config.ts":
        "export default { configuration: {}, plugins: { emitters: [Plugin.ContentIndex({ enableRSS: true, rssLimit: 6 })] } }",
    });
    expect(site.settings.limit).toBe(6);
  });

  it("publishes only marked notes if the configuration says so", () => {
    const files = { ...config("Plugin.ExplicitPublish()"), "content/a.md": "---\npublish: true\n---\n", "content/b.md": "Text" };
    expect(plansOf(quartz, files)).toMatchObject({ "content/a.md": { kind: "page" }, "content/b.md": { kind: "left out" } });
  });
});
