import { folderOf } from "../../base/file-path.ts";
import { isSpecialFolder } from "../../model/file-name.ts";

/** Returns whether a path is in a folder; the empty folder contains every path. */
export function isIn(folder: string, path: string): boolean {
  return folder === "" || path.startsWith(`${folder}/`);
}

/** Returns the rest of a path that is in a folder. */
export function pathIn(folder: string, path: string): string {
  return folder === "" ? path : path.slice(folder.length + 1);
}

/** Joins names of folders and files; empty ones are skipped. */
export function joinPath(...parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join("/");
}

/** Returns a name without the points at its end. */
export function withoutTrailingPoints(name: string): string {
  let end = name.length;
  while (name[end - 1] === ".") end--;
  return name.slice(0, end);
}

/** Returns the plain form of a path relative to a folder: `./content/../blog/` is `blog`. */
export function resolvePath(folder: string, path: string): string {
  const names: string[] = [];
  for (const name of joinPath(folder, path).split("/")) {
    if (name === "..") names.pop();
    else if (name !== "" && name !== ".") names.push(name);
  }
  return names.join("/");
}

/** Returns a path that builds do not ignore: no name begins with `_` or `.`, except the folders `_posts` and `_drafts`. */
export function visiblePath(path: string): string {
  return withoutBeginnings(path, /^[._]+(?=.)/);
}

/** Returns a path without the `_` with which names begin, except in `_posts` and `_drafts`. Names that begin with `.` are hidden, and stay so. */
export function withoutUnderscores(path: string): string {
  return withoutBeginnings(path, /^_+(?=[^_.])/);
}

function withoutBeginnings(path: string, beginning: RegExp): string {
  const names = path.split("/");
  const isSpecial = (name: string, index: number) => isSpecialFolder(name) && index < names.length - 1;
  return names.map((name, index) => (isSpecial(name, index) ? name : name.replace(beginning, ""))).join("/");
}

/** Joins the parts of an address: one leading slash, no double slashes. */
export function addressPath(...parts: readonly string[]): string {
  return `/${parts.join("/")}`.replace(/\/{2,}/g, "/");
}

/** Returns the deepest folder that contains all paths. */
export function commonFolder(paths: readonly string[]): string {
  let common = folderOf(paths[0] ?? "");
  for (const path of paths) while (!isIn(common, path)) common = folderOf(common);
  return common;
}
