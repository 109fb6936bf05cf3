// Runs a program from one file that contains all of its modules: loading hundreds of modules one by one takes longer than compiling a small
// site. The sources run instead if there can be no such file, or if they have changed just now.

import { runScript } from "./run-script.js";

// An `import` of a module of Node would also load what its getters load, such as all kinds of streams.
const { lstatSync, readFileSync, statSync } = process.getBuiltinModule("node:fs");
const { join, resolve } = process.getBuiltinModule("node:path");
const { pathToFileURL } = process.getBuiltinModule("node:url");

const root = resolve(import.meta.dirname, "../../..");

// Copies of the project may share one folder of packages.
const cache = join(root, "node_modules/.cache");
const folder = join(cache, "broadsheet", root.replace(/[^A-Za-z0-9]+/g, "-").slice(-100));

// A file that changes twice within a tick of the file system's clock has one stamp for two contents. FAT has the longest tick: two
// seconds.
const settledAfter = 2000;

/**
 * Runs a program.
 * @param {string} name names its bundle
 * @param {string} source path of its module in the project
 */
export async function runProgram(name, source) {
  const bundle = await findBundle(name, source);
  try {
    if (bundle !== undefined) return runScript(bundle);
  } catch (error) {
    if (error?.code !== "ENOENT" || isThere(bundle)) throw error; // another process has replaced it
  }
  await import(pathToFileURL(join(root, source)).href);
}

async function findBundle(name, source) {
  if ([cache, join(cache, "broadsheet"), folder].some(isLink)) return undefined; // packages cannot be found from elsewhere
  const known = readManifest(join(folder, `${name}.json`));
  const changed = known?.files.find(([path, stamp]) => stampOf(path) !== stamp);
  if (known !== undefined && changed === undefined) return join(folder, known.bundle);
  if (changed !== undefined && hasJustChanged(changed[0])) return undefined;
  try {
    const { writeBundle } = await import("./write-bundle.ts");
    return writeBundle({ name, source, folder, stampOf, hasJustChanged });
  } catch {
    return undefined; // a mistake in the sources, which then report it; a folder that is read-only; a disk that is full
  }
}

// Returns nothing if there is no manifest, or none for the bundle that is there.
function readManifest(path) {
  try {
    const manifest = JSON.parse(readFileSync(path, "utf8"));
    const isOurs = manifest.root === root && manifest.node === process.version && Array.isArray(manifest.files);
    return isOurs && statSync(join(folder, manifest.bundle)).size === manifest.size ? manifest : undefined;
  } catch {
    return undefined;
  }
}

// As in git, a file is unchanged while its size, both of its times and its inode number are.
function stampOf(path) {
  const stats = statOf(`${root}/${path}`);
  return stats === undefined ? "" : `${stats.size} ${stats.mtimeMs} ${stats.ctimeMs} ${stats.ino}`;
}

function hasJustChanged(path) {
  const stats = statOf(join(root, path));
  return stats !== undefined && Date.now() - Math.max(stats.mtimeMs, stats.ctimeMs) <= settledAfter;
}

function statOf(path) {
  return statSync(path, { throwIfNoEntry: false });
}

function isLink(path) {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}

function isThere(path) {
  return statOf(path) !== undefined;
}
