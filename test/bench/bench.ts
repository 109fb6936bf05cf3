import { mkdirSync } from "node:fs";
import { exitOnFailure } from "../../src/terminal/exit-on-failure.ts";
import { measureCompile } from "./compile/compile.ts";
import { compilers } from "./compile/compilers.ts";
import { printCost } from "./cost/print-cost.ts";
import { findLoadGenerator } from "./load/load-generator.ts";
import { type Machine, warnOfLoad } from "./machine.ts";
import { type BenchOptions, readOptions } from "./options.ts";
import { installPeers } from "./peers.ts";
import { workFolder } from "./project.ts";
import { type Bench, readBench, saveBench } from "./report/bench-file.ts";
import { compileTable } from "./report/compile-table.ts";
import { writePages } from "./report/pages.ts";
import { scaleTable } from "./report/scale-table.ts";
import { renderTable, speedTable, startTable, wireTable } from "./report/serving-tables.ts";
import { measureScale } from "./scale/scale.ts";
import { measureServing } from "./serving/serving.ts";

const say = (line: string) => console.error(line);

exitOnFailure();
const options = readOptions(process.argv.slice(2));
await run(options).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

async function run(options: BenchOptions): Promise<void> {
  mkdirSync(workFolder, { recursive: true });
  switch (options.mode) {
    case "serving":
      return finish(await serving(options), options);
    case "compile":
      return finish(await compile(options), options);
    case "scale":
      return finish(await scale(options), options);
    case "report":
      return writePages(readBench());
    case "cost":
      return printCost(readBench(), options);
  }
}

async function serving({ rounds, seconds, smoke }: BenchOptions): Promise<Bench> {
  if (!smoke) installPeers(say);
  const result = await measureServing({
    generator: findLoadGenerator(),
    formats: smoke ? ["RSS"] : ["RSS", "Atom", "JSON"],
    rounds: rounds ?? (smoke ? 1 : 5),
    seconds: seconds ?? (smoke ? 1 : 2),
    starts: smoke ? 2 : 15,
    connections: 16,
    withPeers: !smoke,
    say,
  });
  for (const table of [speedTable, startTable, wireTable, renderTable]) console.log(`\n${table(result)}`);
  console.log(`\nLoad by ${result.generator}`);
  warn(result.machine);
  return { serving: result };
}

async function compile({ only, rounds, sizes, smoke }: BenchOptions): Promise<Bench> {
  if (!smoke) installPeers(say);
  const isWanted = (name: string) => name === "ours" || (!smoke && (only === undefined || only.includes(name)));
  const result = await measureCompile({
    compilers: compilers.filter((compiler) => isWanted(compiler.name) && compiler.version() !== undefined),
    sizes: sizes ?? (smoke ? [30] : [100, 1000, 10_000]),
    rounds: (articles) => rounds ?? (smoke ? 1 : articles < 5000 ? 5 : 3),
    say,
  });
  console.log(`\n${compileTable(result)}`);
  warn(result.machine);
  return { compile: result };
}

async function scale({ rounds, seconds, sizes, smoke }: BenchOptions): Promise<Bench> {
  const result = await measureScale({
    generator: findLoadGenerator(),
    sizes: sizes ?? (smoke ? [10, 40] : [10, 100, 1000, 3000, 10_000]),
    rounds: rounds ?? (smoke ? 1 : 5),
    seconds: seconds ?? (smoke ? 1 : 2),
    starts: smoke ? 2 : 9,
    connections: 16,
    say,
  });
  console.log(`\n${scaleTable(result)}`);
  warn(result.machine);
  return { scale: result };
}

function finish(result: Bench, { save }: BenchOptions): void {
  if (save) writePages(saveBench(result));
}

function warn(machine: Machine): void {
  const warning = warnOfLoad(machine);
  if (warning !== undefined) say(warning);
}
