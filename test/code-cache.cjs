// Loaded into the processes of a test run: the two largest packages, wrangler and miniflare, run with the code cache of an earlier process that
// had the same task. It contains all functions that were called then. The cache of Node contains fewer: V8 compiles the others each time.

const { readFileSync, renameSync, writeFileSync } = require("node:fs");
const Module = require("node:module");
const { basename, join } = require("node:path");
const { constants, Script } = require("node:vm");

const large = /[\\/](?:wrangler-dist[\\/]cli|miniflare[\\/]dist[\\/]src[\\/]index)\.js$/;
const folder = process.env.BROADSHEET_TESTS;
const compile = Module.prototype._compile;

if (folder !== undefined)
  Module.prototype._compile = function (content, filename, format) {
    if (!large.test(filename)) return compile.call(this, content, filename, format);
    compile.call(this, "module.exports = require", filename, format);
    const require = this.exports;
    this.exports = {};
    return load(content, filename).call(this.exports, this.exports, require, this, filename, join(filename, ".."));
  };

function load(content, filename) {
  const [, program = "", command = ""] = process.argv;
  const task = [filename, program, /^[a-z]+$/.test(command) ? command : ""].map((name) => basename(name)).join("-");
  const path = join(folder, `${task}.cache`);
  const cachedData = readCache(path);
  const script = new Script(Module.wrap(content), {
    filename,
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    ...(cachedData !== undefined && { cachedData }),
  });
  if (cachedData === undefined) process.once("exit", () => writeCache(path, script.createCachedData()));
  return script.runInThisContext();
}

function readCache(path) {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

// Several processes may write the same cache.
function writeCache(path, data) {
  const fresh = `${path}.${process.pid}`;
  try {
    writeFileSync(fresh, data);
    renameSync(fresh, path);
  } catch {} // the test run has ended
}
