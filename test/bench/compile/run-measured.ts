import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { childrenCpuSeconds, memoryOf } from "../workerd/process-usage.ts";

/** A command to measure. */
export interface MeasuredCommand {
  readonly program: string;
  readonly args: readonly string[];
  readonly folder: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** The resources that a command used. */
export interface CommandUsage {
  readonly seconds: number;
  /** CPU seconds of its processes, the sum of all cores. */
  readonly cpuSeconds: number;
  /** The maximum memory of its processes together, in bytes. */
  readonly peakMemory: number;
  readonly output: string;
}

const interval = 25; // milliseconds between looks at the processes

/**
 * Runs a command to its end. Only one may run at a time.
 * @throws with its output, if it fails
 */
export async function runMeasured({ args, environment, folder, program }: MeasuredCommand): Promise<CommandUsage> {
  const before = childrenCpuSeconds();
  const begun = performance.now();
  const child = spawn(program, args, { cwd: folder, env: { ...process.env, ...environment }, stdio: ["ignore", "pipe", "pipe"] });
  const said: string[] = [];
  child.stdout.on("data", (data) => said.push(String(data)));
  child.stderr.on("data", (data) => said.push(String(data)));
  let peakMemory = 0;
  const look = () => {
    const held = child.pid === undefined ? 0 : processesOf(child.pid).reduce((sum, pid) => sum + (memoryOf(pid)?.peak ?? 0), 0);
    peakMemory = Math.max(peakMemory, held);
  };
  const timer = setInterval(look, interval);
  const code = await new Promise<number | null>((resolve, reject) => child.once("error", reject).once("close", resolve));
  clearInterval(timer);
  const seconds = (performance.now() - begun) / 1000;
  const cpuSeconds = childrenCpuSeconds() - before;
  const output = said.join("");
  if (code !== 0) throw new Error(`Cannot run ${program} ${args.join(" ")} in ${folder}: it ended with ${code}\n${output.slice(-4000)}`);
  return { seconds, cpuSeconds, peakMemory, output };
}

/** Lists a process and all its descendants. */
function processesOf(pid: number): number[] {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean).map(Number);
    return [pid, ...children.flatMap(processesOf)];
  } catch {
    return []; // it has ended
  }
}
