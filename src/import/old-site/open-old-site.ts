import { generators } from "../generators/generators.ts";
import { unknownFolder } from "../generators/unknown-folder.ts";
import type { OldSite, SiteFolder } from "../site-rules/old-site.ts";

/** An old site, and the generator that it was recognized as. */
export interface OpenedSite {
  /** Undefined for an unknown folder. */
  readonly generator?: string;
  readonly site: OldSite;
  readonly notes: readonly string[];
}

/** The sentence about a folder without articles. */
export const nothingToImport = "Nothing to import: the folder has no articles, which are Markdown, HTML and text files";

/**
 * Opens an article that the owner named: it is a post, whatever it is called.
 * @param date the date of an article that has none
 */
export function openArticle(date: string | undefined): OldSite {
  return { settings: {}, notes: [], plan: ({ path }) => ({ kind: "post", target: path, keys: date === undefined ? {} : { date } }) };
}

/**
 * Opens the site of the first generator that recognizes a folder.
 * @throws Error if the folder has no articles
 */
export function openOldSite(folder: SiteFolder): OpenedSite {
  const found = generators.flatMap((generator) => {
    const site = generator.open(folder);
    return site === undefined ? [] : [{ generator, site }];
  });
  const [first, ...others] = found;
  if (first === undefined) throw new Error(nothingToImport);
  const { generator, site } = first;
  if (generator === unknownFolder) return { site, notes: [] };
  const names = others.filter((other) => other.generator !== unknownFolder).map((other) => other.generator.name);
  const notes = names.length === 0 ? [] : [`The folder is also a site of ${names.join(" and ")}: the rules of ${generator.name} were used`];
  return { generator: generator.name, site, notes };
}
