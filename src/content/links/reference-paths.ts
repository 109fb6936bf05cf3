import { pathFrom } from "./media-files.ts";

/**
 * Returns the paths below the articles folder at which to look for a file that an article names: next to the article, and in the
 * folder with its name (`moon/tide.png` for `moon.md`), Hexo's asset folder. Zola's `@/` and Astro's `~/` are the articles folder.
 */
export function referencePaths(source: string, reference: string): string[] {
  const sibling = pathFrom(source, reference.replace(/^[@~]\//, "/"));
  const isPlain = !/^[@~]?\//.test(reference) && !reference.split("/").includes("..");
  const within = isPlain ? pathFrom(`${source.replace(/\.[^./]+$/, "")}/x`, reference) : undefined;
  return within === undefined ? [sibling] : [sibling, within];
}
