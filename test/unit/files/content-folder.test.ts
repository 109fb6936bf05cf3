import { chmodSync, linkSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ContentFolder } from "../../../src/files/content-folder.ts";
import { makeFolder } from "../cli/sample-folder.ts";
import { hostileFiles, putHostile, secret } from "./hostile-files.ts";
import { asOrdinaryUser } from "./ordinary-user.ts";

const skipsHidden = (path: string) => /(?:^|\/)\./.test(path);

function openIn(files: Readonly<Record<string, string>>): { root: string; folder: ContentFolder } {
  const root = join(
    makeFolder({ "articles/_": "", ...Object.fromEntries(Object.entries(files).map(([path, text]) => [`articles/${path}`, text])) }),
    "articles",
  );
  return { root, folder: opened(root) };
}

function opened(path: string): ContentFolder {
  const folder = ContentFolder.open(path);
  if (folder === undefined) throw new Error(`Cannot find ${path}`);
  return folder;
}

function readOrFail(folder: ContentFolder, path: string): string {
  try {
    return String(folder.readAt(path));
  } catch (error) {
    return String(error);
  }
}

const pathsOf = (folder: ContentFolder) =>
  folder
    .list(skipsHidden)
    .files.map(({ path }) => path)
    .filter((path) => path !== "_")
    .sort();

describe("ContentFolder.findOtherSpelling()", () => {
  it.each([
    ["a/deep.PNG", "A/Deep.png"],
    ["A/Deep.png", undefined],
    ["a/other.png", undefined],
    ["a", undefined],
    ["link/x.png", undefined],
    ["caf\u00e9.png", "cafe\u0301.png"],
  ])("finds %s", (path, expected) => {
    const { folder, root } = openIn({ "A/Deep.png": "", "cafe\u0301.png": "", "B/x.png": "" });
    symlinkSync(join(root, "B"), join(root, "Link"));
    expect(folder.findOtherSpelling(path)).toBe(expected);
  });
});

