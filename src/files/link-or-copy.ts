import { constants, copyFileSync, linkSync } from "node:fs";
import { isSystemError } from "./failure.ts";

/**
 * Links or copies a file to another path, and never overwrites an existing file. A rename would replace that, so a hard link is used. File
 * systems without hard links get a copy.
 */
export function linkOrCopy(fresh: string, file: string): void {
  try {
    linkSync(fresh, file);
  } catch (error) {
    if (!(isSystemError(error) && /^E(?:PERM|NOSYS|NOTSUP|OPNOTSUPP|MLINK|XDEV)$/.test(error.code))) throw error;
    copyFileSync(fresh, file, constants.COPYFILE_EXCL);
  }
}
