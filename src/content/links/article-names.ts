import { baseName } from "../../base/file-path.ts";
import { parseFileName, translationOf } from "../../model/file-name.ts";
import { ArticleLanguages } from "./article-languages.ts";
import { locateArticle, spellingsOf, undated } from "./locate-article.ts";

/** The paths of all articles, indexed for resolving references and finding translations. */
export class ArticleNames {
  readonly #sources: ReadonlySet<string>;
  #languages: ArticleLanguages | undefined;
  #tags: ReadonlyMap<string, ReadonlySet<string>> | undefined;
  #byLastName: ReadonlyMap<string, readonly string[]> | undefined;

  constructor(sources: readonly string[]) {
    this.#sources = new Set(sources);
  }

  /** Returns whether an article has a path below the articles folder. */
  has(source: string): boolean {
    return this.#sources.has(source);
  }

  /** Returns whether the original of a translation exists (`moon.md` of `moon.de.md`), or another translation. */
  hasTranslations(stem: string, tag: string, ending: string): boolean {
    return this.#sources.has(stem + ending) || [...(this.#tagsOf(stem) ?? [])].some((other) => other !== tag);
  }

  /** Returns the language tag that the folders or the name of an article clearly contain. */
  languageOf(source: string): string | undefined {
    this.#languages ??= new ArticleLanguages(
      this.#sources,
      (other) => parseFileName(other, (...asked) => this.hasTranslations(...asked)).language !== undefined,
    );
    return this.#languages.languageOf(source);
  }

  /** Finds the article that a name refers to, as {@link locateArticle} does, if necessary without regard to case. */
  locate(name: string, source: string): string | undefined {
    const last = baseName(name.trim().replace(/\/$/, ""));
    if (/^\.*$/.test(last)) return locateArticle(name, source, [...this.#sources]);
    this.#byLastName ??= groupBy(this.#sources, (candidate) => lastNames(candidate.toLowerCase()));
    const candidates = this.#byLastName.get(last.toLowerCase()) ?? [];
    return locateArticle(name, source, candidates) ?? locateArticle(name, source, candidates, true);
  }

  #tagsOf(stem: string): ReadonlySet<string> | undefined {
    this.#tags ??= tagsByStem(this.#sources);
    return this.#tags.get(stem);
  }
}

// The indexes are built once, on first use: each of thousands of articles may need them.
function tagsByStem(sources: ReadonlySet<string>): Map<string, ReadonlySet<string>> {
  const found = [...sources].map(translationOf).filter((translation) => translation !== undefined);
  const groups = Map.groupBy(found, ({ stem }) => stem);
  return new Map([...groups].map(([stem, translations]) => [stem, new Set(translations.map(({ tag }) => tag))]));
}

function groupBy(sources: ReadonlySet<string>, keysOf: (source: string) => readonly string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const source of sources) {
    for (const key of new Set(keysOf(source))) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [source]);
      else group.push(source);
    }
  }
  return groups;
}

function lastNames(source: string): readonly string[] {
  return [...spellingsOf(source).map(baseName), ...undated(source)];
}
