import { plural } from "../../base/plural.ts";
import { textIn } from "../../base/table-values.ts";
import type { FrontMatterTable } from "../../content/front-matter/front-matter-table.ts";
import { metadataKeys } from "../../content/front-matter/keys/metadata-keys.ts";
import { isMarkdown } from "./content-file.ts";
import type { SiteFile } from "./old-site.ts";

// By their names they are the title, although no generator reads them: the surest ones first.
const synonyms = [
  /^(?:post|page|article|blog|entry|essay|story|note)[_-]?title$/i,
  /^(?:heading|headline)$/i,
  /^(?:titel|titre|titulo|título|titolo|tytul|tytuł|naslov|otsikko|rubrik|baslik|başlık|заголовок|标题|標題|题目|タイトル|제목)$/i,
  /^name$/i,
];
const known: ReadonlySet<string> = new Set(metadataKeys.title);

/** The titles of texts in keys that a site invented, such as `postTitle: Moon`: Astro and the like accept any schema. */
export class OwnTitles {
  readonly #found = new Map<string, number>();

  /**
   * Returns the own title of a text that has no other; a heading at its beginning is one.
   * @param frontMatter that of the copy
   */
  titleOf({ body, path }: SiteFile, frontMatter: FrontMatterTable): string | undefined {
    const entries = Object.entries(frontMatter);
    if (!isMarkdown(path) || entries.some(([key]) => known.has(key.toLowerCase())) || /^\s*(?:#\s|<h1[\s>])/i.test(body)) return undefined;
    for (const synonym of synonyms)
      for (const [key, value] of entries) {
        const title = synonym.test(key.normalize("NFC")) ? textIn(value) : undefined;
        if (title !== undefined) return this.#count(key, title);
      }
    return undefined;
  }

  /** Returns a sentence for each key that was used. */
  get notes(): readonly string[] {
    return [...this.#found].map(
      ([key, count]) => `${plural(count, "text has its", "texts have their")} title in ${key}: the copies have it in the line title`,
    );
  }

  #count(key: string, title: string): string {
    this.#found.set(key, (this.#found.get(key) ?? 0) + 1);
    return title;
  }
}
