import { execFile } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { type WorkerOptions, workerOptions } from "../../src/build/worker-options.ts";
import { quietly, wranglerProgram } from "../../src/build/wrangler/wrangler-program.ts";

const run = promisify(execFile);

// Wrangler takes seconds to bundle a Worker, but all sites have the same code and bindings. So the first site of a test run is bundled with
// wrangler, and the others take its bundle with their own content. Two workers of vitest may both make it: the first one counts.
// A program without vitest has one site, whose bundle it makes.
const folder = join(process.env["BROADSHEET_TESTS"] ?? ownFolder(), "bundle");

function ownFolder(): string {
  const own = mkdtempSync(join(tmpdir(), "broadsheet-tests-"));
  process.once("exit", () => rmSync(own, { recursive: true, force: true }));
  return own;
}

/** Bundles a site that is compiled already into its folder `bundle`, as `wrangler deploy` would. Returns the path of the bundle. */
export async function bundleSite(site: string): Promise<string> {
  if (!existsSync(folder)) await makeSharedBundle(site);
  const bundle = join(site, "bundle");
  mkdirSync(bundle);
  for (const name of readdirSync(folder)) {
    const [, content] = /^[0-9a-f]+-(\w+\.bin)$/.exec(name) ?? []; // wrangler adds a digest to the names
    if (content !== undefined) copyFileSync(join(site, "build/content", content), join(bundle, name));
    else if (name.endsWith(".js")) copyFileSync(join(folder, name), join(bundle, name));
  }
  return bundle;
}

/** Returns the options with which a bundled site is deployed. @param vars the variables of its wrangler.toml */
export function optionsOfSite(site: string, vars: Readonly<Record<string, unknown>>): WorkerOptions {
  const { options, site: first } = JSON.parse(readFileSync(join(folder, "options.json"), "utf8")) as SharedOptions;
  const moved = JSON.stringify(options).replaceAll(JSON.stringify(first).slice(1, -1), JSON.stringify(site).slice(1, -1));
  return { ...(JSON.parse(moved) as WorkerOptions), bindings: vars };
}

/** The options of the first site, and its folder. */
interface SharedOptions {
  readonly options: WorkerOptions;
  readonly site: string;
}

async function makeSharedBundle(site: string): Promise<void> {
  const made = mkdtempSync(`${folder}-`);
  await run(process.execPath, [...wranglerProgram, "deploy", "--dry-run", "--outdir", made], {
    cwd: site,
    env: { ...process.env, ...quietly },
  });
  const shared: SharedOptions = { options: workerOptions(join(site, "wrangler.toml"), ""), site: resolve(site) };
  writeFileSync(join(made, "options.json"), JSON.stringify(shared));
  if (!existsSync(folder)) renameSync(made, folder);
}
