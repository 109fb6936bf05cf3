import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { JsonFeed } from "../contenders/json-feed.ts";
import { node, workFolder } from "../project.ts";
import { Measured, rotate } from "../rounds.ts";
import { type Summary, summarize, summarizeRatio } from "../statistics.ts";
import type { FormatName } from "./own-documents.ts";

/** The time of the first rendering in a new process, in milliseconds. */
export interface FirstRender {
  readonly format: FormatName;
  readonly ours: Summary;
  readonly feed: Summary;
  /** The ratio of ours to `feed` alone. */
  readonly ratio: Summary;
}

const program = join(import.meta.dirname, "render-once.ts");
const renderers = ["ours", "feed"] as const;

/** Renders the entries once in each of many processes, with our code and with the package `feed` alone. */
export function measureFirstRenders(feed: JsonFeed, formats: readonly FormatName[], rounds: number): readonly FirstRender[] {
  const file = join(workFolder, "first-render.json");
  writeFileSync(file, JSON.stringify(feed));
  return formats.map((format) => {
    const times = new Measured<number>();
    for (const order of rotate(renderers, rounds)) {
      for (const renderer of order) {
        const output = execFileSync(node, [program, renderer, format, file], { encoding: "utf8" });
        times.add(renderer, Number(output));
      }
    }
    const [ours, alone] = [times.of("ours"), times.of("feed")];
    return { format, ours: summarize(ours), feed: summarize(alone), ratio: summarizeRatio(ours, alone) };
  });
}
