import { constants, copyFileSync, linkSync } from "node:fs";
import { isSystemError } from "./failure.ts";

/**
 * Gives a file another name, never over an existing one. A rename would replace that, so a hard link is used. Some file systems do not
 * support those.
 */
export function giveName(fresh: string, file: string): void {
  try {
    linkSync(fresh, file);
  } catch (error) {
    if (!(isSystemError(error) && /^E(?:PERM|NOSYS|NOTSUP|OPNOTSUPP|MLINK|XDEV)$/.test(error.code))) throw error;
    copyFileSync(fresh, file, constants.COPYFILE_EXCL);
  }
}
