// Runs a command: `node src/cli/run.js check --strict`. This is JavaScript, so that an old Node gets as far as its one sentence.

import "./require-node.js";

const { enableCompileCache, getCompileCacheDir } = process.getBuiltinModule("node:module");
const { dirname } = process.getBuiltinModule("node:path");

const commands = ["check", "compile", "deploy", "doctor", "export", "import", "init", "new", "package", "start"];
const modules = {
  ...Object.fromEntries(commands.map((command) => [command, `src/cli/${command}.ts`])),
  compile: "src/cli/compile-command.ts",
  "compiler-child": "src/build/processes/compiler-child.ts", // the processes of commands
  "document-process": "src/cli/import/document-process.ts",
};
const [command = ""] = process.argv.splice(2, 1); // the arguments of the command remain
if (!Object.hasOwn(modules, command)) {
  console.error(`Cannot run ${JSON.stringify(command)}: the commands are ${commands.join(", ")}`);
  process.exit(2);
}
enableCompileCache(); // modules load in half the time, and without a compiler of TypeScript
const compiled = getCompileCacheDir(); // is of this version of Node
if (compiled !== undefined) process.env.NODE_COMPILE_CACHE ??= dirname(compiled); // also for wrangler, a module of 15 MB
const { runProgram } = await import("./bundle/run-program.js");
try {
  await runProgram(command, modules[command]);
} catch (error) {
  const missing = missingPackage(error);
  if (missing === undefined) throw error;
  console.error(`Cannot find the package ${JSON.stringify(missing)}: run npm ci, which installs all packages`);
  process.exit(1);
}

// `zod` of "Cannot find package 'zod' imported from …", and of "Cannot find module '/home/me/site/node_modules/zod/index.js'".
function missingPackage({ code, message }) {
  if (code !== "ERR_MODULE_NOT_FOUND" && code !== "MODULE_NOT_FOUND") return undefined;
  const name = /^Cannot find (?:package|module) '(?:.*[\\/]node_modules[\\/])?((?:@[^\\/']+[\\/])?[^\\/':.][^\\/':]*)['\\/]/;
  return name.exec(message)?.[1];
}
