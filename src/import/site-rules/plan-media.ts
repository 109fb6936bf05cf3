import { isMedia } from "./content-file.ts";
import type { FilePlan } from "./old-site.ts";
import { isIn, joinPath, pathIn } from "./site-path.ts";

/** A folder with pictures and other files, and its place below the articles folder. */
export interface PublicFolder {
  readonly from: string;
  /** Empty for the root of the site's addresses. */
  readonly to: string;
}

/** Plans a file that articles can show or link to; the first folder that contains it counts. */
export function planMedia(path: string, folders: readonly PublicFolder[]): FilePlan | undefined {
  const folder = folders.find(({ from }) => isIn(from, path));
  return folder && planFile(path, joinPath(folder.to, pathIn(folder.from, path)));
}

/** Plans a file that its generator publishes as it is. */
export function planFile(path: string, target: string): FilePlan {
  return { kind: isMedia(path) ? "media" : "attachment", target };
}
