import { resolveReference } from "./reference-paths.ts";

/**
 * Finds the article that another generator's reference means, and returns it as a link from the articles folder. The reference is a
 * path from that folder or from the article's own folder, or only a name, with or without its extension.
 * @param source path of the article with the reference
 * @param sources paths of all articles
 */
export function locateArticle(name: string, source: string, sources: readonly string[]): string | undefined {
  const wanted = name.trim().replace(/^@\//, "/").replace(/\/$/, ""); // @/ is Zola's
  const paths = [resolveReference(source, wanted), resolveReference("", wanted)];
  const found =
    sources.find((candidate) => spellingsOf(candidate).some((spelling) => paths.includes(spelling))) ??
    sources.find((candidate) =>
      spellingsOf(candidate).some((spelling) => spelling.endsWith(`/${wanted.replace(/^(?:.*\/)?_posts\/|^\/+/, "")}`)),
    ) ??
    sources.find((candidate) => undated(candidate).includes(wanted));
  return found === undefined ? undefined : articleLink(found);
}

/** Returns a path below the articles folder as a link of Markdown. */
export function articleLink(path: string): string {
  return `/${encodeURI(path).replace(/[()?#]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`;
}

/** Returns the spellings of an article in references: its path, its path without extension, and the folder whose index it is. */
export function spellingsOf(source: string): string[] {
  return [source, source.replace(/\.[^./]+$/, ""), source.replace(/\/_?index\.[^./]+$/, "")];
}

/** Returns the last names of an article without the date before them: `moon.md` and `moon` for `2024/2024-11-06-moon.md`. */
export function undated(source: string): string[] {
  const [, name] = /(?:^|\/)\d{4}-\d{2}-\d{2}-([^/]+)$/.exec(source) ?? [];
  return name === undefined ? [] : spellingsOf(name);
}
