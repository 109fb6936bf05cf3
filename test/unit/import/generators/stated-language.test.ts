import { expect, it } from "vitest";
import { astro } from "../../../../src/import/generators/astro.ts";
import { docusaurus } from "../../../../src/import/generators/docusaurus.ts";
import { eleventy } from "../../../../src/import/generators/eleventy.ts";
import { gatsby } from "../../../../src/import/generators/gatsby.ts";
import { jekyll } from "../../../../src/import/generators/jekyll.ts";
import { next } from "../../../../src/import/generators/next.ts";
import { unknownFolder } from "../../../../src/import/generators/unknown-folder.ts";
import { vitepress } from "../../../../src/import/generators/vitepress.ts";
import { vuepress } from "../../../../src/import/generators/vuepress.ts";
import type { Generator } from "../../../../src/import/site-rules/old-site.ts";
import { type Files, open } from "./in-memory-site.ts";

const post = "---\ntitle: A\ndate: 2024-02-03\n---\nText";
const nextConfig = (options = "") => ({
  "next.config.js": `module.exports = { ${options} };`,
  "pages/post/[slug].tsx": "",
  "_posts/a.mdx": post,
});
const gatsbyConfig = (plugins = "") => ({ "gatsby-config.js": `module.exports = { plugins: [${plugins}] };`, "content/blog/a.md": post });
const astroConfig = (options = "") => ({ "astro.config.mjs": `export default defineConfig({ ${options} });`, "src/pages/a.md": post });
const eleventyConfig = (code = "") => ({ "eleventy.config.js": `export default function (config) { ${code} }`, "a.md": post });
const jekyllSite = { "_config.yml": "title: T", "_posts/2024-02-03-a.md": post };
const unknown = { "a.md": post };

