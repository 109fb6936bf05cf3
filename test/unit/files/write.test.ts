import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createFile } from "../../../src/files/create-file.ts";
import { ensureFolder as makeMissing } from "../../../src/files/ensure-folder.ts";
import { replaceFile } from "../../../src/files/replace-file.ts";
import { FolderReplacement } from "../../../src/files/replace-folder.ts";
import { makeFolder } from "../cli/sample-folder.ts";
import { asOrdinaryUser } from "./ordinary-user.ts";

const dead = spawnSync(process.execPath, ["--version"]).pid; // the id of a process that has ended
const hasFullDisk = existsSync("/dev/full"); // on Linux: each write to it fails as on a full disk
const textOf = (...path: readonly string[]) => readFileSync(join(...path), "utf8");
const pieces = (...texts: readonly string[]) => texts.map((text) => Buffer.from(text));

describe("replaceFile()", () => {
  it("replaces a file with any number of pieces in order", () => {
    const folder = makeFolder({ old: "something longer than what comes now" });
    replaceFile(join(folder, "old"), pieces("a", "", "bc"));
    expect(textOf(folder, "old")).toBe("abc");
    const many = Array.from({ length: 2500 }, (_, index) => Buffer.from(`${index},`));
    replaceFile(join(folder, "old"), many);
    expect(readFileSync(join(folder, "old")).equals(Buffer.concat(many))).toBe(true);
    expect(readdirSync(folder)).toEqual(["old"]);
  });

  it("keeps the mode of the file", () => {
    const folder = makeFolder({ file: "old" });
    chmodSync(join(folder, "file"), 0o640);
    replaceFile(join(folder, "file"), pieces("new"));
    expect([textOf(folder, "file"), statSync(join(folder, "file")).mode & 0o777]).toEqual(["new", 0o640]);
  });

  it.each(["file", `.file.partial-${process.pid}`])("does not write through a link at %s", (name) => {
    const folder = makeFolder({ other: "old", "a/x": "" });
    symlinkSync("../other", join(folder, "a", name));
    replaceFile(join(folder, "a/file"), pieces("new"));
    expect([textOf(folder, "other"), textOf(folder, "a/file"), readdirSync(folder)]).toEqual(["old", "new", ["a", "other"]]);
    expect(lstatSync(join(folder, "a/file")).isFile()).toBe(true);
    expect(readdirSync(join(folder, "a"))).toEqual(["file", "x"]);
  });

  it("keeps only the old file after a failure", () => {
    const folder = makeFolder({ "file/a": "old" });
    expect(() => replaceFile(join(folder, "file"), pieces("new"))).toThrow(/^Cannot write .*\/file: it (?:is a folder|exists already)/);
    expect([textOf(folder, "file/a"), readdirSync(folder)]).toEqual(["old", ["file"]]);
  });
});

