import type { MediaFile } from "../../model/entry.ts";

/** The media files of the articles folder, as the compiler uses them. */
export interface MediaFiles {
  /**
   * Publishes the file at `path` (below the articles folder, without `..`) and returns its description, or undefined if there is
   * no such file. Its URL contains a hash of its content, so that it may be cached permanently. A file that is too large is not
   * published: the caller has to report it with {@link describeOversize}. The `data:` URL of a picture is a path, too.
   */
  publish(path: string): PublishedFile | undefined;
  /** Returns the path of the file with a name, in whichever folder, or undefined. Of several files, it is the first by path. */
  pathOf(name: string): string | undefined;
  /** Returns the path of a file whose name differs from `path` in case only, or undefined. Such names are the same on macOS and Windows. */
  otherSpelling(path: string): string | undefined;
  /** Returns the duration of the recording at `path` in whole seconds, never 0, or undefined if the file does not contain it. */
  durationOf(path: string): Promise<number | undefined>;
  /** Returns the text of the file at `path`, or undefined if it is no text, an article, or longer than {@link maxTextBytes}. */
  textOf?(path: string): string | undefined;
}

/** A published media file. */
export interface PublishedFile extends MediaFile {
  /** The fault of a content that is not of the file's type, as the end of the sentence "Cannot use …: it …". */
  readonly fault?: string;
  /** True for a transcript in JSON (podcast namespace, JSON transcripts). */
  readonly isTranscript?: true;
}

/** Returns a published file without what is known about its content. */
export function mediaFileOf({ fault: _, isTranscript: __, ...file }: PublishedFile): MediaFile {
  return file;
}

/** The maximum size of a file in bytes (developers.cloudflare.com/workers/platform/limits, static assets: 25 MiB). */
export const maxMediaBytes: number = 25 * 1024 * 1024;

/** The maximum size in bytes of a file whose text an article shows as code. */
export const maxTextBytes = 100_000;

/** The media type of the chapters of an episode (podcast namespace, JSON Chapters Format 1.2). */
export const chaptersType = "application/json+chapters";

/** The maximum width and height of a picture in pixels. A JPEG has 65,535 at most. */
export const maxPixels = 100_000;

/** Returns the problem of a file that is too large to serve, or undefined for any other file. */
export function describeOversize(reference: string, { length = 0 }: { readonly length?: number }): string | undefined {
  const reason = oversizeReason(length);
  return reason && `Cannot publish ${JSON.stringify(reference)}: ${reason}`;
}

/** Returns why a file of so many bytes cannot be served, or undefined if it can. */
export function oversizeReason(length: number): string | undefined {
  if (length <= maxMediaBytes) return undefined;
  return `it has ${(length / 1024 / 1024).toFixed(1)} MiB (${length} bytes) and Cloudflare serves no file of more than 25 MiB`;
}

/** Returns the problem of a file whose content is not of its type, or undefined for any other file. */
export function describeContentFault(reference: string, { fault }: Pick<PublishedFile, "fault">): string | undefined {
  return fault === undefined ? undefined : `Cannot use ${JSON.stringify(reference)}: ${fault}`;
}
