import { describe, expect, it } from "vitest";
import { baseName, folderOf, foldersOf, withoutExtension } from "../../../src/base/file-path.ts";

describe("the parts of a path", () => {
  it.each([
    ["a/b/c.d.md", "a/b", ["a", "a/b"], "c.d.md", "a/b/c.d"],
    ["c.md", "", [], "c.md", "c"],
    ["a.b/c", "a.b", ["a.b"], "c", "a.b/c"],
  ])("are found in %s", (path, folder, folders, name, stem) => {
    expect([folderOf(path), foldersOf(path), baseName(path), withoutExtension(path)]).toEqual([folder, folders, name, stem]);
  });
});
