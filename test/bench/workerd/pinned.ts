import { execFileSync } from "node:child_process";
import { availableParallelism } from "node:os";

const canPin = availableParallelism() > 1 && hasTaskset();

/** The processor of the measured program, and that of the load generator; undefined if there is only one. */
export const [serverCore, clientCore] = canPin ? [0, 1] : [undefined, undefined];

/** Returns a command that runs on one processor. */
export function pinned(core: number | undefined, command: readonly string[]): [string, string[]] {
  const [program = "", ...args] = core === undefined ? command : ["taskset", "-c", String(core), ...command];
  return [program, args];
}

function hasTaskset(): boolean {
  try {
    execFileSync("taskset", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
