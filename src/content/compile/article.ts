import type { Report } from "../../model/diagnostic.ts";
import type { ReportAt, ReportIn } from "../../model/report-at.ts";
import type { FileName } from "../../model/slug.ts";
import type { Fence } from "../front-matter/front-matter-fence.ts";
import { locateKey } from "../front-matter/locate-key.ts";
import type { ArticleDates } from "../metadata/article-dates.ts";
import type { Metadata } from "../metadata/metadata.ts";
import type { ArticleIdentity } from "../permalink/identify.ts";
import type { ArticleBody } from "./article-body.ts";

/** The author's file. */
export interface Article {
  /** Path below the articles folder, such as `2024/moon.md`. */
  readonly source: string;
  readonly text: string;
  /** Digest of the text, where it is known without reading it. */
  readonly version?: string;
}

/** An article taken apart: what it says of itself, when, and its text. It is plain data and can go from thread to thread. */
export interface ParsedArticle extends ArticleDates {
  readonly source: string;
  readonly metadata: Metadata;
  readonly fileName: FileName;
  readonly title: string;
  readonly identity: ArticleIdentity;
  /** Undefined where the article was known already: whoever needs it has the article parsed again. */
  readonly body?: ArticleBody;
  /** The front matter as it stands there, to find a key's place. */
  readonly fence?: Fence;
}

/** How a problem names an article's file. */
export function fileOf(source: string): string {
  return `articles/${source}`;
}

/** Reports at the keys of an article's front matter. */
export function reporterAt({ fence, source }: Pick<ParsedArticle, "fence" | "source">, report: Report): ReportAt {
  return (key, severity, message, dedupeKey) =>
    report({ ...locateKey(fileOf(source), fence, key), severity, message, ...(dedupeKey !== undefined && { dedupeKey }) });
}

/** Reports in the tree of an article's text. */
export function reporterIn(source: string, firstLine: number, report: Report): ReportIn {
  return ({ position }, severity, message) => {
    // Parsers lose the start of some nodes, whatever their types say.
    const [line, column] = [firstLine + (position?.start?.line ?? 1) - 1, position?.start?.column ?? 1];
    report({ file: fileOf(source), line, column, severity, message });
  };
}

/** Whether an article becomes an entry. */
export function isVisible({ isExpired, metadata }: Pick<ParsedArticle, "isExpired" | "metadata">, development: boolean): boolean {
  return !isExpired && (development || !metadata.draft);
}
