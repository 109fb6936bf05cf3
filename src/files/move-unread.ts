import { lstatSync, readlinkSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { dirname, isAbsolute, join, relative, resolve } from "node:path";
import { ensureFolderInside } from "./ensure-folder-inside.ts";
import { attempt, Failure } from "./failure.ts";
import { linkOrCopy } from "./link-or-copy.ts";

/**
 * Moves what is at a path below a folder without reading it: a link, which leads to the same place afterwards, or a file without
 * permission. It replaces nothing.
 * @param from relative to the folder, as is `to`
 * @throws Failure
 */
export function moveUnread(folder: string, from: string, to: string): void {
  const [source, target] = [join(folder, from), join(folder, to)];
  const stats = attempt("read", from, () => lstatSync(source, { throwIfNoEntry: false }));
  if (stats === undefined) throw new Failure("read", from, "it does not exist any more");
  if (stats.isDirectory()) throw new Failure("read", from, "it is a folder");
  ensureFolderInside(folder, dirname(target));
  attempt("write", target, () => (stats.isSymbolicLink() ? copyLink(source, target) : linkOrCopy(source, target)));
  attempt("write", from, () => rmSync(source));
}

function copyLink(source: string, target: string): void {
  const goal = readlinkSync(source);
  const place = resolve(realpathSync(dirname(source)), goal);
  symlinkSync(isAbsolute(goal) ? goal : relative(realpathSync(dirname(target)), place), target);
}