describe("ContentFolder.list() and find()", () => {
  it.each(hostileFiles)("reject $name, with its path and the reason", (hostile) => {
    const { folder, root } = openIn({});
    putHostile(hostile, root);
    const { faults, files } = folder.list(skipsHidden);
    expect(faults.get(hostile.path)).toMatch(hostile.reason);
    for (const file of files) expect(folder.read(file).toString()).not.toContain(secret);
    expect(readOrFail(folder, hostile.path)).not.toContain(secret);
  });

  it.each([
    ["secret.md", "a/secret.md"],
    ["sub/secret.png", "a/sub/secret.png"],
    ["../outside/secret.md", "../outside/secret.md"],
    ["b/../../outside/secret.md", "b/../../outside/secret.md"],
  ])("read nothing outside the folder: %s", (_, path) => {
    const { folder, root } = openIn({ "b/c.md": "" });
    putHostile({ name: "", path: "a", reason: /./, put: (_root, _path, outside) => symlinkSync(outside, join(root, "a")) }, root);
    expect(() => folder.readAt(path)).toThrow(/^Cannot read .*: a link leads out of the folder, to /);
  });

  it("follow links to files and folders inside, relative, absolute and chained", () => {
    const { folder, root } = openIn({ "real/pictures/moon.png": "moon", "day.md": "day" });
    symlinkSync("real", join(root, "alias"));
    symlinkSync(join(root, "alias/pictures"), join(root, "pictures"));
    symlinkSync("../day.md", join(root, "real/night.md"));
    symlinkSync("real/night.md", join(root, "link.md"));
    expect(pathsOf(folder)).toEqual([
      "alias/night.md",
      "alias/pictures/moon.png",
      "day.md",
      "link.md",
      "pictures/moon.png",
      "real/night.md",
      "real/pictures/moon.png",
    ]);
    expect(folder.list(skipsHidden).faults.size).toBe(0);
    for (const path of pathsOf(folder)) expect(folder.readAt(path)?.toString()).toBe(path.endsWith("png") ? "moon" : "day");
  });

  it("resolve the path of the folder itself", () => {
    const { root } = openIn({ "a.md": "a" });
    symlinkSync(root, `${root}-link`);
    symlinkSync(join(root, "a.md"), join(root, "b.md"));
    expect(pathsOf(opened(`${root}-link`))).toEqual(["a.md", "b.md"]);
    expect(opened(`${root}-link`).readAt("b.md")?.toString()).toBe("a");
  });

  it("read a hard link like any other file", () => {
    const { folder, root } = openIn({ "a.md": "a" });
    linkSync(join(root, "a.md"), join(root, "b.md"));
    expect(folder.readAt("b.md")?.toString()).toBe("a");
  });

  it.each([["nothing.md"], ["a.md/b.md"], ["a"], [""], ["a\0.md"], ["b".repeat(300)]])("return undefined for %j", (path) => {
    const { folder } = openIn({ "a.md": "a", "a/b.md": "b" });
    expect(folder.find(path)).toBeUndefined();
  });

  it("find names in any script, composed or decomposed", () => {
    for (const name of ["caf\u00E9.md", "cafe\u0301.md", "月 🐟.md", "a\nb.md", "\uFFFD.md", "-rf.md"]) {
      const { folder } = openIn({ [name]: name });
      expect(pathsOf(folder).map((path) => path.normalize())).toEqual([name.normalize()]);
      expect(folder.readAt(name)?.toString()).toBe(name);
    }
  });

  it("find a hidden file unless it is a link", () => {
    const { folder } = openIn({ ".settings": "x" });
    expect(folder.readAt(".settings")?.toString()).toBe("x");
    expect(pathsOf(folder)).toEqual([".settings"]);
  });

  it("omit skipped folders, also if they are links", () => {
    const { folder, root } = openIn({ "a/b.md": "", "_c/d.md": "" });
    symlinkSync("a", join(root, "_e"));
    const { faults, files } = folder.list((path) => path.startsWith("_"));
    expect([files.map(({ path }) => path).sort(), faults.size]).toEqual([["_", "a/b.md"], 0]);
  });

  it.runIf(process.platform === "linux")("reject a name that is not UTF-8, of a file and of a folder", () => {
    const { folder, root } = openIn({});
    const name = Buffer.from(`${root}/caf\xe9`, "latin1");
    writeFileSync(Buffer.concat([name, Buffer.from(".md")]), "x");
    mkdirSync(name);
    writeFileSync(Buffer.concat([name, Buffer.from("/a.md")]), "x");
    expect([...folder.list(skipsHidden).faults]).toEqual(
      expect.arrayContaining([
        ["caf\uFFFD.md", "its name is not UTF-8; rename it"],
        ["caf\uFFFD", "its name is not UTF-8; rename it"],
      ]),
    );
    expect(pathsOf(folder)).toEqual([]);
  });

  it("reject a folder whose path is too long, and list the others", () => {
    const { folder, root } = openIn({ "a.md": "" });
    // Created from the inside out, since its path is too long to create it directly.
    const [name, tree] = ["d".repeat(250), join(root, "tree")];
    mkdirSync(tree);
    for (let depth = 0; depth < 20; depth++) {
      mkdirSync(join(root, "outer"));
      renameSync(tree, join(root, "outer", name));
      renameSync(join(root, "outer"), tree);
    }
    const { faults } = folder.list(skipsHidden);
    expect(faults.size).toBe(1);
    expect([...faults.values()]).toEqual(["its path is too long; shorten the names in it"]);
    expect(pathsOf(folder)).toContain("a.md");
  });

  it("stop if links to folders lead to each other in 2^40 ways", () => {
    const { folder, root } = openIn({ "d40/a.md": "" });
    for (let depth = 0; depth < 40; depth++) {
      mkdirSync(join(root, `d${depth}`));
      for (const name of ["a", "b"]) symlinkSync(`../d${depth + 1}`, join(root, `d${depth}`, name));
    }
    const { faults, files } = folder.list(skipsHidden);
    expect([...faults.values()]).toEqual(["links to folders lead to more than 10000 files; remove some of the links"]);
    expect(files.length).toBeLessThan(20_000);
  });

  it("stop if many folders are linked in a chain", () => {
    const { folder, root } = openIn({ "d300/a.md": "" });
    for (let depth = 0; depth < 300; depth++) {
      mkdirSync(join(root, `d${depth}`));
      symlinkSync(`../d${depth + 1}`, join(root, `d${depth}`, "next"));
    }
    const { faults, files } = folder.list(skipsHidden);
    expect(files.length).toBeLessThan(20_000);
    expect(faults.size).toBeGreaterThan(0);
  });

  it("report unreadable files, and list the others", async () => {
    const { folder, root } = openIn({ "a.md": "a", "b.md": "b", "private/c.md": "c" });
    chmodSync(join(root, ".."), 0o755);
    chmodSync(join(root, "a.md"), 0);
    chmodSync(join(root, "private"), 0);
    const noPermission = /^no permission; change its owner or mode/;
    await asOrdinaryUser(() => {
      const { faults } = folder.list(skipsHidden);
      expect([...faults]).toEqual([["private", expect.stringMatching(noPermission)]]);
      expect(pathsOf(folder)).toEqual(["a.md", "b.md"]);
      expect(() => folder.readAt("a.md")).toThrow(/^Cannot read a\.md: no permission/);
      expect(() => folder.readAt("private/c.md")).toThrow(/no permission/);
    });
    chmodSync(join(root, "private"), 0o700);
  });
});

describe("ContentFolder.open()", () => {
  it("does not read a file that was replaced since it was found", () => {
    const { folder, root } = openIn({ "a.md": "a", "b/c.md": "c" });
    putHostile({ name: "", path: "", reason: /./, put: () => {} }, root);
    const [file, nested] = [folder.find("a.md"), folder.find("b/c.md")];
    if (file === undefined || nested === undefined) throw new Error("Cannot find them");
    rmSync(join(root, "a.md"));
    symlinkSync("../outside/secret.md", join(root, "a.md"));
    renameSync(join(root, "b"), join(root, "../moved"));
    symlinkSync("../moved", join(root, "b"));
    expect(() => folder.read(file)).toThrow("Cannot read a.md: it was replaced just now; try again");
    expect(() => folder.read(nested)).toThrow("Cannot read b/c.md: it was replaced just now; try again");
  });

  it("does not block on a pipe that replaced a file", () => {
    const { folder, root } = openIn({ "a.md": "a" });
    const file = folder.find("a.md");
    if (file === undefined) throw new Error("Cannot find it");
    rmSync(join(root, "a.md"));
    putHostile({ ...(hostileFiles.find(({ name }) => name === "a pipe") as (typeof hostileFiles)[number]) }, root);
    expect(() => folder.read(file)).toThrow("Cannot read a.md: it was replaced just now; try again");
  });

  it("returns undefined for a missing folder, and reports anything else that is not a folder", () => {
    const parent = makeFolder({ file: "" });
    symlinkSync("nowhere", join(parent, "link"));
    expect(ContentFolder.open(join(parent, "nothing"))).toBeUndefined();
    expect(() => ContentFolder.open(join(parent, "file"))).toThrow(/it is not a folder; put a folder in its place$/);
    expect(() => ContentFolder.open(join(parent, "link"))).toThrow(/a link leads to nowhere, which does not exist/);
  });
});