it.each<[string, Generator, Files, string | undefined]>([
  ["Next.js", next, nextConfig('i18n: { locales: ["ko"], defaultLocale: "ko" }'), "ko"],
  ["Next.js without one", next, nextConfig(), undefined],
  [
    "a locale of Next.js that is no language",
    next,
    nextConfig('i18n: { locales: ["default", "ko"], defaultLocale: "default" }'),
    undefined,
  ],
  ["a document of Next.js", next, { ...nextConfig('i18n: { defaultLocale: "ko" }'), "pages/_document.tsx": '<Html lang="ja">' }, "ja"],
  [
    "metadata of Next.js",
    next,
    { ...nextConfig('i18n: { defaultLocale: "ko" }'), "siteMetadata.js": 'module.exports = { language: "ja" }' },
    "ja",
  ],
  ["next-i18next", next, { ...nextConfig("i18n"), "next-i18next.config.js": 'module.exports = { i18n: { defaultLocale: "de" } };' }, "de"],
  [
    "next-intl",
    next,
    { ...nextConfig(), "src/i18n/routing.ts": 'export const routing = defineRouting({ locales: ["fr"], defaultLocale: "fr" });' },
    "fr",
  ],
  [
    "the middleware of next-intl",
    next,
    { ...nextConfig(), "middleware.ts": 'export default createMiddleware({ defaultLocale: "it" });' },
    "it",
  ],
  ["a constant of next-intl", next, { ...nextConfig(), "i18n/config.ts": 'export const defaultLocale: Locale = "pt-BR";' }, "pt-BR"],
  ["the example of Next.js", next, { ...nextConfig(), "i18n-config.ts": 'export const i18n = { defaultLocale: "sv" } as const;' }, "sv"],
  ["i18next", next, { ...nextConfig(), "app/i18n/settings.ts": 'export const fallbackLng = "nl";' }, "nl"],
  ["next-translate", next, { ...nextConfig(), "i18n.json": '{ "locales": ["ca"], "defaultLocale": "ca" }' }, "ca"],
  [
    "gatsby-plugin-react-i18next",
    gatsby,
    gatsbyConfig("{ resolve: 'gatsby-plugin-react-i18next', options: { languages: ['de'], defaultLanguage: 'de' } }"),
    "de",
  ],
  ["gatsby-plugin-i18n", gatsby, gatsbyConfig("{ resolve: 'gatsby-plugin-i18n', options: { langKeyDefault: 'fr' } }"), "fr"],
  ["gatsby-theme-i18n", gatsby, gatsbyConfig("{ resolve: 'gatsby-theme-i18n', options: { defaultLang: 'uk' } }"), "uk"],
  ["gatsby-plugin-manifest", gatsby, gatsbyConfig("{ resolve: 'gatsby-plugin-manifest', options: { lang: 'es' } }"), "es"],
  [
    "gatsby-ssr",
    gatsby,
    { ...gatsbyConfig(), "gatsby-ssr.js": "exports.onRenderBody = ({ setHtmlAttributes }) => { setHtmlAttributes({ lang: `pl` }); };" },
    "pl",
  ],
  ["html.js of Gatsby", gatsby, { ...gatsbyConfig(), "src/html.js": '<html lang="cs" {...props.htmlAttributes}>' }, "cs"],
  ["Astro", astro, astroConfig('i18n: { defaultLocale: "tr", locales: ["tr"] }'), "tr"],
  [
    "layouts of Astro",
    astro,
    { ...astroConfig(), "src/layouts/Base.astro": '<html lang="da" class="x">', "src/layouts/B.astro": "<html lang={lang}>" },
    "da",
  ],
  [
    "layouts of Astro in several languages",
    astro,
    { ...astroConfig(), "src/layouts/A.astro": '<html lang="da">', "src/layouts/B.astro": '<html lang="en">' },
    undefined,
  ],
  ["Starlight", astro, astroConfig('integrations: [starlight({ title: "T", locales: { root: { label: "D", lang: "de" } } })]'), "de"],
  [
    "another locale of Starlight",
    astro,
    astroConfig('integrations: [starlight({ defaultLocale: "zh", locales: { zh: { lang: "zh-CN" } } })]'),
    "zh-CN",
  ],
  ["Paraglide", astro, { ...astroConfig(), "project.inlang/settings.json": '{ "baseLocale": "fi" }' }, "fi"],
  ["Eleventy", eleventy, eleventyConfig('config.addPlugin(EleventyI18nPlugin, { defaultLanguage: "nb" });'), "nb"],
  ["layouts of Eleventy", eleventy, { ...eleventyConfig(), "_includes/base.njk": '<!doctype html><html lang="hu">' }, "hu"],
  ["a template tag", eleventy, { ...eleventyConfig(), "_includes/base.njk": '<html lang="{{ metadata.language }}">' }, undefined],
  ["layouts of Jekyll", jekyll, { ...jekyllSite, "_layouts/default.html": '<html lang="ro">' }, "ro"],
  ["the configuration of Jekyll", jekyll, { ...jekyllSite, "_config.yml": "lang: el", "_layouts/default.html": '<html lang="en">' }, "el"],
  [
    "Docusaurus",
    docusaurus,
    { "docusaurus.config.js": 'module.exports = { i18n: { defaultLocale: "ja" } };', "blog/2024-01-02-a.md": post },
    "ja",
  ],
  ["VitePress", vitepress, { ".vitepress/config.js": 'export default { locales: { root: { lang: "ru" } } };', "a.md": post }, "ru"],
  ["VuePress", vuepress, { ".vuepress/config.js": 'module.exports = { locales: { "/": { lang: "zh-CN" } } };', "a.md": post }, "zh-CN"],
  ["Nuxt", unknownFolder, { ...unknown, "nuxt.config.ts": 'export default defineNuxtConfig({ i18n: { defaultLocale: "de" } });' }, "de"],
  [
    "a module of Nuxt",
    unknownFolder,
    { ...unknown, "nuxt.config.js": 'export default { modules: ["a", ["@nuxtjs/i18n", { defaultLocale: "fr" }]] };' },
    "fr",
  ],
  [
    "the head of Nuxt",
    unknownFolder,
    { ...unknown, "nuxt.config.ts": 'export default { app: { head: { htmlAttrs: { lang: "vi" } } } };' },
    "vi",
  ],
  ["SvelteKit", unknownFolder, { ...unknown, "src/app.html": '<html lang="th">' }, "th"],
  ["no site", unknownFolder, unknown, undefined],
])("the settings have the language of %s", (_name, generator, files, language) => {
  expect(open(generator, files).settings.language).toBe(language);
});

it.each([
  ["https://ann.dev/blog", "https://ann.dev"],
  ["https://github.com/x/y#readme", undefined],
  ["https://www.npmjs.com/package/x", undefined],
  ["https://x.gitlab.com", undefined],
  ["https://x.github.io/y", "https://x.github.io"],
  ["http://localhost:3000", undefined],
  ["#readme", undefined],
  [".", undefined],
])("the settings of an unknown folder have the homepage of package.json if it is a site: %s", (homepage, url) => {
  expect(open(unknownFolder, { ...unknown, "package.json": JSON.stringify({ homepage }) }).settings.url).toBe(url);
});
