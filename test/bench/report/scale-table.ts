import type { ScaleResult } from "../scale/scale.ts";
import { count, decimal, exact, size, spread } from "./numbers.ts";
import { markdownTable } from "./table.ts";

/** Returns the table of sites of growing size. */
export function scaleTable({ bare, sites }: ScaleResult): string {
  const rows = sites.map((site) => {
    if ("error" in site) return [exact(site.articles), `cannot be built: ${site.error}`, ...Array.from({ length: 12 }, () => "–")];
    const { articles, assets, bytes, coldStart, full, gzipBytes, memory, notModified } = site;
    return [
      exact(articles),
      size(bytes),
      size(gzipBytes),
      `${exact(assets.files)}, ${size(assets.bytes)}`,
      decimal(coldStart.listening.median),
      decimal(coldStart.firstAnswer.median),
      spread(coldStart.againstBare),
      decimal(coldStart.cpu.median),
      size(coldStart.memory.median),
      size(memory),
      count(full.perSecond.median),
      spread(full.ratio),
      count(notModified.perSecond.median),
      spread(notModified.ratio),
    ];
  });
  const { cpu, firstAnswer, listening, memory } = bare;
  const reference = [
    "bare Worker",
    "–",
    "–",
    "–",
    decimal(listening.median),
    decimal(firstAnswer.median),
    "1.00",
    decimal(cpu.median),
    size(memory.median),
  ];
  return markdownTable(
    [
      "Articles",
      "script",
      "gzip",
      "assets",
      "listens, ms",
      "first feed, ms",
      "start × bare",
      "start, CPU ms",
      "memory at start",
      "under load",
      "200/s",
      "× smallest",
      "304/s",
      "× smallest",
    ],
    [...rows, [...reference, "–", "–", "–", "–", "–"]],
  );
}
