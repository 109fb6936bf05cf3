import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { packageVersion } from "../machine.ts";
import { benchFolder, node } from "../project.ts";
import { clientCore, pinned } from "../workerd/pinned.ts";
import type { Load, LoadGenerator, LoadTarget } from "./load-generator.ts";

/** autocannon, from the packages of this folder. */
export const autocannon: LoadGenerator = {
  get name() {
    return `autocannon ${packageVersion("autocannon")}`;
  },
  run,
};

interface Report {
  readonly duration: number;
  readonly errors: number;
  readonly latency: { readonly p50: number; readonly p99: number };
  readonly requests: { readonly total: number };
  readonly throughput: { readonly total: number };
  readonly "4xx": number;
  readonly "5xx": number;
}

async function run({ connections, headers, seconds, url }: LoadTarget): Promise<Load> {
  const asked = Object.entries(headers).flatMap(([name, value]) => ["-H", `${name}=${value}`]);
  const tool = join(benchFolder, "node_modules/autocannon/autocannon.js");
  const options = ["-c", String(connections), "-d", String(Math.ceil(seconds)), "--json", "--no-progress"];
  const [program, args] = pinned(clientCore, [node, tool, ...options, ...asked, url]);
  const { stdout } = await promisify(execFile)(program, args, { maxBuffer: 2 ** 24 });
  const report = JSON.parse(stdout) as Report;
  return {
    answers: report.requests.total,
    seconds: report.duration,
    bytes: report.throughput.total,
    failures: report.errors + report["4xx"] + report["5xx"],
    p50: report.latency.p50,
    p99: report.latency.p99,
  };
}
