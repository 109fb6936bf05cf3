import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import { deployAndPing } from "./deploy-and-ping.ts";
import { findWatchedFeeds } from "./watched-feeds.ts";
import { wranglerProgram } from "./wrangler-program.ts";

// Runs `wrangler deploy`, and tells the site's hub, where it has one, which feeds the deployment changed.
const args = process.argv.slice(2);
const { values } = parseArgs({
  args,
  strict: false,
  options: { config: { type: "string", short: "c" }, "dry-run": { type: "boolean" }, env: { type: "string", short: "e" } },
});
const config = String(values.config ?? "wrangler.toml");
const environment = String(values.env ?? process.env["CLOUDFLARE_ENV"] ?? "");

async function deploy(): Promise<number> {
  const child = spawn(process.execPath, [wranglerProgram, "deploy", ...args], { stdio: "inherit" });
  const [code] = (await once(child, "exit")) as [number | null];
  return code ?? 1;
}

// What is wrong with the site is said by wrangler, which runs the same build.
const find = () => findWatchedFeeds({ config, environment, now: Date.now() }).catch(() => undefined);
const watched = values["dry-run"] ? undefined : await find();
process.exitCode =
  watched === undefined ? await deploy() : await deployAndPing({ ...watched, deploy, fetch, wait, clock: Date.now, tell: console.log });
