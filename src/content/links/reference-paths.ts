import { decodeUri } from "../../base/decode-uri.ts";
import { withoutExtension } from "../../base/file-path.ts";
import { isInDrafts } from "../../model/file-name.ts";

/** The place of an article: its file, and its address on the site. */
export interface ArticlePlace {
  /** Path below the articles folder. */
  readonly source: string;
  /** Canonical path of its page. */
  readonly address: string;
}

/**
 * Returns the paths below the articles folder at which to look for a file that an article names, in this order: next to the article; in the
 * folder with its name (`moon/tide.png` for `moon.md`), Hexo's asset folder; where the reference leads from the article's page. The folder
 * of the page is that of the file. A draft may have its files where it is published: those of `_drafts/lake/index.md` in `lake/`. Zola's
 * `@/` and Astro's `~/` are the articles folder. Browsers read `\` as `/` (WHATWG URL), which paths of Windows have. Names are tried in both Unicode forms, since macOS and editors write different ones.
 */
export function referencePaths({ address, source }: ArticlePlace, written: string): string[] {
  const reference = written.replace(/^[@~]\//, "/");
  const spellings = reference.includes("\\") ? [reference, reference.replaceAll("\\", "/")] : [reference];
  const paths = spellings.flatMap((spelling) =>
    sourcesOf(source).flatMap((place) => [...siblingPaths(place, spelling), ...publishedPaths(place, address, spelling)]),
  );
  return [...new Set(paths.flatMap((path) => [path, path.normalize("NFC"), path.normalize("NFD")]))];
}

/** Returns the path of an article, and the one that a draft has without the folder `_drafts`. */
export function sourcesOf(source: string): string[] {
  if (!isInDrafts(source)) return [source];
  const names = source.split("/");
  return [source, names.filter((name, index) => name !== "_drafts" || index === names.length - 1).join("/")];
}

function siblingPaths(source: string, reference: string): string[] {
  const isPlain = !reference.startsWith("/") && !reference.split("/").includes("..");
  const within = isPlain ? [resolveReference(`${withoutExtension(source)}/x`, reference)] : [];
  return [resolveReference(source, reference), ...within];
}

// A file next to `lake/index.md` is at `/blog/lake/deep.png` if the page is `/blog/lake/`.
function publishedPaths(source: string, address: string, reference: string): string[] {
  const page = decodeUri(address).slice(1);
  const path = resolveReference(page, reference);
  const folder = page.slice(0, page.lastIndexOf("/") + 1) || `${page}/`;
  const own = path.startsWith(folder) ? [resolveReference(source, path.slice(folder.length))] : [];
  return [...own, path];
}

/**
 * Resolves a path that an article contains to one below the articles folder: `../moon.png` in `notes/day.md` is `moon.png`. A path
 * that begins with `/` starts at the articles folder. `..` cannot leave that folder, as no URL leads above its host (RFC 3986
 * §5.2.4): posts of Astro have their pictures at `../../assets`, which would be outside.
 */
export function resolveReference(source: string, reference: string): string {
  const segments = reference.startsWith("/") ? [] : source.split("/").slice(0, -1);
  for (const segment of reference.split("/")) {
    if (segment === "" || segment === ".") continue;
    if (segment === "..") segments.pop();
    else segments.push(segment);
  }
  return segments.join("/");
}
