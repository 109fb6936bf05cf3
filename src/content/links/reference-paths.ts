import { pathFrom } from "./media-files.ts";

/**
 * Where to look, below the articles folder, for a file that an article names: beside the article, or in the folder that has
 * its name (`moon/tide.png` for `moon.md`), which is Hexo's asset folder. Zola's `@/` and Astro's `~/` are the articles folder.
 */
export function referencePaths(source: string, reference: string): string[] {
  const beside = pathFrom(source, reference.replace(/^[@~]\//, "/"));
  const isPlain = !/^[@~]?\//.test(reference) && !reference.split("/").includes("..");
  const within = isPlain ? pathFrom(`${source.replace(/\.[^./]+$/, "")}/x`, reference) : undefined;
  return within === undefined ? [beside] : [beside, within];
}
