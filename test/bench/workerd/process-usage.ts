import { readFileSync } from "node:fs";

const ticksPerSecond = 100; // USER_HZ, the same on every Linux that Node runs on

/** Seconds that a process has computed, in its own code and in the kernel's: utime and stime of /proc/[pid]/stat. */
export function cpuSeconds(pid: number): number {
  return parseCpuSeconds(readFileSync(`/proc/${pid}/stat`, "utf8"));
}

export function parseCpuSeconds(stat: string): number {
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" "); // the name before it may hold anything
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond; // fields 14 and 15 of proc(5)
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
