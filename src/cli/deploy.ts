import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { build } from "../build/build.ts";
import { readSettingsText } from "../build/settings-file.ts";
import { storeBuild } from "../build/store-build.ts";
import { createGuardedFetch } from "../network/guarded-fetch.ts";
import { exitOnFailure } from "../terminal/exit-on-failure.ts";
import { complain, print } from "../terminal/terminal.ts";
import { deploySite } from "./deploy/deploy-site.ts";
import { wranglerProgram } from "./wrangler-program.ts";

// Runs `wrangler deploy`, unless subscribers would see old entries as new, and tells the site's hub, where it has one, which feeds
// the deployment changed.
async function deploy(args: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, [wranglerProgram, "deploy", ...args], { stdio: "inherit" });
  const [code] = (await once(child, "exit")) as [number | null];
  return code ?? 1;
}

// What is wrong with the site is said by wrangler, which runs the same build.
async function compile(config: string, environment: string) {
  const options = { config, environment, development: false, isDeployment: true, now: Date.now() };
  readSettingsText(config); // wrangler does not say that the file is missing
  const result = await build(options);
  if (result.content !== undefined) await storeBuild(result, options, complain); // wrangler reports a full disk in a hundred lines
  return result.content;
}

exitOnFailure();
process.exitCode = await deploySite(process.argv.slice(2), {
  environment: process.env["CLOUDFLARE_ENV"] ?? "",
  compile,
  deploy,
  ...createGuardedFetch(),
  wait: (milliseconds) => wait(milliseconds),
  clock: Date.now,
  print,
});
