// Runs a bundle with the code cache of an earlier run, which contains the machine's form of all functions that were called then. The cache
// that Node itself has contains only those that V8 compiles before it runs the module.

const { readFileSync, renameSync, rmSync, writeFileSync } = process.getBuiltinModule("node:fs");
const { createRequire } = process.getBuiltinModule("node:module");
const { pathToFileURL } = process.getBuiltinModule("node:url");
const { constants, Script } = process.getBuiltinModule("node:vm");
const { crc32 } = process.getBuiltinModule("node:zlib");

const checksumLength = 4;

/**
 * Runs a bundle, whose only expression is a function of `require`, `module` and the bundle's URL.
 * @param {string} path of a file in ASCII
 */
export function runScript(path) {
  const cache = `${path}.cache`;
  const { href } = pathToFileURL(path);
  const cachedData = readCache(cache);
  const script = new Script(readFileSync(path, "latin1"), {
    filename: href,
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    ...(cachedData !== undefined && { cachedData }),
  });
  const isUsed = cachedData !== undefined && script.cachedDataRejected === false;
  if (!isUsed)
    process.once("exit", (code) => {
      if (code === 0 && !isHelp()) writeCache(cache, script.createCachedData());
    });
  script.runInThisContext()(createRequire(path), { exports: {} }, href);
}

// A command that only prints its help, or fails, has called few of its functions.
function isHelp() {
  return process.argv.some((argument) => argument === "--help" || argument === "-h");
}

// V8 itself looks at the length of a cache, and not at its content.
function readCache(path) {
  try {
    const bytes = readFileSync(path);
    const data = bytes.subarray(checksumLength);
    return crc32(data) === bytes.readUInt32LE() ? data : undefined;
  } catch {
    return undefined;
  }
}

// Another process may read it, or write the same one.
function writeCache(path, data) {
  const fresh = `${path}.${process.pid}`;
  try {
    const checksum = Buffer.alloc(checksumLength);
    checksum.writeUInt32LE(crc32(data));
    writeFileSync(fresh, Buffer.concat([checksum, data]));
    renameSync(fresh, path);
  } catch {
    rmSync(fresh, { force: true }); // a disk that is full: the next command tries again
  }
}
