import { cpuTimeOf } from "../../files/cpu-time.ts";

/** Returns the CPU time of a process in milliseconds; undefined if it cannot be measured. */
export type MeasureCpu = (pid: number) => number | undefined;

const maxStretch = 10; // a process that only waits must end, too
const unmeasuredStretch = 3;
const minWait = 100; // milliseconds

/**
 * Calls a function once a process has worked for a time, by the clock and by its CPU time: on a busy machine, ordinary work takes longer
 * by the clock, and must not count as an attack. The function is called after ten times as long in any case, and after three times if the
 * CPU time is unknown.
 * @returns a function that cancels the call
 */
export function afterWork(pid: number | undefined, milliseconds: number, act: () => void, measure: MeasureCpu = cpuTimeOf): () => void {
  const began = performance.now();
  const before = pid === undefined ? undefined : measure(pid);
  let timer = setTimeout(check, before === undefined ? milliseconds * unmeasuredStretch : milliseconds);

  function used(): number {
    const now = pid === undefined ? undefined : measure(pid);
    return now === undefined || before === undefined ? milliseconds : now - before;
  }

  function check(): void {
    const rest = milliseconds - used();
    if (rest <= 0 || performance.now() - began >= milliseconds * maxStretch) act();
    else timer = setTimeout(check, Math.max(rest, minWait));
  }

  return () => clearTimeout(timer);
}
