import type { MediaFiles } from "../src/content/links/media-files.ts";

/** An articles folder with no other files in it. */
export const noMedia: MediaFiles = {
  publish: () => undefined,
  durationOf: async () => undefined,
  pathOf: () => undefined,
  otherSpelling: () => undefined,
};
