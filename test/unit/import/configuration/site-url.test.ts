import { describe, expect, it } from "vitest";
import { parseSiteUrl } from "../../../../src/import/configuration/site-url.ts";
import { astro } from "../../../../src/import/generators/astro.ts";
import { docusaurus } from "../../../../src/import/generators/docusaurus.ts";
import { eleventy } from "../../../../src/import/generators/eleventy.ts";
import { gatsby } from "../../../../src/import/generators/gatsby.ts";
import { hexo } from "../../../../src/import/generators/hexo.ts";
import { hugo } from "../../../../src/import/generators/hugo.ts";
import { jekyll } from "../../../../src/import/generators/jekyll.ts";
import { next } from "../../../../src/import/generators/next.ts";
import { nikola } from "../../../../src/import/generators/nikola.ts";
import { pelican } from "../../../../src/import/generators/pelican.ts";
import { vitepress } from "../../../../src/import/generators/vitepress.ts";
import { vuepress } from "../../../../src/import/generators/vuepress.ts";
import { zola } from "../../../../src/import/generators/zola.ts";
import { offerSettings } from "../../../../src/import/offered-settings/offer-settings.ts";
import { sampleSettings } from "../../../../src/settings/sample-site.ts";
import { type Files, open } from "../generators/in-memory-site.ts";

describe("parseSiteUrl()", () => {
  it.each([
    ["https://moon.blog/a/", "https://moon.blog", "/a"],
    ["moon.blog", "https://moon.blog", ""],
    [" www.moon.blog/ ", "https://www.moon.blog", ""],
    ["moon.blog:8080/a/", "https://moon.blog:8080", "/a"],
    ["//moon.blog/a", "https://moon.blog", "/a"],
    ["mönd.example", "https://xn--mnd-sna.example", ""],
    ["a.xn--p1ai", "https://a.xn--p1ai", ""],
  ])("reads %j", (written, origin, base) => {
    expect(parseSiteUrl(written)).toEqual({ origin, base });
  });

  it.each(["/blog", "/", "", ".", "./blog", undefined])("reads %j as a path", (written) => {
    expect(parseSiteUrl(written)).toEqual({ base: written === "/blog" ? "/blog" : "" });
  });

  it.each(["moon", "{{ env.URL }}", "https//moon.blog", "htps://moon.blog", "localhost:4000", "1.2", "moon.blog and more"])(
    "returns %j, which is no URL",
    (written) => {
      expect(parseSiteUrl(written)).toMatchObject({ unused: written });
      expect(parseSiteUrl(written)).not.toHaveProperty("origin");
    },
  );
});

const post = "---\ntitle: A\ndate: 2024-01-02\n---\nText";
const sites: readonly (readonly [string, (url: string) => Files, Parameters<typeof open>[0]])[] = [
  ["Jekyll", (url) => ({ "_config.yml": `url: "${url}"`, "_posts/2024-01-02-a.md": post }), jekyll],
  ["Hugo", (url) => ({ "hugo.toml": `baseURL = "${url}"`, "content/a.md": post }), hugo],
  ["Hexo", (url) => ({ "_config.yml": `url: "${url}"\nnew_post_name: x`, "source/_posts/a.md": post }), hexo],
  ["Zola", (url) => ({ "zola.toml": `base_url = "${url}"`, "content/a.md": "+++\n+++\nText" }), zola],
  ["Pelican", (url) => ({ "pelicanconf.py": `SITENAME = "A"\nSITEURL = "${url}"`, "content/a.md": "Title: A\n\nText" }), pelican],
  ["Nikola", (url) => ({ "conf.py": `BLOG_TITLE = "A"\nSITE_URL = "${url}"`, "posts/a.md": post }), nikola],
  ["Docusaurus", (url) => ({ "docusaurus.config.js": `module.exports = { title: "A", url: "${url}" }`, "blog/a.md": post }), docusaurus],
  ["Astro", (url) => ({ "astro.config.mjs": `export default { site: "${url}" }`, "src/pages/a.md": post }), astro],
  ["Gatsby", (url) => ({ "gatsby-config.js": `module.exports = { siteMetadata: { siteUrl: "${url}" } }`, "content/a.md": post }), gatsby],
  ["Eleventy", (url) => ({ "eleventy.config.js": "", "_data/site.json": `{ "url": "${url}" }`, "a.md": post }), eleventy],
  ["VitePress", (url) => ({ ".vitepress/config.js": `export default { sitemap: { hostname: "${url}" } }`, "a.md": post }), vitepress],
  ["VuePress", (url) => ({ ".vuepress/config.js": `module.exports = { theme: { hostname: "${url}" } }`, "a.md": post }), vuepress],
];

