import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { plural } from "../base/plural.ts";
import { build, describeBuild } from "../build/build.ts";
import { storeBuild } from "../build/store-build.ts";
import { quietly, wranglerProgram } from "../build/wrangler-program.ts";
import { createFolder, faultOfTarget } from "../files/create-folder.ts";
import { deepestExisting } from "../files/ensure-folder.ts";
import { isInside } from "../files/link-target.ts";
import { errorLines, exitOnFailure } from "../terminal/exit-on-failure.ts";
import { complain, type Line, print } from "../terminal/terminal.ts";
import { configVariable, exitCodes, readCommand, siteOptions, usageError } from "./command.ts";
import { exportSite } from "./export-site.ts";

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
  const fault = faultOfTarget(folder) ?? faultOfPlace(folder);
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
  if (result.problems.length > 0) complain(...describeBuild(result, now));
  await storeBuild(result, options, complain); // wrangler does it again, but describes a full disk in a hundred lines
  const bundle = mkdtempSync(join(tmpdir(), "broadsheet-"));
  try {
    bundleWorker(bundle);
    const write = (into: string) => exportSite({ content, config, environment: values.env, bundle, folder: into, now });
    print(`Exported ${plural(await createFolder(folder, write), "file")} and the media to ${folder}`);
  } finally {
    rmSync(bundle, { recursive: true, force: true });
  }
}

// The pages of the export would be articles of the next build, and a build replaces its folder.
function faultOfPlace(folder: string): string | undefined {
  const place = realpathSync(deepestExisting(folder));
  const own = ["articles", "build"].map((name) => join(dirname(config), name)).filter((path) => existsSync(path));
  const around = own.find((path) => isInside(realpathSync(path), place));
  return around && `it is in ${around}, which belongs to the site; choose another folder`;
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
