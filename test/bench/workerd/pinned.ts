import { execFileSync } from "node:child_process";
import { availableParallelism } from "node:os";

const canPin = availableParallelism() > 1 && hasTaskset();

/** The processor for whatever is measured, and the one for whoever asks; undefined where there is no choice. */
export const [serverCore, clientCore] = canPin ? [0, 1] : [undefined, undefined];

/** A command that keeps to one processor. */
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
