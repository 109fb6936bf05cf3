import { describe, expect, it } from "vitest";
import { parseFrontMatter } from "../../../../src/content/front-matter/front-matter.ts";
import { readMetadata } from "../../../../src/content/metadata/metadata.ts";
import { type Diagnostic, formatDiagnostic } from "../../../../src/model/diagnostic.ts";

function read(frontMatter: string) {
  const problems: Diagnostic[] = [];
  const text = frontMatter.startsWith("+++") ? `${frontMatter}\nText` : `---\n${frontMatter}\n---\nText`;
  const { excludedFrom, unlisted } = readMetadata(parseFrontMatter("x.md", text), (problem) => problems.push(problem));
  return { excludedFrom, unlisted, problems: problems.map(formatDiagnostic) };
}

describe("searchExclusionOf()", () => {
  it.each([
    ["unlisted: true", "search engines", true], // Docusaurus, Quartz
    ["unlisted: yes\nfeed: false", "search engines", true],
    ["hidden: true\nfeed: false", "search engines", true], // hexo-hide-posts
    ["unlisted: true\nfeed: true", undefined, false],
    ["unlisted: true\nfeed: true\nnoindex: true", "search engines", false],
    ["eleventyExcludeFromCollections: true", "sitemap", true],
    ["_build: {list: never}", "sitemap", true],
    ["build: {list: local}", "sitemap", true],
    ["build: {list: never}\nfeed: true", undefined, false],
    ["build: {list: always}", undefined, false],
    ["status: hidden", "sitemap", true], // Pelican
    ["feed: false", undefined, true],
    ["exclude_from_feed: true", undefined, true],
    ["noindex: true", "search engines", false],
    ["noIndex: yes", "search engines", false],
    ["noindex: false", undefined, false],
    ["robotsNoIndex: true", "search engines", false],
    ["params: {robotsNoIndex: true}", "search engines", false],
    ["+++\n[extra]\nnoindex = true\n+++", "search engines", false],
    ["robots: noindex", "search engines", false],
    ["robots: Noindex, nofollow", "search engines", false],
    ["robots: [noindex, follow]", "search engines", false],
    ["robots: none", "search engines", false],
    ["robots: 'googlebot: noindex'", "search engines", false],
    ["robots: false", "search engines", false],
    ["robots: {index: false, follow: true}", "search engines", false],
    ["robots: index, follow", undefined, false],
    ["robots: 'max-image-preview:none'", undefined, false],
    ["robots: true", undefined, false],
    ["robots:", undefined, false],
    ["head:\n  - - meta\n    - name: robots\n      content: noindex, nofollow", "search engines", false],
    ["head: [[link, {rel: icon}], [meta, {name: robots, content: noindex}]]", "search engines", false],
    ["head: [[meta, {name: robots, content: all}], [meta, {name: description, content: noindex}]]", undefined, false],
    ["meta: [{name: robots, content: noindex}]", "search engines", false],
    ["sitemap: false", "sitemap", false],
    ["sitemap: {disable: true}", "sitemap", false],
    ["sitemap: {exclude: true}", "sitemap", false],
    ["sitemap: {ignore: true, priority: 0.5}", "sitemap", false],
    ["sitemap: exclude", "sitemap", false],
    ["sitemap: {priority: 0.5, changefreq: never}", undefined, false],
    ["sitemap: true", undefined, false],
    ["sitemap: false\nunlisted: true", "search engines", true],
    ["search: false", undefined, false],
    ["title: x", undefined, false],
  ])("returns for %j", (frontMatter, excludedFrom, unlisted) => {
    const { problems, ...found } = read(frontMatter);
    expect(found).toEqual({ excludedFrom, unlisted });
    expect(problems.filter((problem) => !problem.includes("is not known"))).toEqual([]);
  });

  it.each([
    ["noindex: ture", "search engines", 'noindex "ture": the article is left out of search engines; write noindex: true or noindex: false'],
    ["sitemap: flase", "sitemap", 'sitemap "flase": the article is left out of the sitemap; write sitemap: true or sitemap: false'],
  ])("excludes an article for %j, with a warning", (yaml, excludedFrom, warning) => {
    expect(read(yaml)).toEqual({ excludedFrom, unlisted: false, problems: [expect.stringContaining(`warning Cannot read ${warning}`)] });
  });

  it.each(["unlisted: ture", "hidden: ja"])("keeps an article from search engines for %j", (yaml) => {
    expect(read(yaml)).toMatchObject({ excludedFrom: "search engines", unlisted: true });
  });
});
