import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { readArguments, siteOptions } from "./arguments.ts";
import { build, describeBuild } from "./build.ts";
import { exportSite } from "./export-site.ts";
import { storeBuild } from "./store-build.ts";
import { exitOnFailure } from "./terminal/exit-on-failure.ts";
import { complain, print } from "./terminal/terminal.ts";
import { quietly, wranglerProgram } from "./wrangler-program.ts";

// Writes the site as static files: npm run export -- public
exitOnFailure();
const { positionals, values } = readArguments({ allowPositionals: true, options: siteOptions });
const [target, ...others] = positionals;
Object.assign(process.env, quietly, { WRANGLER_LOG: "error" });

if (target === undefined || others.length > 0) fail("Cannot export: name one folder, as in npm run export -- public");
else if (existsSync(target) && readdirSync(target).length > 0) fail(`Cannot export into ${target}: it is not empty`);
else await run(resolve(target));

async function run(folder: string): Promise<void> {
  const { config, env: environment } = values;
  const now = Date.now();
  const options = { config, environment, development: false, isDeployment: true, now };
  const result = await build(options);
  if (result.content === undefined) return fail(...describeBuild(result, now));
  await storeBuild(result, options, complain); // wrangler does it again, and reports a full disk in a hundred lines
  const bundle = mkdtempSync(join(tmpdir(), "broadsheet-"));
  try {
    const named = environment === "" ? [] : ["--env", environment];
    const args = [wranglerProgram, "deploy", "--dry-run", "--outdir", bundle, "--config", config, ...named];
    execFileSync(process.execPath, args, { stdio: "pipe", encoding: "utf8" });
    const count = await exportSite({ content: result.content, config: resolve(config), environment, bundle, folder, now });
    print(`Exported ${count} files and the media to ${folder}`);
  } catch (error) {
    const { message, stderr, stdout } = error as Error & { stderr?: string; stdout?: string };
    fail(...(stdout === undefined ? message : stdout + stderr).trimEnd().split("\n"));
  } finally {
    rmSync(bundle, { recursive: true, force: true });
  }
}

function fail(...lines: readonly string[]): void {
  complain(...lines);
  process.exitCode = 1;
}
