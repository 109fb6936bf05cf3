import type { BenchOptions } from "../options.ts";
import type { Bench } from "../report/bench-file.ts";
import { assumptions } from "./assumptions.ts";
import { costTable, inputsTable, readersTable } from "./cost-tables.ts";
import { figuresOf } from "./figures.ts";
import { prices } from "./prices.ts";

/** The sizes of sites in docs/cost.md. */
export const subscribers: readonly number[] = [100, 1000, 10_000, 100_000, 1_000_000, 10_000_000];

/** Prints the costs of a site, with the model of docs/cost.md and the numbers of the user. */
export function printCost(bench: Bench, { articlesADay, maxAge, sizes }: BenchOptions): void {
  const given = { ...assumptions, ...(articlesADay !== undefined && { articlesADay }), ...(maxAge !== undefined && { maxAge }) };
  const figures = figuresOf(bench);
  const tables = [readersTable(given), inputsTable(given, figures), costTable(sizes ?? subscribers, given, figures, prices)];
  console.log(tables.join("\n\n"));
}
