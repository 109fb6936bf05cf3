import { deepestExisting, ensureFolder } from "./ensure-folder.ts";
import { attempt, Failure } from "./failure.ts";
import { isInside, realPathOf } from "./link-target.ts";

/** Creates a folder below another one, and its missing parents. @throws Failure if a link on the way leads out of `folder` */
export function ensureFolderInside(folder: string, target: string): void {
  ensureFolder(folder);
  const there = attempt("write", target, () => deepestExisting(target));
  if (!isInside(realPathOf(folder, folder), realPathOf(there, there)))
    throw new Failure("write", target, `a link leads out of ${folder}; remove the link`);
  ensureFolder(target);
}
