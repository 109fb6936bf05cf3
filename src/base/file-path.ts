/** Returns the folder of a path; empty for a file at the top. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

/** Returns the folders that contain a path, the outermost first: `a` and `a/b` for `a/b/c.md`. */
export function foldersOf(path: string): string[] {
  const names = path.split("/");
  return names.slice(1).map((_, index) => names.slice(0, index + 1).join("/"));
}

/** Returns the last name of a path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** Returns a path without its extension. */
export function withoutExtension(path: string): string {
  return path.replace(/\.[^./]+$/, "");
}
