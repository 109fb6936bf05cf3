import { canonicalPath } from "../../base/canonical-url.ts";
import type { FrontMatterTable } from "../../content/front-matter/front-matter-table.ts";
import { readMetadata } from "../../content/metadata/metadata.ts";
import { permalinkOf } from "../../content/permalink/permalink.ts";
import { parseFileName } from "../../model/file-name.ts";
import type { OldAddress } from "./old-site.ts";

/** An article, as far as its address under our settings depends on it. */
export interface CopiedArticle {
  /** Its path below the articles folder. */
  readonly target: string;
  /** The front matter of its copy. */
  readonly frontMatter: FrontMatterTable;
  /** Milliseconds since 1970. */
  readonly date: number | undefined;
  /** Returns whether there is a file `moon.md`, so that `moon.de.md` is its translation. */
  readonly hasOriginal?: (target: string) => boolean;
}

/**
 * Returns the pattern if it makes the path, since one line of settings is easier to read than a path in each article; otherwise the path.
 * @param path decoded
 */
export function patternOrPath(
  path: string,
  pattern: string | undefined,
  article: CopiedArticle,
  { language = "en", timezone = "UTC" }: { readonly language?: string | undefined; readonly timezone?: string | undefined },
): OldAddress {
  if (pattern === undefined || article.date === undefined) return { path: readablePath(path) };
  const fileName = parseFileName(article.target, (stem, _tag, ending) => article.hasOriginal?.(stem + ending) ?? false);
  const location = () => ({ file: article.target, line: 1, column: 1 });
  const metadata = readMetadata(
    { data: article.frontMatter, syntax: "YAML", body: "", bodyOffset: 0, warnings: [], locationOf: location },
    () => {},
    fileName,
  );
  if (metadata.permalink !== undefined) return { path: readablePath(path) }; // the article's own key makes its address
  const located = { fileName, metadata, title: metadata.title ?? "", permalinkDate: article.date };
  const made = permalinkOf(located, { permalink: pattern, language, timezone }, () => {});
  return made === encoded(path) ? { pattern } : { path: readablePath(path) };
}

function encoded(path: string): string {
  return canonicalPath(readablePath(path));
}

/** Escapes the characters of a decoded path that would end it or are a part of an escape. */
export function readablePath(path: string): string {
  return path.replace(/[?#]|%(?![0-9A-F]{2})/gi, encodeURIComponent);
}

/** Returns an id if it is not the one that the settings make of an address. @param address a decoded path, if it is known */
export function differingId(id: string, origin: string, address: string | undefined): string | undefined {
  return address !== undefined && id === origin + encoded(address) ? undefined : id;
}
