import type { SiteFolder } from "../site-rules/old-site.ts";

// UTF-16 units. Parsers need 500 bytes for each, and the largest real configurations have a fifth.
const maxLength = 262_144;

/** Reads the text of a configuration; undefined if it does not exist. A text that is too large for a parser is reported, and is `null`. */
export function readConfiguration(folder: SiteFolder, path: string, limit = maxLength): string | null | undefined {
  const source = folder.read(path)?.replace(/^\uFEFF/, "");
  if (source === undefined || source.length <= limit) return source;
  reportUnread(folder, path, `it is too large: a configuration has at most ${(limit / 1024).toLocaleString("en")} KiB; make it smaller`);
  return null;
}

/** Reports that a configuration cannot be read, with the reason. */
export function reportUnread(folder: SiteFolder, path: string, reason: string): void {
  folder.report?.({ path, reason, isUnread: true });
}
