import { spawnSync } from "node:child_process";
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { createFolder, faultOfNewFolder } from "../../../src/files/create-folder.ts";
import { makeFolder } from "../cli/sample-folder.ts";

const fill = async (folder: string) => {
  writeFileSync(join(folder, "index.html"), "new");
  return 1;
};
const fail = async (folder: string) => {
  await fill(folder);
  throw new Error("The disk is full");
};

describe("createFolder()", () => {
  it("creates a folder with its parents, with the default mode", async () => {
    const root = makeFolder({ "x/a": "" });
    expect(await createFolder(join(root, "new/deep/public"), fill)).toBe(1);
    expect(readFileSync(join(root, "new/deep/public/index.html"), "utf8")).toBe("new");
    expect(readdirSync(join(root, "new/deep"))).toEqual(["public"]);
    expect(statSync(join(root, "new/deep/public")).mode).toBe(statSync(join(root, "x")).mode);
  });

  it("fills an empty folder, also a linked one, and keeps the folder and the link", async () => {
    const root = makeFolder({});
    mkdirSync(join(root, "public"), { mode: 0o711 });
    symlinkSync("public", join(root, "link"));
    const { ino, mode } = statSync(join(root, "public"));
    await createFolder(join(root, "link"), fill);
    expect(lstatSync(join(root, "link")).isSymbolicLink()).toBe(true);
    expect(readdirSync(join(root, "public"))).toEqual(["index.html"]);
    expect(statSync(join(root, "public"))).toMatchObject({ ino, mode });
    expect(readdirSync(root).sort()).toEqual(["link", "public"]);
  });

  it.each([undefined, "index.html"])("names the folder, not the temporary one, if the disk is full at %s", async (name) => {
    const root = makeFolder({});
    const fillDisk = async (folder: string) => {
      throw Object.assign(new Error("ENOSPC"), { code: "ENOSPC", errno: -28, syscall: "write", ...(name && { path: join(folder, name) }) });
    };
    const path = join(root, "public");
    await expect(createFolder(path, fillDisk)).rejects.toThrow(`Cannot write ${path}: the disk is full`);
    expect(readdirSync(root)).toEqual([]);
  });

  it("names a file with an invalid name", async () => {
    const root = makeFolder({});
    const fillTwice = async (folder: string) => {
      for (const flag of ["w", "wx"]) writeFileSync(join(folder, "index.html"), "", { flag });
    };
    await expect(createFolder(join(root, "public"), fillTwice)).rejects.toThrow(
      /^Cannot write .*\/public\/index\.html: it exists already; /,
    );
    expect(readdirSync(root)).toEqual([]);
  });

  it("removes files of a killed process, but not those of a running one or of another folder", async () => {
    const dead = spawnSync(process.execPath, ["--version"]).pid;
    const kept = [`.public.partial-${process.ppid}`, `.other.partial-${dead}`, `.public.partial-${dead}x`];
    const root = makeFolder(Object.fromEntries([...kept, `.public.partial-${dead}`].map((name) => [`${name}/index.html`, "half"])));
    await createFolder(join(root, "public"), fill);
    expect(readdirSync(root).sort()).toEqual([...kept, "public"].sort());
    const empty = makeFolder({});
    mkdirSync(join(empty, `public/.public.partial-${dead}`), { recursive: true });
    expect(faultOfNewFolder(join(empty, "public"))).toBeUndefined();
    await createFolder(join(empty, "public"), fill);
    expect(readdirSync(join(empty, "public"))).toEqual(["index.html"]);
    mkdirSync(join(empty, "new", `.new.partial-${process.ppid}`), { recursive: true });
    expect(faultOfNewFolder(join(empty, "new"))).toBe("it is not empty");
  });

  it("leaves nothing after a failure", async () => {
    const root = makeFolder({});
    await expect(createFolder(join(root, "public"), fail)).rejects.toThrow("The disk is full");
    await expect(createFolder(join(root, "new/deep/public"), fail)).rejects.toThrow("The disk is full");
    expect(readdirSync(root)).toEqual([]);
    await expect(createFolder(root, fail)).rejects.toThrow("The disk is full");
    expect(readdirSync(root)).toEqual([]);
  });

  it("keeps the target unchanged if it is no longer an empty folder", async () => {
    const root = makeFolder({});
    const overtaken = async (folder: string) => {
      mkdirSync(join(root, "public"));
      writeFileSync(join(root, "public/mine"), "");
      await fill(folder);
    };
    await expect(createFolder(join(root, "public"), overtaken)).rejects.toThrow(/ENOTEMPTY/);
    expect([readdirSync(root), readdirSync(join(root, "public"))]).toEqual([["public"], ["mine"]]);
  });

  it("keeps files that appear in the folder meanwhile", async () => {
    const root = makeFolder({});
    const overtaken = async (folder: string) => {
      writeFileSync(join(root, "index.html"), "mine");
      await fill(folder);
    };
    await expect(createFolder(root, overtaken)).rejects.toThrow(/^Cannot write into .*: index\.html exists by now$/);
    expect([readdirSync(root), readFileSync(join(root, "index.html"), "utf8")]).toEqual([["index.html"], "mine"]);
  });

  it("leaves nothing after the process ends", () => {
    const root = makeFolder({});
    const file = resolve(import.meta.dirname, "../../../src/files/create-folder.ts");
    const script = `import { createFolder } from ${JSON.stringify(file)};
      await createFolder(${JSON.stringify(join(root, "public"))}, async () => process.exit(7));`;
    expect(spawnSync(process.execPath, ["--input-type=module", "-e", script]).status).toBe(7);
    expect(readdirSync(root)).toEqual([]);
  });
});

describe("faultOfNewFolder()", () => {
  it.each([
    ["new", undefined],
    ["new/deep", undefined],
    ["empty", undefined],
    ["full", "it is not empty"],
    ["link", "it is not empty"],
    ["file", "it is not a folder"],
  ])("reports for %s: %s", (name, expected) => {
    const root = makeFolder({ "full/a": "", file: "" });
    mkdirSync(join(root, "empty"));
    symlinkSync("full", join(root, "link"));
    expect(faultOfNewFolder(join(root, name))).toBe(expected);
    expect(existsSync(join(root, "new"))).toBe(false);
  });
});