const zones: readonly (readonly [string, string, (zone: string) => Files, Parameters<typeof open>[0]])[] = [
  ["Jekyll", "_config.yml", (zone) => ({ "_config.yml": `timezone: ${zone}`, "_posts/2024-01-02-a.md": post }), jekyll],
  ["Hugo", "hugo.toml", (zone) => ({ "hugo.toml": `timeZone = "${zone}"`, "content/a.md": post }), hugo],
  ["Hexo", "_config.yml", (zone) => ({ "_config.yml": `timezone: ${zone}\nnew_post_name: x`, "source/_posts/a.md": post }), hexo],
  ["Pelican", "pelicanconf.py", (zone) => ({ "pelicanconf.py": `TIMEZONE = "${zone}"`, "content/a.md": "Title: A\n\nText" }), pelican],
  ["Nikola", "conf.py", (zone) => ({ "conf.py": `BLOG_TITLE = "A"\nTIMEZONE = "${zone}"`, "posts/a.md": post }), nikola],
];

describe("OldSite.settings", () => {
  it.each(zones)("of %s have no time zone that dates cannot be interpreted in, and its name", (_name, file, files, generator) => {
    for (const value of ["IST", "CST", "GMT+8"]) {
      const { notes, settings } = open(generator, files(value));
      expect(settings).toMatchObject({ timezone: undefined, unusedTimezone: { value, file } });
      expect(notes?.join()).not.toMatch(/no timezone/);
      const offered = offerSettings(settings, undefined, sampleSettings);
      expect(offered.missing).not.toHaveProperty("timezone");
      expect(offered.notes.join()).toContain(`The old value in ${file} is not used. Cannot use timezone "${value}"`);
    }
    const { settings } = open(generator, files("Asia/Kolkata"));
    expect(settings).toMatchObject({ timezone: "Asia/Kolkata" });
    expect(settings.unusedTimezone).toBeUndefined();
  });

  it.each(sites)("of %s have https before a host, or the text that is no URL", (_name, files, generator) => {
    expect(open(generator, files("moon.blog")).settings).toMatchObject({ url: "https://moon.blog" });
    expect(open(generator, files("moon")).settings).toMatchObject({ unusedUrl: "moon" });
    expect(open(generator, files("moon")).settings.url).toBeUndefined();
    expect(open(generator, files("https://moon.blog")).settings.unusedUrl).toBeUndefined();
  });

  const local = [
    "http://localhost:8080",
    "http://127.0.0.1:4000/",
    "http://0.0.0.0:3000",
    "http://moon.local",
    "https://[::1]/",
    "http://moon:80",
  ];
  it.each(local)("have no URL that others cannot reach: %s", (url) => {
    for (const [name, files, generator] of sites)
      expect(open(generator, files(url)).settings, name).toMatchObject({ url: undefined, unusedUrl: url });
  });

  const address = 'process.env.URL || "http://localhost:3000"';
  it.each<[string, Files, Parameters<typeof open>[0]]>([
    ["Eleventy", { "eleventy.config.js": "", "_data/meta.js": `module.exports = { url: ${address} };`, "a.md": post }, eleventy],
    ["Astro", { "astro.config.mjs": `export default { site: ${address.replace("||", "??")} }`, "src/pages/a.md": post }, astro],
    [
      "Next.js",
      { "next.config.js": "module.exports = {}", "lib/site.ts": `export const SITE_URL = ${address};`, "posts/a.md": post },
      next,
    ],
  ])("of %s have no local URL that replaces a variable of the environment", (_name, files, generator) => {
    expect(open(generator, files).settings.url).toBeUndefined();
  });

  it("of Jekyll have the host of CNAME if url is none", () => {
    const files = { "_config.yml": "url: moon", CNAME: "moon.blog\n", "_posts/2024-01-02-a.md": post };
    expect(open(jekyll, files).settings).toMatchObject({ url: "https://moon.blog", unusedUrl: undefined });
  });
});
