import { isMedia } from "./content-file.ts";
import type { Plan } from "./old-site.ts";
import { isIn, joinPath, pathIn } from "./site-path.ts";

/** A folder with pictures and other files, and its place below the articles folder. */
export interface PublicFolder {
  readonly from: string;
  /** Empty for the root of the site's addresses. */
  readonly to: string;
}

/** Plans a file that articles can show; the first folder that contains it counts. */
export function planMedia(path: string, folders: readonly PublicFolder[]): Plan | undefined {
  const folder = isMedia(path) ? folders.find(({ from }) => isIn(from, path)) : undefined;
  return folder && { kind: "media", target: joinPath(folder.to, pathIn(folder.from, path)) };
}
