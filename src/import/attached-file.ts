/** A file to write next to an article: a picture of its text, or the chapters of an episode. */
export interface AttachedFile {
  /** Path below the articles folder. */
  readonly path: string;
  readonly bytes: Uint8Array;
}
