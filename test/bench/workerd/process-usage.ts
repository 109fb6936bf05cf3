import { readdirSync, readFileSync } from "node:fs";

const ticksPerSecond = 100; // USER_HZ, the same on every Linux that Node runs on

/** Seconds that the threads of a process have computed, in its own code and in the kernel's, to the nanosecond. */
export function cpuSeconds(pid: number): number {
  const threads = readdirSync(`/proc/${pid}/task`);
  return threads.reduce((sum, thread) => sum + Number(threadTime(pid, thread)) / 1e9, 0);
}

// Time on a processor is the first figure of schedstat (Documentation/scheduler/sched-stats.rst).
function threadTime(pid: number, thread: string): string {
  try {
    return readFileSync(`/proc/${pid}/task/${thread}/schedstat`, "utf8").split(" ")[0] ?? "0";
  } catch {
    return "0"; // it has ended since
  }
}

/** Seconds that all children of this process have computed, and theirs: those that have ended. */
export function childrenCpuSeconds(): number {
  return parseChildrenCpuSeconds(readFileSync("/proc/self/stat", "utf8"));
}

export function parseChildrenCpuSeconds(stat: string): number {
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" "); // the name before it may hold anything
  return (Number(fields[13]) + Number(fields[14])) / ticksPerSecond; // cutime and cstime, 16 and 17 of proc(5)
}

/** Bytes of memory that a process holds now and has held at most; undefined where it has ended. */
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
