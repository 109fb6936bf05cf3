import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { build, describeBuild } from "../build/build.ts";
import { storeBuild } from "../build/store-build.ts";
import { createFolder, faultOfNewFolder } from "../files/create-folder.ts";
import { errorLines, exitOnFailure } from "../terminal/exit-on-failure.ts";
import { complain, type Line, print } from "../terminal/terminal.ts";
import { configVariable, exitCodes, readCommand, siteOptions, usageError } from "./command.ts";
import { exportSite } from "./export-site.ts";
import { quietly, wranglerProgram } from "./wrangler-program.ts";

exitOnFailure();
const command = {
  name: "export",
  positionals: "FOLDER",
  purpose: "Writes the site as static files, for a host that runs no Worker.",
  options: siteOptions,
  examples: ["public"],
} as const;
const { positionals, values } = readCommand(command);
const [target, ...others] = positionals;
if (target === undefined || others.length > 0) usageError(command, "Cannot export: name one folder, as in npm run export -- public");
const config = resolve(values.config);
Object.assign(process.env, quietly, { WRANGLER_LOG: "error", [configVariable]: config });
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => process.exit(1));

await run(resolve(target)).catch((error: unknown) => fail(...describe(error)));

async function run(folder: string): Promise<void> {
  const fault = faultOfNewFolder(folder);
  if (fault !== undefined) return fail(`Cannot export into ${target}: ${fault}`);
  const now = Date.now();
  const options = {
    config: values.config,
    environment: values.env,
    development: false,
    isDeployment: true,
    exportSeverity: "error",
    now,
  } as const;
  const result = await build(options);
  const { content } = result;
  if (content === undefined) return fail(...describeBuild(result, now));
  await storeBuild(result, options, complain); // wrangler does it again, but describes a full disk in a hundred lines
  const bundle = mkdtempSync(join(tmpdir(), "broadsheet-"));
  try {
    bundleWorker(bundle);
    const write = (into: string) => exportSite({ content, config, environment: values.env, bundle, folder: into, now });
    print(`Exported ${await createFolder(folder, write)} files and the media to ${folder}`);
  } finally {
    rmSync(bundle, { recursive: true, force: true });
  }
}

function bundleWorker(folder: string): void {
  const named = values.env === "" ? [] : ["--env", values.env];
  const args = [wranglerProgram, "deploy", "--dry-run", "--outdir", folder, "--config", config, ...named];
  execFileSync(process.execPath, args, { stdio: "pipe", encoding: "utf8" });
}

// The output of a program that failed.
function describe(error: unknown): string[] {
  const { stderr, stdout } = error as Error & { readonly stderr?: string; readonly stdout?: string };
  return stdout === undefined ? errorLines(error) : stripVTControlCharacters(`${stdout}${stderr}`.trimEnd()).split("\n");
}

function fail(...lines: readonly Line[]): void {
  complain(...lines);
  process.exitCode = exitCodes.problems;
}
