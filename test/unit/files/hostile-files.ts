import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** The text of the files that must not be read. */
export const secret = "deploy-token-4711";

/** A file that a guest may add to a folder. */
export interface HostileFile {
  readonly name: string;
  /** Path below the folder. */
  readonly path: string;
  /** @param outside a folder with `secret.md`, `secret.png` and `sub/secret.png` in it, next to the folder */
  readonly put: (folder: string, path: string, outside: string) => void;
  /** The expected reason. */
  readonly reason: RegExp;
}

const link =
  (target: string | ((outside: string, folder: string) => string)): HostileFile["put"] =>
  (folder, path, outside) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    symlinkSync(typeof target === "string" ? target : target(outside, folder), join(folder, path));
  };
const pipe: HostileFile["put"] = (folder, path) => execFileSync("mkfifo", [join(folder, path)]);

const outside = /^a link leads out of the folder, to .*; put a copy of what it leads to in its place$/;
const nowhere = /^a link leads to .*, which does not exist; repair or remove the link$/;
const circle = /^its links lead in a circle, or through too many others; remove one of them$/;
const back = /^a link leads to a folder that it is in; remove it$/;

export const hostileFiles: readonly HostileFile[] = [
  { name: "a link to the environment", path: "2024-11-06-a.txt", put: link("/proc/self/environ"), reason: /^a link leads (?:out of|to)/ },
  { name: "an absolute link to a file outside", path: "a.md", put: link((outside) => join(outside, "secret.md")), reason: outside },
  { name: "a relative link to a file outside", path: "b/a.md", put: link("../../outside/secret.md"), reason: outside },
  { name: "a link to a picture outside", path: "a.png", put: link("../outside/secret.png"), reason: outside },
  { name: "a link to a folder outside", path: "a", put: link("../outside"), reason: outside },
  { name: "a link to a folder of posts outside", path: "_posts", put: link("../outside"), reason: outside },
  { name: "a link to the root", path: "a", put: link("/"), reason: outside },
  { name: "a link to the folder above", path: "a", put: link(".."), reason: outside },
  {
    name: "a link to a folder whose name begins with the folder's",
    path: "a.md",
    put(folder, path, outside) {
      cpSync(outside, `${folder}-twin`, { recursive: true });
      symlinkSync(`${folder}-twin/secret.md`, join(folder, path));
    },
    reason: outside,
  },
  {
    name: "a link to a link that leads outside",
    path: "a.md",
    put(folder, path, outside) {
      symlinkSync(join(outside, "secret.md"), join(folder, ".hidden"));
      symlinkSync(".hidden", join(folder, path));
    },
    reason: outside,
  },
  {
    name: "a link in a linked folder",
    path: "a/b.md",
    put(folder, _path, outside) {
      mkdirSync(join(folder, "c"));
      symlinkSync(join(outside, "secret.md"), join(folder, "c/b.md"));
      symlinkSync("c", join(folder, "a"));
    },
    reason: outside,
  },
  {
    name: "a link to a hidden file",
    path: "a.txt",
    put(folder, path) {
      mkdirSync(join(folder, ".git"));
      writeFileSync(join(folder, ".git/config"), secret);
      symlinkSync(".git/config", join(folder, path));
    },
    reason: /^a link leads to the hidden file \.git\/config; put a copy/,
  },
  { name: "a link to nothing", path: "a.md", put: link("nowhere.md"), reason: nowhere },
  { name: "a link to itself", path: "a.md", put: link("a.md"), reason: circle },
  { name: "a link to the folder itself", path: "a", put: link("."), reason: back },
  { name: "a link to the folder that it is in", path: "b/c/a", put: link("../../b"), reason: back },
  {
    name: "two folders that link to each other",
    path: "a/l/l",
    put(folder) {
      for (const name of ["a", "b"]) mkdirSync(join(folder, name));
      symlinkSync("../b", join(folder, "a/l"));
      symlinkSync("../a", join(folder, "b/l"));
    },
    reason: back,
  },
  { name: "a pipe", path: "a.md", put: pipe, reason: /^it is a pipe, not a file; remove it$/ },
  { name: "a pipe that is called like a picture", path: "a.png", put: pipe, reason: /^it is a pipe/ },
  {
    name: "a link to a pipe",
    path: "a.md",
    put(folder, path) {
      pipe(folder, "_pipe", "");
      symlinkSync("_pipe", join(folder, path));
    },
    reason: /^a link leads to a pipe; remove it$/,
  },
  { name: "a link to a device", path: "a.md", put: link("/dev/zero"), reason: outside },
];

/** Creates a hostile file in a folder next to a folder `outside`. */
export function putHostile({ path, put }: HostileFile, folder: string): void {
  const outside = join(dirname(folder), "outside");
  mkdirSync(join(outside, "sub"), { recursive: true });
  for (const file of ["secret.md", "secret.png", "sub/secret.png"])
    writeFileSync(join(outside, file), `---\ndate: 2024-11-06\n---\n${secret}`);
  put(folder, path, outside);
}
