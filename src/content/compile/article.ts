import type { Report, SourceLocation } from "../../model/diagnostic.ts";
import type { FileName } from "../../model/file-name.ts";
import type { ReportAtKey } from "../../model/report-at-key.ts";
import type { ReportAtNode } from "../../model/report-at-node.ts";
import type { FrontMatterSource } from "../front-matter/find-front-matter.ts";
import { locateKey } from "../front-matter/locate-key.ts";
import type { BlockIds } from "../markup/dialects/block-ids.ts";
import type { ArticleDates } from "../metadata/article-dates.ts";
import type { Metadata } from "../metadata/metadata.ts";
import type { ArticleIdentity } from "../permalink/identify.ts";
import { type ArticleBody, lineInArticle } from "./article-body.ts";

/** The author's file. */
export interface Article {
  /** Path below the articles folder, such as `2024/moon.md`. */
  readonly source: string;
  readonly text: string;
  /** Digest of the text, if it is known without reading the file. */
  readonly version?: string;
}

/** A parsed article: its metadata, its dates and its text. It is plain data and can be sent to another process. */
export interface ParsedArticle extends ArticleDates {
  readonly source: string;
  readonly metadata: Metadata;
  readonly fileName: FileName;
  readonly title: string;
  readonly identity: ArticleIdentity;
  /** The ids of blocks in its text, as Obsidian writes them. */
  readonly blocks?: BlockIds;
  /** Those of its own to which any article links. */
  readonly linkedBlocks?: readonly string[];
  /** Undefined if the article comes from the cache. To get the body, parse the article again. */
  readonly body?: ArticleBody;
  /** The source of the front matter, to locate its keys. */
  readonly frontMatterSource?: FrontMatterSource;
}

/** Returns the path of an article's file in diagnostics. */
export function fileOf(source: string): string {
  return `articles/${source}`;
}

/** Creates a reporter of problems at the keys of an article's front matter. */
export function reporterAtKeys(
  { frontMatterSource, source }: Pick<ParsedArticle, "frontMatterSource" | "source">,
  report: Report,
): ReportAtKey {
  return (key, severity, message, dedupeKey) =>
    report({ ...locateKey(fileOf(source), frontMatterSource, key), severity, message, ...(dedupeKey !== undefined && { dedupeKey }) });
}

/** Creates a reporter of problems at the nodes of an article's tree. */
export function reporterAtNodes(source: string, body: Omit<ArticleBody, "text">, report: Report): ReportAtNode {
  return (node, severity, message) => report({ ...locateNode(source, body, node), severity, message });
}

/** Returns the location of a node of an article's tree. */
export function locateNode(source: string, body: Omit<ArticleBody, "text">, { position }: Parameters<ReportAtNode>[0]): SourceLocation {
  // Some nodes have no start, although the types of the parsers promise one.
  return { file: fileOf(source), line: lineInArticle(position?.start?.line ?? 1, body), column: position?.start?.column ?? 1 };
}

/** Returns whether an article becomes an entry. */
export function isVisible({ isExpired, metadata }: Pick<ParsedArticle, "isExpired" | "metadata">, development: boolean): boolean {
  return !isExpired && (development || !metadata.draft);
}

/**
 * Sorts listed articles before unlisted ones, and these before drafts. Of two articles that conflict the later one is at fault, and it
 * takes neither an address nor the spelling of a term from an earlier one.
 */
export function listedFirst(a: ParsedArticle, b: ParsedArticle): number {
  return rankOf(a) - rankOf(b);
}

function rankOf({ metadata: { draft, unlisted } }: ParsedArticle): number {
  return draft ? 2 : unlisted ? 1 : 0;
}
