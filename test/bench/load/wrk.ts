import { execFile, spawnSync } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { clientCore, pinned } from "../workerd/pinned.ts";
import type { Load, LoadGenerator, LoadTarget } from "./load-generator.ts";

const script = join(import.meta.dirname, "wrk-done.lua");

/** Finds wrk (`apt-get install wrk`); undefined if it is not installed. */
export function findWrk(): LoadGenerator | undefined {
  const { error, stdout } = spawnSync("wrk", ["--version"], { encoding: "utf8" }); // prints it and exits with 1
  if (error !== undefined) return undefined;
  return { name: /^wrk \S+/.exec(stdout)?.[0] ?? "wrk", run };
}

async function run({ connections, headers, seconds, url }: LoadTarget): Promise<Load> {
  const asked = Object.entries(headers).flatMap(([name, value]) => ["-H", `${name}: ${value}`]);
  const options = ["-t1", `-c${connections}`, `-d${Math.ceil(seconds)}s`, "--timeout", "10s", "-s", script];
  const [program, args] = pinned(clientCore, ["wrk", ...options, ...asked, url]);
  const { stdout } = await promisify(execFile)(program, args);
  const line = stdout.trimEnd().split("\n").at(-1) ?? "";
  return JSON.parse(line) as Load;
}
