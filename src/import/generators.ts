import { astro } from "./generators/astro.ts";
import { docusaurus } from "./generators/docusaurus.ts";
import { eleventy } from "./generators/eleventy.ts";
import { gatsby } from "./generators/gatsby.ts";
import { hexo } from "./generators/hexo.ts";
import { hugo } from "./generators/hugo.ts";
import { jekyll } from "./generators/jekyll.ts";
import { next } from "./generators/next.ts";
import { nikola } from "./generators/nikola.ts";
import { obsidian } from "./generators/obsidian.ts";
import type { Generator } from "./generators/old-site.ts";
import { pelican } from "./generators/pelican.ts";
import { quartz } from "./generators/quartz.ts";
import { unknownFolder } from "./generators/unknown-folder.ts";
import { vitepress } from "./generators/vitepress.ts";
import { vuepress } from "./generators/vuepress.ts";
import { zola } from "./generators/zola.ts";

/** All generators in the order in which they are asked: the ones with an unmistakable configuration first, any folder last. */
export const generators: readonly Generator[] = [
  zola,
  hugo,
  hexo,
  jekyll,
  docusaurus,
  vitepress,
  vuepress,
  astro,
  eleventy,
  gatsby,
  next,
  quartz,
  pelican,
  nikola,
  obsidian,
  unknownFolder,
];
