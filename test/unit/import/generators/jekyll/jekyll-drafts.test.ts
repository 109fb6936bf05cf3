import { describe, expect, it } from "vitest";
import { jekyll } from "../../../../../src/import/generators/jekyll.ts";
import { openSite } from "../planned-site.ts";

const text = (lines: string) => `---\ntitle: A\n${lines}\n---\nText\n`;
const notesOf = (config: string, files: Readonly<Record<string, string>>) => {
  const usual = { "_config.yml": `title: T\ntimezone: UTC\n${config}`, "_posts/2020-01-01-one.md": text("") };
  return openSite(jekyll, { ...usual, ...files }).site.notes;
};

// Jekyll 4.3 publishes the first group.
describe("jekyll.notes name a text that is a draft here, but was none for Jekyll", () => {
  const kind =
    "draft: true and the like do not hide a text of Jekyll, which published it; here, it is a draft: remove the line to publish it";
  const collection = "collections: {notes: {output: true}}\n";
  const byDefault = "defaults: [{scope: {path: _posts}, values: {draft: true}}]\n";

  it.each([
    ["a post", "", "_posts/2020-01-02-two.md", "draft: true"],
    ["another key", "", "_posts/2020-01-02-two.md", "status: draft"],
    ["a post that states that it is published", "", "_posts/2020-01-02-two.md", "published: true\nprivate: true"],
    ["a page", "", "about.md", "draft: true"],
    ["a document", collection, "_notes/a.md", "draft: yes"],
  ])("%s", (_name, config, path, lines) => {
    expect(notesOf(config, { [path]: text(lines) })).toEqual([`${kind}: ${path}`]);
  });

  it("a post by a default", () => {
    expect(notesOf(byDefault, {})).toEqual([`${kind}: _posts/2020-01-01-one.md`]);
  });

  it.each([
    ["a text of _drafts", "_drafts/two.md", "draft: true"],
    ["an unpublished post", "_posts/2020-01-02-two.md", "published: false\ndraft: true"],
    ["a post that is no draft", "_posts/2020-01-02-two.md", "draft: false"],
  ])("not %s", (_name, path, lines) => expect(notesOf("", { [path]: text(lines) })).toEqual([]));
});

describe("jekyll.notes of show_drafts", () => {
  it.each([
    ["show_drafts: true", ["show_drafts: true published the texts of _drafts; here, they are drafts"]],
    ["show_drafts: false", []],
    ["show_drafts:", []],
  ])("%s", (line, expected) => expect(notesOf(`${line}\n`, {})).toEqual(expected));
});

describe("jekyll.plan() of a post with tag and tags", () => {
  it.each([
    ["tag: solo one\ntags: deep sea", ["tags"]],
    ["tag:\ntags: deep sea", undefined],
    ["tags: deep sea", undefined],
    ["tag: solo one", undefined],
    ["category: a\ncategories: b", undefined],
  ])("%j", (lines, dropped) => {
    const { plan } = openSite(jekyll, { "_config.yml": "title: T\n", "_posts/2020-01-01-one.md": text(lines) });
    expect((plan("_posts/2020-01-01-one.md") as { dropped?: readonly string[] }).dropped).toEqual(dropped);
  });
});
