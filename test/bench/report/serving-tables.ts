import type { ServingResult } from "../serving/serving.ts";
import type { Speed } from "../serving/throughput.ts";
import { count, decimal, exact, size, spread } from "./numbers.ts";
import { markdownTable } from "./table.ts";

/** Returns the table of responses per second, CPU times and latencies. */
export function speedTable({ contenders }: ServingResult): string {
  const speed = ({ cpuMicroseconds, cpuRatio, p50, p99, perSecond, ratio }: Speed) => [
    count(perSecond.median),
    spread(ratio),
    count(cpuMicroseconds.median),
    spread(cpuRatio),
    `${decimal(p50.median)} / ${decimal(p99.median)}`,
  ];
  const rows = contenders.flatMap(({ documents, title }) =>
    documents.flatMap(({ format, full, notModified }) => [
      { order: `${format} 200`, cells: [`${format}, 200`, title, ...speed(full)] },
      { order: `${format} 304`, cells: [`${format}, 304`, title, ...speed(notModified)] },
    ]),
  );
  const orders = ["RSS 304", "RSS 200", "Atom 304", "Atom 200", "JSON 304", "JSON 200"];
  return markdownTable(
    ["Answer", "Contender", "per second", "× bare", "CPU, µs", "CPU × bare", "p50 / p99, ms"],
    orders.flatMap((order) => rows.filter((row) => row.order === order).map(({ cells }) => cells)),
  );
}

/** Returns the table of script sizes and start times. */
export function startTable({ contenders, withoutArticles }: ServingResult): string {
  const rows = contenders.map(({ coldStart, size: { bytes, gzipBytes }, title }) => [
    title,
    size(bytes),
    size(gzipBytes),
    decimal(coldStart.listening.median),
    decimal(coldStart.firstAnswer.median),
    spread(coldStart.total),
    decimal(coldStart.overEmpty.median),
    spread(coldStart.againstBare),
    decimal(coldStart.cpu.median),
    size(coldStart.memory.median),
  ]);
  const dashes = ["–", "–", "–", "–", "–", "–", "–"];
  return markdownTable(
    ["Contender", "script", "gzip", "listens, ms", "first byte, ms", "together, ms", "over empty, ms", "× bare", "CPU, ms", "memory"],
    [...rows, ["Broadsheet without articles", size(withoutArticles.bytes), size(withoutArticles.gzipBytes), ...dashes]],
  );
}

/** Returns the table of bytes on the wire. */
export function wireTable({ contenders }: ServingResult): string {
  return markdownTable(
    ["Format", "Contender", "document", "as gzip", "headers of a 200", "a 304"],
    (["RSS", "Atom", "JSON"] as const).flatMap((name) =>
      contenders.flatMap(({ documents, title }) =>
        documents
          .filter(({ format }) => format === name)
          .map(({ wire }) => [name, title, exact(wire.plain), exact(wire.gzip), exact(wire.headers), exact(wire.notModified)]),
      ),
    ),
  );
}

/** Returns the table of first renderings. */
export function renderTable({ firstRenders }: ServingResult): string {
  return markdownTable(
    ["Format", "Broadsheet, ms", "`feed` alone, ms", "× `feed`"],
    firstRenders.map(({ feed, format, ours, ratio }) => [format, decimal(ours.median), decimal(feed.median), spread(ratio)]),
  );
}