describe("createFile()", () => {
  it("removes files of a killed process", () => {
    const folder = makeFolder({
      [`a/.broadsheet.partial-${dead}`]: "half",
      [`a/.broadsheet.partial-${process.ppid}`]: "of another command",
    });
    createFile(folder, "a/b.md", "text");
    expect(readdirSync(join(folder, "a"))).toEqual([`.broadsheet.partial-${process.ppid}`, "b.md"]);
  });

  it("creates a file and its parents", () => {
    const folder = makeFolder({});
    createFile(join(folder, "articles"), "a/b.md", "text");
    createFile(join(folder, "articles"), "a/c.png", (descriptor) => writeSync(descriptor, "picture"));
    expect(textOf(folder, "articles/a/b.md")).toBe("text");
    expect(readdirSync(join(folder, "articles/a"))).toEqual(["b.md", "c.png"]);
  });

  it.each([
    ["a file", (file: string) => writeFileSync(file, "old")],
    ["a link to nothing", (file: string) => symlinkSync("../nowhere", file)],
    ["a folder", (file: string) => mkdirSync(file)],
  ])("never overwrites %s", (_, put) => {
    const folder = makeFolder({ "articles/x": "" });
    put(join(folder, "articles/a.md"));
    expect(() => createFile(join(folder, "articles"), "a.md", "new")).toThrow(/^Cannot write .*a\.md: it exists already; move it away$/);
    expect(readdirSync(folder)).toEqual(["articles"]);
    expect(readdirSync(join(folder, "articles"))).toEqual(["a.md", "x"]);
  });

  it("does not write through a link that leads out of the folder", () => {
    const folder = makeFolder({ "articles/x": "", "outside/x": "" });
    symlinkSync("../outside", join(folder, "articles/a"));
    symlinkSync("../outside/stolen", join(folder, `articles/.broadsheet.partial-${process.pid}`));
    for (const path of ["a/b.md", "a/c/d.md"])
      expect(() => createFile(join(folder, "articles"), path, "text")).toThrow(/: a link leads out of .*articles; remove the link$/);
    createFile(join(folder, "articles"), "e.md", "text");
    expect(readdirSync(join(folder, "outside"))).toEqual(["x"]);
    expect(lstatSync(join(folder, "articles/e.md")).isFile()).toBe(true);
  });

  it("writes through a link to a folder inside, and into a folder that is a link", () => {
    const folder = makeFolder({ "real/a/x": "" });
    symlinkSync("a", join(folder, "real/b"));
    symlinkSync("real", join(folder, "articles"));
    createFile(join(folder, "articles"), "b/c.md", "text");
    expect(textOf(folder, "real/a/c.md")).toBe("text");
  });

  it.runIf(hasFullDisk)("leaves nothing on a full disk", () => {
    const folder = makeFolder({});
    const fill = () => writeSync(openSync("/dev/full", "w"), "x");
    expect(() => createFile(folder, "a.md", fill)).toThrow(/a\.md: the disk is full; make room and run the command again$/);
    expect(() => createFile(folder, "2025/05/a.md", fill)).toThrow(/a\.md: the disk is full; make room and run the command again$/);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe("FolderReplacement", () => {
  it("replaces the old folder on commit, and not before", () => {
    const folder = makeFolder({
      "public/old": "old",
      [`.public.partial-${dead}/left`]: "by a killed build",
      [`.public.old-${dead}/left`]: "too",
    });
    {
      using fresh = new FolderReplacement(join(folder, "public"));
      fresh.write("a/new", "new");
      fresh.link("kept", join(folder, "public/old"));
      expect(readdirSync(join(folder, "public"))).toEqual(["old"]);
      fresh.commit();
    }
    expect(readdirSync(folder)).toEqual(["public"]);
    expect(readdirSync(join(folder, "public"))).toEqual(["a", "kept"]);
    expect([textOf(folder, "public/a/new"), textOf(folder, "public/kept")]).toEqual(["new", "old"]);
  });

  it("restores the old folder that a killed process moved", () => {
    const folder = makeFolder({ [`.public.old-${dead}/old`]: "old", [`.public.partial-${dead}/new`]: "new" });
    {
      using fresh = new FolderReplacement(join(folder, "public"));
      fresh.write("new", "new");
    }
    expect([readdirSync(folder), readdirSync(join(folder, "public"))]).toEqual([["public"], ["old"]]);
  });

  it.runIf(process.geteuid?.() === 0)("keeps files of another user's killed process", async () => {
    const folder = makeFolder({ [`.public.partial-${dead}/left`]: "", [`.public.old-${dead}/left`]: "", "public/old": "" });
    chmodSync(folder, 0o777);
    await asOrdinaryUser(() => {
      using fresh = new FolderReplacement(join(folder, "public"));
      fresh.write("new", "new");
      fresh.commit();
    });
    expect(readdirSync(join(folder, "public"))).toEqual(["new"]);
  });

  it("keeps only the old folder without a commit", () => {
    const folder = makeFolder({ "public/old": "old" });
    const fail = () => {
      using fresh = new FolderReplacement(join(folder, "public"));
      fresh.write("new", "new");
      fresh.link("kept", join(folder, "public/old"));
      if (hasFullDisk) symlinkSync("/dev/full", join(folder, `.public.partial-${process.pid}/full`));
      fresh.write(hasFullDisk ? "full" : "new/under-a-file", "x");
    };
    expect(fail).toThrow(/^Cannot write .*\.public\.partial-\d+\//);
    expect([readdirSync(folder), textOf(folder, "public/old")]).toEqual([["public"], "old"]);
  });
});

describe("makeFolder()", () => {
  it("reports missing permission, and a file in the way", async () => {
    const folder = makeFolder({ "closed/x": "", file: "" });
    chmodSync(folder, 0o755);
    chmodSync(join(folder, "closed"), 0o555);
    await asOrdinaryUser(() => {
      expect(() => makeMissing(join(folder, "closed/a/b"))).toThrow(
        /^Cannot write .*closed\/a\/b: no permission; change its owner or mode/,
      );
    });
    chmodSync(join(folder, "closed"), 0o755);
    expect(() => makeMissing(join(folder, "file/a"))).toThrow(/^Cannot use \S+\/file: it is not a folder; move it away$/);
  });

  it.each(["build", "build/public/a"])("reports a link to nothing in the path %s", (path) => {
    const folder = makeFolder({ file: "" });
    symlinkSync("/nowhere/at/all", join(folder, "build"));
    expect(() => makeMissing(join(folder, path))).toThrow(
      /^Cannot read .*\/build: a link leads to \/nowhere\/at\/all, which does not exist; repair or remove the link$/,
    );
  });
});
