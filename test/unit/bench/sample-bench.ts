import type { Bench } from "../../bench/report/bench-file.ts";

const summary = (median: number, spread = 0) => ({ median, min: median - spread, max: median + spread / 2 });
const speed = (perSecond: number, ratio: number) => ({
  perSecond: summary(perSecond),
  ratio: summary(ratio, 0.02),
  cpuMicroseconds: summary(1e6 / perSecond - 5),
  cpuRatio: summary(1 / ratio),
  p50: summary(0.2),
  p99: summary(0.9),
});
const coldStart = {
  listening: summary(30),
  firstAnswer: summary(8),
  total: summary(38),
  overEmpty: summary(9),
  againstBare: summary(1.2),
  cpu: summary(40),
  firstAnswerCpu: summary(9),
  memory: summary(60_000_000),
};
const contender = (name: string, title: string, full: number, notModified: number) => ({
  name,
  title,
  size: { bytes: 200_000, gzipBytes: 60_000 },
  coldStart,
  documents: [
    {
      format: "RSS" as const,
      wire: { plain: 60_000, gzip: 9000, headers: 700, notModified: 650 },
      full: speed(8000 * full, full),
      notModified: speed(10_000 * notModified, notModified),
    },
  ],
});
const cost = (seconds: number, ratio: number) => ({
  seconds: summary(seconds),
  ratio: summary(ratio),
  cpuSeconds: summary(seconds * 1.5),
  peakMemory: summary(400_000_000),
});
const machine = {
  ...{ date: "2026-11-01", processor: "A processor", cores: 2, memory: "24 GiB", kernel: "Linux 6", load: 0 },
  versions: { node: "24.0.0", ours: "this repository", hugo: "v0.111.3" },
};

/** Sample results of all modes. */
export const sampleBench = {
  serving: {
    machine,
    generator: "wrk 4",
    ...{ rounds: 5, seconds: 2, connections: 16, starts: 15, entries: 20, entryLength: 2100 },
    withoutArticles: { bytes: 140_000, gzipBytes: 50_000 },
    contenders: [
      contender("ours", "Broadsheet", 0.85, 0.95),
      contender("bare", "bare Worker (the limit)", 1, 1),
      contender("usual", "the usual way: Hono + feed", 0.1, 0.1),
    ],
    firstRenders: [{ format: "RSS", ours: summary(4), feed: summary(5), ratio: summary(0.8) }],
  },
  compile: {
    machine,
    articleLength: 6000,
    compilers: [
      { name: "ours", title: "Broadsheet", settings: "as it is" },
      { name: "hugo", title: "Hugo", settings: "as it is" },
    ],
    sizes: [
      {
        articles: 10_000,
        rounds: 3,
        runs: [
          { name: "ours", cold: cost(10, 1), warm: cost(0.8, 1) },
          { name: "hugo", cold: cost(8, 0.8), warm: cost(8, 10) },
        ],
      },
    ],
  },
} satisfies Bench;
