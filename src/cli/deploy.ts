import { spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { build } from "../build/build.ts";
import { readWranglerText } from "../build/source/wrangler-file.ts";
import { storeBuild } from "../build/store-build.ts";
import { wranglerProgram } from "../build/wrangler-program.ts";
import { createGuardedFetch } from "../network/guarded-fetch.ts";
import { exitOnFailure } from "../terminal/exit-on-failure.ts";
import { complain, print } from "../terminal/terminal.ts";
import { configVariable, exitCodes, readCommand, siteOptions } from "./command.ts";
import { deploySite } from "./deploy/deploy-site.ts";

exitOnFailure();
const { values } = readCommand({
  name: "deploy",
  purpose: "Deploys the site, unless subscribers would see old entries as new, and tells its WebSub hub which feeds have changed.",
  options: {
    ...siteOptions,
    "allow-new-ids": { type: "boolean", default: false, help: "deploy although ids of known entries would change" },
    "dry-run": { type: "boolean", default: false, help: "build everything, and deploy nothing" },
  },
  wrangler: "deploy",
  examples: ["", "--env staging", "--dry-run"],
});
const { "allow-new-ids": allowNewIds, config, "dry-run": isDryRun, env: environment } = values;
process.exitCode = await deploySite({
  config,
  allowNewIds,
  isDryRun,
  compile,
  deploy,
  ...createGuardedFetch(),
  wait: (milliseconds) => wait(milliseconds),
  clock: Date.now,
  print,
});

async function deploy(): Promise<number> {
  const args = process.argv.slice(2).filter((argument) => argument !== "--allow-new-ids"); // unknown to wrangler
  const env = { ...process.env, [configVariable]: resolve(config) };
  const child = spawn(process.execPath, [wranglerProgram, "deploy", ...args], { stdio: "inherit", env });
  const [code] = (await once(child, "exit")) as [number | null];
  return code ?? exitCodes.problems;
}

// Wrangler runs the same build and prints its problems.
async function compile() {
  const options = { config, environment, development: false, isDeployment: true, now: Date.now() };
  readWranglerText(config); // wrangler does not report that the file is missing
  const result = await build(options);
  if (result.content !== undefined) await storeBuild(result, options, complain); // wrangler reports a full disk in a hundred lines
  return result.content;
}
