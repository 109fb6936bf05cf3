import { type Table, tableOf } from "../../base/table-values.ts";
import type { ScriptModule } from "./script-module.ts";

/**
 * The options of a configuration as a build of the whole site reads them, then those with each branch of the conditions whose value is
 * unknown. Texts that one of them excludes may be private.
 */
export type ConfigReadings = readonly [Table, ...Table[]];

/** Returns the readings of a configuration. @param pick returns its options; by default those that it exports */
export function configReadings(script: ScriptModule | undefined, pick = ({ exported }: ScriptModule): unknown => exported): ConfigReadings {
  const read = (module: ScriptModule | undefined) => tableOf(module && pick(module));
  const others = [true, false].map((truth) => read(script?.assuming(truth)));
  return [read(script), ...others];
}

/** Returns the option with the first of some names; an empty list if there is none. Undefined if it cannot be read. */
export function optionIn(options: Table, ...names: readonly string[]): unknown {
  const name = names.find((each) => each in options);
  return name === undefined ? [] : options[name];
}

/**
 * Returns notes about an option with patterns that exclude texts: it depends on conditions whose value is unknown, or some patterns cannot
 * be read.
 * @param option its name and its file: `srcExclude in .vitepress/config.ts`
 */
export function notesOfPatterns(readings: ConfigReadings, option: string, valueIn: (options: Table) => unknown): string[] {
  const [certain, ...branches] = readings.map(valueIn);
  const written = new Set(branches.map((value) => JSON.stringify(value)));
  if (written.size > 1)
    return [`${option} depends on a condition that only running the code would decide: what any of its branches excludes is left out`];
  const isRead = [certain].flat(2).every((pattern) => typeof pattern === "string");
  return isRead ? [] : [`Cannot read all patterns of ${option}: delete the copies of the texts that the others exclude`];
}
