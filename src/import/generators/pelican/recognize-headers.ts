import { isMarkdown, isOfRepository } from "../../site-rules/content-file.ts";
import type { SiteFolder } from "../../site-rules/old-site.ts";
import { isIn } from "../../site-rules/site-path.ts";
import { readPelicanHeader } from "./pelican-header.ts";

const maxHeader = 4096; // UTF-16 units

/** Returns the folder whose texts have Pelican's headers, `Title: Moon` and `Date: 2024-11-06`, most of them at least: `content` or the root. */
export function folderOfHeaders(folder: SiteFolder): string | undefined {
  return ["content", ""].find((place) => {
    const texts = folder.paths.filter((path) => isIn(place, path) && isMarkdown(path) && !isOfRepository(path));
    const count = texts.filter((path) => hasHeader(folder, path)).length;
    return count * 2 > texts.length;
  });
}

// Front matter between fences is no sign of Pelican.
function hasHeader(folder: SiteFolder, path: string): boolean {
  const start = folder.read(path)?.slice(0, maxHeader) ?? "";
  if (!/^\uFEFF?[A-Za-z_-]+:/.test(start)) return false;
  const { body, metadata } = readPelicanHeader(start);
  return "title" in metadata && "date" in metadata && !isClosed(start.slice(0, start.length - body.length));
}

// A line of dashes after the header is the front matter of other generators without its first line.
function isClosed(header: string): boolean {
  return /^---\s*$/m.test(header);
}
