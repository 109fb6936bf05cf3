import { FrontMatterError } from "./front-matter-error.ts";
import type { FrontMatterWarning } from "./front-matter-warning.ts";
import { repairIndentation } from "./repair-indentation.ts";
import { repairQuotes } from "./repair-quotes.ts";
import { repairTabs } from "./repair-tabs.ts";
import type { YamlRepair } from "./yaml-repair.ts";

const repairs: readonly YamlRepair[] = [repairTabs, repairIndentation, repairQuotes];

/**
 * Repairs YAML that cannot be parsed, until it can be. Each repair keeps the number of lines. Returns undefined if that is not
 * possible without guessing.
 * @param parse throws a FrontMatterError if its argument is not YAML
 */
export function repairYaml<T>(
  source: string,
  parse: (source: string) => T,
): { parsed: T; warnings: readonly FrontMatterWarning[] } | undefined {
  let lines: readonly string[] = source.split("\n");
  const warnings: FrontMatterWarning[] = [];
  for (const repair of repairs) {
    const repaired = repair(lines);
    if (repaired === undefined) continue;
    lines = repaired.lines;
    warnings.push(...repaired.warnings);
    try {
      return { parsed: parse(lines.join("\n")), warnings };
    } catch (error) {
      if (!(error instanceof FrontMatterError)) throw error;
    }
  }
  return undefined;
}
