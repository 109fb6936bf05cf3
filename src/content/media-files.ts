import type { MediaFile } from "./entry.ts";

/** The files of the articles folder that are no articles, as the compiler sees them. */
export interface MediaFiles {
  /**
   * Publishes the file at `path` (below the articles folder, no `..` left) and says what it is; undefined when there is
   * none. Its URL carries a hash of its content, so that it may be cached for ever.
   */
  publish(path: string): MediaFile | undefined;
}

/**
 * A path as an article writes it, as one below the articles folder: `../moon.png` in `notes/day.md` is `moon.png`. Where it
 * begins with `/` it is taken from the articles folder; undefined when it leads out of that.
 */
export function pathFrom(source: string, reference: string): string | undefined {
  const segments = reference.startsWith("/") ? [] : source.split("/").slice(0, -1);
  for (const segment of reference.split("/")) {
    if (segment === "" || segment === ".") continue;
    if (segment === ".." && segments.length === 0) return undefined;
    if (segment === "..") segments.pop();
    else segments.push(segment);
  }
  return segments.join("/");
}
