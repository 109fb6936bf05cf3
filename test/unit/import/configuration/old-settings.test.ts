import { describe, expect, it } from "vitest";
import { readOldSettings } from "../../../../src/import/configuration/old-settings.ts";

describe("readOldSettings()", () => {
  it("takes the first table with a value", () => {
    const tables = [{ title: "A", description: "", lang: "no language" }, { siteTitle: "B", desc: "Text", locale: "pt_BR" }, undefined];
    expect(readOldSettings(...tables)).toMatchObject({ title: "A", description: "Text", language: "pt-BR", timezone: "UTC" });
  });

  it("prefers values that replace those of a starter", () => {
    const feed = {
      ...{ title: "Blog Title", subtitle: "This is a longer description about your blog.", url: "https://example.com/" },
      author: { name: "Your Name" },
    };
    const own = {
      title: "Tide",
      description: "Sea",
      url: "https://a.org/b/",
      author: { name: "Eb", email: "e@a.org", url: "https://a.org/" },
    };
    const { author, description, title } = own;
    expect(readOldSettings(feed, own)).toMatchObject({ title, description, author, url: "https://a.org" });
    expect(readOldSettings(feed, { title: "My Site" })).toMatchObject({ title: "Blog Title", author: { name: "Your Name" } });
  });
});
