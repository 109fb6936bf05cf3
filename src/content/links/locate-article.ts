import { resolveReference } from "./reference-paths.ts";

/**
 * Finds the article that another generator's reference means, and returns it as a link from the articles folder. The reference is a
 * path from that folder or from the article's own folder, or only a name, with or without its extension.
 * @param source path of the article with the reference
 * @param sources paths of all articles
 * @param ignoresCase true to find an article whose name differs in upper and lower case, as Obsidian does
 */
export function locateArticle(name: string, source: string, sources: readonly string[], ignoresCase = false): string | undefined {
  const cased = ignoresCase ? (text: string) => text.toLowerCase() : (text: string) => text;
  const wanted = cased(name.trim().replace(/^@\//, "/").replace(/\/$/, "")); // @/ is Zola's
  const paths = [resolveReference(cased(source), wanted), resolveReference("", wanted)];
  const last = `/${wanted.replace(/^(?:.*\/)?_posts\/|^\/+/, "")}`;
  const found =
    sources.find((candidate) => spellingsOf(cased(candidate)).some((spelling) => paths.includes(spelling))) ??
    sources.find((candidate) => spellingsOf(withoutPosts(cased(candidate))).some((spelling) => paths.includes(spelling))) ??
    sources.find((candidate) => spellingsOf(cased(candidate)).some((spelling) => spelling.endsWith(last))) ??
    sources.find((candidate) => undated(cased(candidate)).includes(wanted));
  return found === undefined ? undefined : articleLink(found);
}

// Jekyll's post_url names a post by the folder of its category, which is above `_posts` or in it.
function withoutPosts(source: string): string {
  return source.replace(/(?<![^/])_posts\//, "");
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
