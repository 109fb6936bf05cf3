import { readFileSync } from "node:fs";

const tick = 10; // milliseconds: USER_HZ is 100 on every platform of Node

/** Returns the CPU time of all threads of a process on Linux, in milliseconds; undefined on other systems, or if it has ended. */
export function cpuTimeOf(pid: number): number | undefined {
  try {
    // The name in parentheses may contain spaces. The fields after it begin with the third: proc_pid_stat(5).
    const text = readFileSync(`/proc/${pid}/stat`, "latin1");
    const fields = text.slice(text.lastIndexOf(") ") + 2);
    const [user, system] = fields.split(" ").slice(11, 13);
    const time = (Number(user) + Number(system)) * tick;
    return Number.isFinite(time) ? time : undefined;
  } catch {
    return undefined;
  }
}
