import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import { articlesFolder } from "./articles-folder.ts";
import { build } from "./build.ts";
import { deployAndPing } from "./deploy-and-ping.ts";
import { keepsIds } from "./keeps-ids.ts";
import { clearProgress, showProgress } from "./progress.ts";
import { watchedFeeds } from "./watched-feeds.ts";
import { wranglerProgram } from "./wrangler-program.ts";

// Runs `wrangler deploy`, unless subscribers would see old entries as new, and tells the site's hub, where it has one, which feeds
// the deployment changed.
const allowNewIds = "--allow-new-ids";
const args = process.argv.slice(2);
const { values } = parseArgs({
  args,
  strict: false,
  options: {
    "allow-new-ids": { type: "boolean" },
    config: { type: "string", short: "c" },
    "dry-run": { type: "boolean" },
    env: { type: "string", short: "e" },
  },
});
const config = String(values.config ?? "wrangler.toml");
const environment = String(values.env ?? process.env["CLOUDFLARE_ENV"] ?? "");

async function deploy(): Promise<number> {
  const own = args.filter((argument) => argument !== allowNewIds);
  const child = spawn(process.execPath, [wranglerProgram, "deploy", ...own], { stdio: "inherit" });
  const [code] = (await once(child, "exit")) as [number | null];
  return code ?? 1;
}

// What is wrong with the site is said by wrangler, which runs the same build.
async function compile() {
  const options = { config, environment, development: false, isDeployment: true, now: Date.now() };
  return (await build(options).catch(() => undefined))?.content;
}

async function run(): Promise<number> {
  const content = values["dry-run"] ? undefined : await compile();
  if (content === undefined) return deploy();
  const now = Date.now();
  const network = { fetch, wait: (milliseconds: number) => wait(milliseconds), now: Date.now };
  const tell = (line: string) => {
    clearProgress();
    console.log(line);
  };
  const areKept = await keepsIds({ content, now, network, folder: articlesFolder(config, content), tell, onProgress: showProgress });
  if (!areKept && !values["allow-new-ids"]) {
    console.error(
      `Nothing was deployed: subscribers would see old entries as new. Keep their ids, or say npm run deploy -- ${allowNewIds}`,
    );
    return 1;
  }
  const watched = watchedFeeds(content, now);
  return watched === undefined ? deploy() : deployAndPing({ ...watched, deploy, fetch, wait, clock: Date.now, tell: console.log });
}

process.exitCode = await run();
