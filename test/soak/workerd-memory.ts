import { readdirSync, readFileSync } from "node:fs";

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly name: string;
}

/** The resident memory (bytes) of every workerd that this process has started; undefined where the system does not say (no /proc). */
export function workerdMemory(): number | undefined {
  const processes = readProcesses();
  const ours = (pid: number): boolean => {
    const parent = processes.get(pid)?.parent;
    return parent !== undefined && (parent === process.pid || ours(parent));
  };
  const found = [...processes.values()].filter(({ name, pid }) => name === "workerd" && ours(pid));
  return found.length === 0 ? undefined : found.reduce((sum, { pid }) => sum + residentBytes(pid), 0);
}

function readProcesses(): Map<number, Process> {
  const processes = new Map<number, Process>();
  for (const entry of readNames("/proc")) {
    // proc(5): the name stands in brackets and may have any character in it.
    const [, pid, name = "", parent] = /^(\d+) \((.*)\) \S (\d+)/s.exec(read(`/proc/${entry}/stat`)) ?? [];
    if (pid !== undefined) processes.set(Number(pid), { pid: Number(pid), parent: Number(parent), name });
  }
  return processes;
}

function residentBytes(pid: number): number {
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) * 1024;
}

function readNames(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return ""; // it has ended meanwhile
  }
}
