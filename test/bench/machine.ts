import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { availableParallelism, cpus, loadavg, release, totalmem } from "node:os";
import { join } from "node:path";

/** The machine and the time of a measurement. */
export interface Machine {
  readonly date: string;
  readonly processor: string;
  readonly cores: number;
  readonly memory: string;
  readonly kernel: string;
  /** The number of other processes that were ready to run before the measurement (the load average of the last minute). */
  readonly load: number;
  readonly versions: Readonly<Record<string, string>>;
}

/** Describes this machine, now. */
export function describeMachine(versions: Readonly<Record<string, string>>): Machine {
  return {
    date: new Date().toISOString().slice(0, 10),
    processor: cpus()[0]?.model.trim() ?? "unknown",
    cores: availableParallelism(),
    memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
    kernel: `Linux ${release()}`,
    load: Math.round((loadavg()[0] ?? 0) * 100) / 100,
    versions: { node: process.versions.node, ...versions },
  };
}

/** Returns the version of an installed package, of this folder or of the repository. */
export function packageVersion(name: string): string {
  const folder = createRequire(import.meta.url)
    .resolve.paths(name)
    ?.find((path) => existsSync(join(path, name, "package.json")));
  if (folder === undefined) throw new Error(`Cannot find the package ${name}: run npm ci in the repository and in test/bench`);
  return (JSON.parse(readFileSync(join(folder, name, "package.json"), "utf8")) as { version: string }).version;
}

/** Returns a warning if other programs keep the machine busy. */
export function warnOfLoad({ cores, load }: Pick<Machine, "cores" | "load">): string | undefined {
  if (load < cores / 4) return undefined;
  return `The machine was busy (load ${load} on ${cores} cores): CPU times and ratios may be valid, speeds are not.`;
}
