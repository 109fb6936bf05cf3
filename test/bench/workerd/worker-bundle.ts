import { execFile } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { stringify } from "smol-toml";
import { quietly, wranglerProgram } from "../../../src/build/wrangler/wrangler-program.ts";
import type { WorkerSettings } from "../../own-settings.ts";
import { node } from "../project.ts";
import { encodeConfig } from "./workerd.ts";
import { workerdConfig } from "./workerd-config.ts";

/** A bundled Worker. */
export interface WorkerBundle {
  /** Path of workerd's encoded configuration, which contains all files. */
  readonly config: string;
  /** Bytes of the uploaded script, and of its gzip. */
  readonly bytes: number;
  readonly gzipBytes: number;
  /** The output of wrangler and the build. */
  readonly log: string;
}

const uploaded = "2026-11-01T00:00:00.000Z"; // always the same: part of Last-Modified

/**
 * Bundles a Worker with wrangler, as a deployment does, and writes all files that workerd needs into a folder.
 * @param v8Flags options of V8
 */
export async function bundleWorker(folder: string, settings: WorkerSettings, v8Flags: readonly string[] = []): Promise<WorkerBundle> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "wrangler.toml"), stringify(settings));
  rmSync(join(folder, "bundle"), { recursive: true, force: true });
  const { stdout, stderr } = await promisify(execFile)(node, [...wranglerProgram, "deploy", "--dry-run", "--outdir", "bundle"], {
    cwd: folder,
    env: { ...process.env, ...quietly },
    maxBuffer: 2 ** 26,
  });
  const modules = modulesOf(join(folder, "bundle"));
  const config = join(folder, "worker.capnp");
  writeFileSync(
    config,
    workerdConfig({
      compatibilityDate: settings.compatibility_date,
      compatibilityFlags: settings.compatibility_flags ?? [],
      modules: modules.map((module) => relative(folder, module)),
      json: writeBindings(folder, settings),
      v8Flags,
      folders: settings.assets?.binding === undefined ? {} : { [settings.assets.binding]: join(folder, settings.assets.directory) },
    }),
  );
  const contents = modules.map((module) => readFileSync(module));
  return {
    config: encodeConfig(config),
    bytes: total(contents.map(({ length }) => length)),
    gzipBytes: total(contents.map((content) => gzipSync(content).length)),
    log: stdout + stderr,
  };
}

// The entry is first: wrangler names it after `main`.
function modulesOf(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && !/\.map$|^README\.md$/.test(file.name))
    .map(({ name, parentPath }) => join(parentPath, name));
  const isEntry = (file: string) => relative(folder, file) === "worker.js";
  return files.sort((a, b) => Number(isEntry(b)) - Number(isEntry(a)) || (a < b ? -1 : 1));
}

function writeBindings(folder: string, { vars = {}, version_metadata: version }: WorkerSettings): Record<string, string> {
  const values = { ...vars, ...(version && { [version.binding]: { id: "bench", tag: "", timestamp: uploaded } }) };
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const file = `${name}.json`;
      writeFileSync(join(folder, file), JSON.stringify(value));
      return [name, file];
    }),
  );
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
