import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { assumptions } from "../cost/assumptions.ts";
import { costTable, inputsTable, readersTable } from "../cost/cost-tables.ts";
import { figuresOf } from "../cost/figures.ts";
import { prices } from "../cost/prices.ts";
import { subscribers } from "../cost/print-cost.ts";
import { type Machine, warnOfLoad } from "../machine.ts";
import { root } from "../project.ts";
import { aimsTable } from "./aims.ts";
import type { Bench } from "./bench-file.ts";
import { drawChart, panelsOf } from "./chart.ts";
import { compileTable, settingsList } from "./compile-table.ts";
import { fillRegions } from "./regions.ts";
import { scaleTable } from "./scale-table.ts";
import { renderTable, speedTable, startTable, wireTable } from "./serving-tables.ts";

/**
 * Returns the pages of docs/ with the measured figures, by path: the tables of benchmarks.md and cost.md, and the chart.
 * @param pageAt returns the current text of a page, whose regions are filled
 */
export function pagesOf(bench: Bench, pageAt: (path: string) => string): Readonly<Record<string, string>> {
  const fill = (path: string, regions: Readonly<Record<string, string>>) => ({ [path]: fillRegions(pageAt(path), regions) });
  return {
    ...fill("docs/benchmarks.md", benchmarkRegions(bench)),
    ...(bench.serving && fill("docs/cost.md", costRegions(bench))),
    "docs/bench.svg": drawChart(panelsOf(bench), "How Broadsheet compares: the tables of docs/benchmarks.md"),
  };
}

/** Writes the pages. */
export function writePages(bench: Bench): void {
  const pages = pagesOf(bench, (path) => readFileSync(join(root, path), "utf8"));
  for (const [path, text] of Object.entries(pages)) writeFileSync(join(root, path), text);
}

function benchmarkRegions(bench: Bench): Record<string, string> {
  const { compile, scale, serving } = bench;
  return {
    aims: aimsTable(bench),
    ...(serving && {
      "serving machine": `${machineLine(serving.machine)} Load by ${serving.generator}, ${serving.connections} connections, ${serving.rounds} rounds of ${serving.seconds} s; ${serving.starts} starts.`,
      speed: speedTable(serving),
      start: startTable(serving),
      wire: wireTable(serving),
      render: renderTable(serving),
    }),
    ...(compile && {
      "compile machine": machineLine(compile.machine),
      compile: compileTable(compile),
      settings: settingsList(compile),
    }),
    ...(scale && {
      "scale machine": `${machineLine(scale.machine)} Load by ${scale.generator}, ${scale.rounds} rounds of ${scale.seconds} s; ${scale.starts} starts.`,
      scale: scaleTable(scale),
    }),
  };
}

function costRegions(bench: Bench): Record<string, string> {
  const figures = figuresOf(bench);
  return {
    readers: readersTable(assumptions),
    inputs: inputsTable(assumptions, figures),
    costs: costTable(subscribers, assumptions, figures, prices),
  };
}

function machineLine(machine: Machine): string {
  const { cores, date, kernel, load, memory, processor, versions } = machine;
  const warning = warnOfLoad(machine);
  const named = Object.entries(versions)
    .filter(([, version]) => /\d/.test(version))
    .map(([name, version]) => `${name} ${version}`);
  const line = `${date}: ${processor}, ${cores} cores, ${memory}, ${kernel}; ${named.join(", ")}. Load before the run: ${load}.`;
  return warning === undefined ? line : `**${warning}** ${line}`;
}
