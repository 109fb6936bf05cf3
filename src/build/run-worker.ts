import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Miniflare, WorkerdStructuredLog } from "miniflare";
import { loadPackage } from "../files/load-package.ts";
import type { WorkerOptions } from "./worker-options.ts";

/** A bundled Worker, and how to run it. */
export interface WorkerToRun {
  readonly options: WorkerOptions;
  /** The folder that `wrangler deploy --dry-run --outdir` wrote. */
  readonly bundle: string;
  /** Variables that replace those of wrangler.toml. */
  readonly vars?: Readonly<Record<string, unknown>>;
  readonly onLog?: (log: WorkerdStructuredLog) => void;
}

/** Runs a Worker in workerd on this machine, with the settings and static assets that it is deployed with. Dispose of it at the end. */
export function runWorker({ bundle, onLog = () => {}, options, vars }: WorkerToRun): Miniflare {
  const { convertV4MiniflareOptions, Miniflare } = loadPackage("miniflare");
  const bindings = { ...(options["bindings"] as Readonly<Record<string, unknown>>), ...vars };
  const all = { ...options, name: "site", bindings, modules: readModules(bundle), handleStructuredLogs: onLog };
  return new Miniflare(convertV4MiniflareOptions(all as Parameters<typeof convertV4MiniflareOptions>[0]));
}

function readModules(bundle: string) {
  const names = readdirSync(bundle);
  const read = (path: string) => readFileSync(join(bundle, path));
  return [
    ...names.filter((name) => name.endsWith(".js")).map((path) => ({ type: "ESModule", path, contents: read(path) }) as const), // the main one
    ...names.filter((name) => name.endsWith(".bin")).map((path) => ({ type: "Data", path, contents: read(path) }) as const),
  ];
}
