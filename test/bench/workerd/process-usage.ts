import { readdirSync, readFileSync } from "node:fs";

const ticksPerSecond = 100; // USER_HZ, the same on every Linux that Node runs on

/** Returns the CPU seconds of the threads of a process, including the kernel, to the nanosecond. */
export function cpuSeconds(pid: number): number {
  const threads = readdirSync(`/proc/${pid}/task`);
  return threads.reduce((sum, thread) => sum + Number(threadTime(pid, thread)) / 1e9, 0);
}

// The CPU time is the first figure of schedstat (Documentation/scheduler/sched-stats.rst).
function threadTime(pid: number, thread: string): string {
  try {
    return readFileSync(`/proc/${pid}/task/${thread}/schedstat`, "utf8").split(" ")[0] ?? "0";
  } catch {
    return "0"; // it has ended since
  }
}

/** Returns the CPU seconds of all descendants of this process that have ended. */
export function childrenCpuSeconds(): number {
  return parseChildrenCpuSeconds(readFileSync("/proc/self/stat", "utf8"));
}

export function parseChildrenCpuSeconds(stat: string): number {
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" "); // the name before it may hold anything
  return (Number(fields[13]) + Number(fields[14])) / ticksPerSecond; // cutime and cstime, 16 and 17 of proc(5)
}

/** Returns the current and the maximum memory of a process, in bytes; undefined if it has ended. */
export function memoryOf(pid: number): { readonly now: number; readonly peak: number } | undefined {
  try {
    return parseMemory(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return undefined;
  }
}

export function parseMemory(status: string): { readonly now: number; readonly peak: number } | undefined {
  const bytes = (name: string) => {
    const kibibytes = new RegExp(`^${name}:\\s+(\\d+) kB$`, "m").exec(status)?.[1];
    return kibibytes === undefined ? undefined : Number(kibibytes) * 1024;
  };
  const [now, peak] = [bytes("VmRSS"), bytes("VmHWM")];
  return now === undefined || peak === undefined ? undefined : { now, peak }; // a zombie has neither
}
