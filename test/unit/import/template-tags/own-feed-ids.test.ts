import { describe, expect, it } from "vitest";
import { hexo } from "../../../../src/import/generators/hexo.ts";
import { hugo } from "../../../../src/import/generators/hugo.ts";
import { zola } from "../../../../src/import/generators/zola.ts";
import type { Generator } from "../../../../src/import/site-rules/old-site.ts";
import { type Files, open } from "../generators/in-memory-site.ts";

const post = "---\ndate: 2024-01-02\n---\nText";
const sites: Readonly<Record<string, readonly [Generator, Files, path: string, loop: string]>> = {
  Hugo: [hugo, { "hugo.toml": "", "content/posts/a.md": post }, "layouts/_default/rss.xml", "{{ range .Pages }}"],
  Zola: [
    zola,
    { "config.toml": "base_url = 'https://a.example'", "content/a.md": "+++\n+++\n" },
    "templates/atom.xml",
    "{% for page in pages %}",
  ],
  Hexo: [
    hexo,
    { "_config.yml": "timezone: UTC\nfeed: { template: feeds/rss.xml }", "source/_posts/a.md": post },
    "feeds/rss.xml",
    "{% for post in posts %}",
  ],
};

describe("notesOfOwnIds()", () => {
  it.each([
    ["Hugo", "{{ .Permalink }}", false],
    ["Hugo", "{{ .Permalink | safeHTML | transform.XMLEscape }}", false],
    ["Hugo", "{{ .RelPermalink | absURL }}", false],
    ["Hugo", "{{ with .Params.guid }}{{ . }}{{ else }}{{ .Permalink }}{{ end }}", false],
    ["Hugo", "{{ .File.UniqueID }}", true],
    ["Hugo", "{{ .RelPermalink }}", true],
    ["Hugo", "tag:a.example,2024:{{ .Permalink }}", true],
    ["Hugo", '{{ printf "%s" .Date }}', true],
    ["Zola", "{{ page.permalink | escape_xml | safe }}", false],
    ["Zola", "{% if page.extra.guid %}{{ page.extra.guid }}{% else %}{{ page.permalink }}{% endif %}", false],
    ["Zola", "tag:a.example:{{ page.slug }}", true],
    ["Hexo", "{{ post.permalink | uriencode }}", false],
    ["Hexo", "{{ post._id }}", true],
  ])("names an own template of %s with %s: %s", (name, id, isNamed) => {
    const [generator, files, path, loop] = sites[name] ?? expect.fail();
    const template = `<rss><id>{{ config.feed_url }}</id>${loop}<guid isPermaLink="false">${id}</guid>`;
    const { notes } = open(generator, { ...files, [path]: template });
    expect(notes.filter((note) => note.startsWith(`Cannot compute the ids that ${path} writes (${id})`))).toHaveLength(isNamed ? 1 : 0);
  });
});
