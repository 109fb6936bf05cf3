import type { Bench } from "./bench-file.ts";
import { decimal, size } from "./numbers.ts";
import { markdownTable } from "./table.ts";

/** A figure, with its aim and its measured value. */
export interface Aim {
  readonly what: string;
  readonly aim: string;
  readonly measured: string;
  readonly isMet: boolean;
}

/** Returns every aim whose figure has been measured. */
export function aimsOf(bench: Bench): readonly Aim[] {
  return [...servingAims(bench), ...scaleAims(bench), ...compileAims(bench)];
}

export function aimsTable(bench: Bench): string {
  return markdownTable(
    ["Aim", "should be", "is", ""],
    aimsOf(bench).map(({ aim, isMet, measured, what }) => [what, aim, measured, isMet ? "met" : "not met"]),
  );
}

function atLeast(what: string, value: number, limit: number): Aim {
  return { what, aim: `≥ ${limit}×`, measured: `${decimal(value)}×`, isMet: value >= limit };
}

function atMost(what: string, value: number, limit: number, unit = "×"): Aim {
  return { what, aim: `≤ ${limit}${unit}`, measured: `${decimal(value)}${unit}`, isMet: value <= limit };
}

function below(what: string, bytes: number, limit: number): Aim {
  return { what, aim: `< ${size(limit)}`, measured: size(bytes), isMet: bytes < limit };
}

function servingAims({ serving }: Bench): Aim[] {
  const documentsOf = (name: string) => serving?.contenders.find((contender) => contender.name === name)?.documents ?? [];
  if (serving === undefined) return [];
  const usual = documentsOf("usual");
  const compared = documentsOf("ours").flatMap(({ format, full, notModified }) => {
    const other = usual.find((document) => document.format === format);
    return [
      atLeast(`${format}: 304 per second, against the bare Worker`, notModified.ratio.median, 0.9),
      atLeast(`${format}: 200 per second, against the bare Worker`, full.ratio.median, 0.9),
      ...(other === undefined
        ? []
        : [
            atLeast(`${format}: 304 per second, against the usual way`, notModified.ratio.median / other.notModified.ratio.median, 12),
            atLeast(`${format}: 200 per second, against the usual way`, full.ratio.median / other.full.ratio.median, 8),
          ]),
    ];
  });
  const renders = serving.firstRenders.map(({ format, ratio }) =>
    atMost(`${format}: first rendering of 20 entries, against \`feed\` alone`, ratio.median, 1),
  );
  return [...compared, ...renders, below("Script without articles", serving.withoutArticles.bytes, 200_000)];
}

function scaleAims({ scale }: Bench): Aim[] {
  return (scale?.sites ?? []).flatMap((site): Aim[] => {
    if ("error" in site) return [];
    const { articles, coldStart, full, gzipBytes, notModified } = site;
    if (articles === 1000)
      return [
        atMost("1,000 articles: start to the first byte of a feed, against the bare Worker", coldStart.againstBare.median, 1.3),
        below("1,000 articles: script as gzip", gzipBytes, 3_000_000),
      ];
    if (articles !== 10_000) return [];
    return [
      atLeast("10,000 articles: 304 per second, against 10 articles", notModified.ratio.median, 0.95),
      atLeast("10,000 articles: 200 per second, against 10 articles", full.ratio.median, 0.95),
    ];
  });
}

function compileAims({ compile }: Bench): Aim[] {
  const runs = compile?.sizes.find(({ articles }) => articles === 10_000)?.runs ?? [];
  const ours = runs.find(({ name }) => name === "ours");
  if (ours === undefined) return [];
  const peers = runs.filter(({ name }) => name !== "ours");
  const { cold, warm } = ours;
  return [
    ...peers.map(({ cold: other, name }) => atLeast(`10,000 articles, cold: time of ${name}`, other.ratio.median, 1)),
    below("10,000 articles, cold: memory", cold.peakMemory.median, 1_000_000_000),
    atMost("10,000 articles after an edit", warm.seconds.median, 1, " s"),
    atMost("10,000 articles after an edit, against cold", warm.seconds.median / cold.seconds.median, 0.1),
  ];
}
