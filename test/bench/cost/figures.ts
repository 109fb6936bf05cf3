import type { Bench } from "../report/bench-file.ts";
import type { Figures } from "./estimate.ts";

/**
 * Returns the figures of our RSS feed.
 * @throws if serving has not been measured
 */
export function figuresOf({ serving }: Bench): Figures {
  const ours = serving?.contenders.find(({ name }) => name === "ours");
  const rss = ours?.documents.find(({ format }) => format === "RSS");
  if (ours === undefined || rss === undefined) throw new Error("Cannot find our figures in docs/bench.json: run npm run bench first");
  const { full, notModified, wire } = rss;
  return {
    notModifiedCpu: notModified.cpuMicroseconds.median / 1000,
    fullCpu: full.cpuMicroseconds.median / 1000,
    coldCpu: ours.coldStart.firstAnswerCpu.median,
    notModifiedBytes: wire.notModified,
    fullBytes: wire.headers + wire.plain,
    compressedBytes: wire.headers + wire.gzip,
  };
}
