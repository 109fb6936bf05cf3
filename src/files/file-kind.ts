import type { Dirent, Stats } from "node:fs";

/** Returns the kind of something that is neither a file, a folder nor a link. */
export function fileKindOf(entry: Dirent | Stats): string {
  if (entry.isFIFO()) return "a pipe";
  if (entry.isSocket()) return "a socket";
  return entry.isBlockDevice() || entry.isCharacterDevice() ? "a device" : "something unknown";
}
