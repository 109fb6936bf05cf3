import { pathFrom } from "./media-files.ts";

/**
 * The article that another generator's reference means, as a link from the articles folder: a path from there or from beside
 * the article, or a name alone, with its ending or without.
 * @param source of the article with the reference
 * @param sources of all articles
 */
export function locateArticle(name: string, source: string, sources: readonly string[]): string | undefined {
  const wanted = name.trim().replace(/^@\//, "/").replace(/\/$/, ""); // @/ is Zola's
  const paths = [pathFrom(source, wanted), pathFrom("", wanted)];
  const found =
    sources.find((candidate) => spellingsOf(candidate).some((spelling) => paths.includes(spelling))) ??
    sources.find((candidate) =>
      spellingsOf(candidate).some((spelling) => spelling.endsWith(`/${wanted.replace(/^(?:.*\/)?_posts\/|^\/+/, "")}`)),
    );
  return found === undefined ? undefined : `/${encodeURI(found).replace(/[()]/g, (sign) => (sign === "(" ? "%28" : "%29"))}`;
}

/** How an article may be named: by its path, without its ending, or by the folder whose index it is. */
export function spellingsOf(source: string): string[] {
  return [source, source.replace(/\.[^./]+$/, ""), source.replace(/\/_?index\.[^./]+$/, "")];
}
