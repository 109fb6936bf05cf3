import type { Generator } from "../site-rules/old-site.ts";
import { astro } from "./astro.ts";
import { docusaurus } from "./docusaurus.ts";
import { eleventy } from "./eleventy.ts";
import { gatsby } from "./gatsby.ts";
import { hexo } from "./hexo.ts";
import { hugo } from "./hugo.ts";
import { jekyll } from "./jekyll.ts";
import { mkdocs } from "./mkdocs.ts";
import { next } from "./next.ts";
import { nikola } from "./nikola.ts";
import { obsidian } from "./obsidian.ts";
import { pelican } from "./pelican.ts";
import { quartz } from "./quartz.ts";
import { sveltekit } from "./sveltekit.ts";
import { unknownFolder } from "./unknown-folder.ts";
import { vitepress } from "./vitepress.ts";
import { vuepress } from "./vuepress.ts";
import { zola } from "./zola.ts";

// Each generator has the same parts, so that one explains all. `open` recognizes a site, and `openSite` connects its parts. `…Places` decides
// the role of a path, `…Addresses` computes paths and the patterns that make them, and `…Plans` plans a file: `plan` chooses `planResource`,
// `planPost` and `planPage`, or `planText` where both are alike, which use `kindOf`, `keysOf`, `correctionsOf`, `addressOf` and
// `replacementOf`. A generator without such rules lacks the part.

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
  sveltekit,
  quartz,
  pelican,
  nikola,
  mkdocs,
  obsidian,
  unknownFolder,
];
