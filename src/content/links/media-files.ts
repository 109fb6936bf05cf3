import type { MediaFile } from "../../model/entry.ts";

/** The files of the articles folder that are no articles, as the compiler sees them. */
export interface MediaFiles {
  /**
   * Publishes the file at `path` (below the articles folder, no `..` left) and says what it is; undefined when there is
   * none. Its URL carries a hash of its content, so that it may be cached for ever. One that is {@link describeOversize} is not
   * published: whoever names it has to tell.
   */
  publish(path: string): MediaFile | undefined;
  /** How long the recording at `path` plays, in whole seconds and never 0; undefined where the file does not say. */
  durationOf(path: string): Promise<number | undefined>;
}

/** The most bytes that a file may have (developers.cloudflare.com/workers/platform/limits, static assets: 25 MiB). */
export const maxMediaBytes: number = 25 * 1024 * 1024;

/** The most pixels on a side that a picture may say that it has. A JPEG has 65,535 at most. */
export const maxPixels = 100_000;

/** What is wrong with a file that is too large to be served; undefined for any other. */
export function describeOversize(reference: string, { length = 0 }: { readonly length?: number }): string | undefined {
  if (length <= maxMediaBytes) return undefined;
  const size = `${(length / 1024 / 1024).toFixed(1)} MiB (${length} bytes)`;
  return `Cannot publish ${JSON.stringify(reference)}: it has ${size} and Cloudflare serves no file of more than 25 MiB`;
}

/**
 * A path as an article writes it, as one below the articles folder: `../moon.png` in `notes/day.md` is `moon.png`. Where it
 * begins with `/` it is taken from the articles folder. Nothing leads out of that, as no URL leads above its host (RFC 3986
 * §5.2.4): posts of Astro have their pictures at `../../assets`, outside of what is the articles folder here.
 */
export function pathFrom(source: string, reference: string): string {
  const segments = reference.startsWith("/") ? [] : source.split("/").slice(0, -1);
  for (const segment of reference.split("/")) {
    if (segment === "" || segment === ".") continue;
    if (segment === "..") segments.pop();
    else segments.push(segment);
  }
  return segments.join("/");
}
