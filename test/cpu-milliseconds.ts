/** Returns the CPU time of this thread so far, in milliseconds. Unlike the time of a clock, it is the same on a busy machine. */
export function cpuMilliseconds(): number {
  const { system, user } = process.threadCpuUsage();
  return (system + user) / 1000;
}
