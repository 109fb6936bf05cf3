import { existsSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { plural } from "../base/plural.ts";
import { build } from "../build/build.ts";
import { describeBuild } from "../build/describe-build.ts";
import { storeBuild } from "../build/store-build.ts";
import { verifyCacheSetting } from "../build/verify/verify-cache-setting.ts";
import { readSettings } from "../build/wrangler/settings-file.ts";
import { verifyConfiguration } from "../build/wrangler/verify-configuration.ts";
import { verifyMain } from "../build/wrangler/verify-values.ts";
import { readWranglerFile } from "../build/wrangler/wrangler-file.ts";
import { quietly, wranglerProgram } from "../build/wrangler/wrangler-program.ts";
import { createFolder, faultOfNewFolder } from "../files/create-folder.ts";
import { deepestExisting } from "../files/ensure-folder.ts";
import { isInside } from "../files/link-target.ts";
import { UsageError } from "../terminal/command-error.ts";
import { exitCodes } from "../terminal/exit-codes.ts";
import { errorLines, exitOnFailure } from "../terminal/exit-on-failure.ts";
import { complain, type Line, print } from "../terminal/terminal.ts";
import { configVariable, readCommand, siteOptions } from "./command.ts";
import { exportSite } from "./export-site.ts";
import { briefProblems } from "./report/brief-problems.ts";
import { describeFailedRun } from "./wrangler/describe-failed-run.ts";
import { createWranglerRunner, nameOwnFile } from "./wrangler/run-wrangler.ts";
import { wranglerHome } from "./wrangler/wrangler-home.ts";
import { type WrittenConfig, writeSettings } from "./wrangler/write-settings.ts";

exitOnFailure();
const { positionals, values } = readCommand({
  name: "export",
  positionals: "FOLDER",
  purpose: "Writes the site as static files, for a host that runs no Worker.",
  options: {
    ...siteOptions,
    url: { type: "string", value: "URL", help: "the address to write into the files instead of SITE.url, to look at them elsewhere" },
  },
  examples: ["public", "/tmp/site --url http://localhost:8788"],
});
const [target, ...others] = positionals;
if (target === undefined || others.length > 0) throw new UsageError("Cannot export: name one folder, as in npm run export -- public");
if (values.url !== undefined && !/^https?:\/\/[^/?#@]+\/?$/i.test(values.url))
  throw new UsageError(`Cannot export for ${JSON.stringify(values.url)}: --url is an address such as http://localhost:8788`);
const config = resolve(values.config);
Object.assign(process.env, quietly, wranglerHome(values.config, process.env), { WRANGLER_LOG: "error" });
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => process.exit(exitCodes.problems));

/** Resolves when the command has ended. */
export const finished: Promise<void> = run(resolve(target)).catch((error: unknown) => fail(...errorLines(error)));

async function run(folder: string): Promise<void> {
  const fault = faultOfNewFolder(folder) ?? faultOfPlace(folder);
  if (fault !== undefined) return fail(`Cannot export into ${target}: ${fault}`);
  const file = readWranglerFile(values.config);
  const configuration = await verifyConfiguration(file, values.env, Date.now());
  const faults = [
    ...verifyMain(file, values.env),
    ...verifyCacheSetting(file),
    ...configuration.filter(({ severity }) => severity === "error"),
  ];
  if (faults.length > 0) return fail(...briefProblems(faults));
  const site = siteAt(values.url);
  process.once("exit", site.dispose);
  const now = Date.now();
  const options = {
    config: site.config,
    environment: values.env,
    purpose: "export",
    now,
  } as const;
  const result = await build(options);
  const { content } = result;
  const problems = result.problems.map((problem) => (problem.file === site.config ? { ...problem, file: values.config } : problem));
  const description = describeBuild({ ...result, problems }, now);
  if (content === undefined) return fail(...description);
  if (problems.length > 0) complain(...description);
  await storeBuild(result, options, complain); // wrangler does it again, but describes a full disk in a hundred lines
  const bundle = mkdtempSync(join(tmpdir(), "broadsheet-"));
  try {
    if (!(await bundleWorker(site.config, bundle))) return;
    const write = (into: string) =>
      exportSite({ content, config: resolve(site.config), environment: values.env, bundle, folder: into, now });
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

// For another address, the settings are in a copy of wrangler.toml. The ids stay those of the site.
function siteAt(url: string | undefined): Pick<WrittenConfig, "config" | "dispose"> {
  if (url === undefined) return { config: values.config, dispose: () => {} };
  const { valid } = readSettings(readWranglerFile(values.config), values.env);
  const idBase = valid?.idBase ?? (valid?.url || url);
  return writeSettings({ url, idBase }, { config: values.config, environment: values.env, isKept: false });
}

// Returns whether wrangler has bundled the Worker.
async function bundleWorker(config: string, folder: string): Promise<boolean> {
  const named = values.env === "" ? [] : ["--env", values.env];
  const args = ["deploy", "--dry-run", "--outdir", folder, "--config", config, ...named];
  const run = await createWranglerRunner(wranglerProgram, quietly)(args, { [configVariable]: resolve(config), CLOUDFLARE_ENV: values.env });
  if (run.exitCode !== 0) fail(...describeFailedRun(nameOwnFile(run, config, values.config), "export"));
  return run.exitCode === 0;
}

function fail(...lines: readonly Line[]): void {
  complain(...lines);
  process.exitCode = exitCodes.problems;
}
