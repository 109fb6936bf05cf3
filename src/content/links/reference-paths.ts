/**
 * Returns the paths below the articles folder at which to look for a file that an article names: next to the article, and in the
 * folder with its name (`moon/tide.png` for `moon.md`), Hexo's asset folder. Zola's `@/` and Astro's `~/` are the articles folder.
 */
export function referencePaths(source: string, reference: string): string[] {
  const sibling = resolveReference(source, reference.replace(/^[@~]\//, "/"));
  const isPlain = !/^[@~]?\//.test(reference) && !reference.split("/").includes("..");
  const within = isPlain ? resolveReference(`${source.replace(/\.[^./]+$/, "")}/x`, reference) : undefined;
  return within === undefined ? [sibling] : [sibling, within];
}

/**
 * Resolves a path that an article contains to one below the articles folder: `../moon.png` in `notes/day.md` is `moon.png`. A path
 * that begins with `/` starts at the articles folder. `..` cannot leave that folder, as no URL leads above its host (RFC 3986
 * §5.2.4): posts of Astro have their pictures at `../../assets`, which would be outside.
 */
export function resolveReference(source: string, reference: string): string {
  const segments = reference.startsWith("/") ? [] : source.split("/").slice(0, -1);
  for (const segment of reference.split("/")) {
    if (segment === "" || segment === ".") continue;
    if (segment === "..") segments.pop();
    else segments.push(segment);
  }
  return segments.join("/");
}
