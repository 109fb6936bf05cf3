import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { readArguments, siteOptions } from "./arguments.ts";
import { build, cacheFile, describeBuild } from "./build.ts";
import { writeCache } from "./compile-cache.ts";
import { writeBuild } from "./write-build.ts";

// Compiles articles/ into build/. wrangler runs this before every start, reload and deployment.
const { values } = readArguments({ options: siteOptions });
const command = process.env["WRANGLER_COMMAND"];
const development = command === "dev";
const isDeployment = command !== undefined && !development && command !== "types";
const now = Date.now();
const folder = join(dirname(resolve(values.config)), "build");

/** Compiles and writes; says whether there is something to serve. */
async function run(): Promise<boolean> {
  const options = { config: values.config, environment: values.env, development, isDeployment, now };
  const result = await build(options);
  console.log(describeBuild(result, now));
  const { cache, content, hasNews, media } = result;
  const isDone = content !== undefined && media !== undefined;
  const chunks = isDone ? await writeBuild(folder, content, media, now, cache?.chunks) : cache?.chunks;
  if (cache !== undefined && chunks !== undefined && hasNews) writeCache(cacheFile(options), { ...cache, chunks });
  return isDone;
}

const isDone = await run().catch((error: unknown) => {
  console.error(error);
  return false;
});
// A build that fails makes `wrangler dev` hang every request: there, the last good content stays.
const isServable = development && existsSync(join(folder, "content/index.bin"));
if (!isDone && isServable) console.log("The last good content is still served.");
else if (!isDone) process.exitCode = 1;
