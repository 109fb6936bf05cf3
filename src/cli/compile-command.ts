import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { build } from "../build/build.ts";
import type { BuildOptions } from "../build/build-options.ts";
import { describeBuild } from "../build/describe-build.ts";
import { storeBuild } from "../build/store-build.ts";
import type { LiveDates } from "../model/compiled-content.ts";
import { exitCodes } from "../terminal/exit-codes.ts";
import { errorLines, exitOnFailure } from "../terminal/exit-on-failure.ts";
import { complain, print } from "../terminal/terminal.ts";
import { liveDatesVariable, readCommand, siteOptions } from "./command.ts";

exitOnFailure();
const { values } = readCommand({
  name: "compile",
  purpose: "Compiles articles/ into build/. Wrangler runs it before every start and deployment.",
  options: siteOptions,
  examples: ["", "--env staging"],
});
const command = process.env["WRANGLER_COMMAND"];
const purpose = command === "dev" ? "start" : command === undefined || command === "types" ? "compile" : "deploy";
const now = Date.now();
const liveDates = process.env[liveDatesVariable];
const folder = join(dirname(resolve(values.config)), "build");

/** Resolves when the command has ended. */
export const finished: Promise<void> = run()
  .catch((error: unknown) => {
    complain(...errorLines(error));
    return false;
  })
  .then((isDone) => {
    // A build that fails makes `wrangler dev` hang every request: there, the last good content stays.
    const isServable = purpose === "start" && existsSync(join(folder, "content/index.bin"));
    if (!isDone && isServable) print("The last good content is still served.");
    else if (!isDone) process.exitCode = exitCodes.problems;
  });

/** Compiles and writes. Returns true if there is content to serve. */
async function run(): Promise<boolean> {
  const options: BuildOptions = {
    config: values.config,
    environment: values.env,
    purpose,
    now,
    ...(liveDates !== undefined && { liveDates: JSON.parse(liveDates) as LiveDates }),
  };
  const result = await build(options);
  const hasContent = result.content !== undefined;
  if (!hasContent) print(...describeBuild(result, now));
  await storeBuild(result, options, print);
  if (hasContent) print(...describeBuild(result, now)); // after storing it: a full disk is a failure
  return hasContent;
}
