import type { FrontMatterWarning } from "./front-matter-warning.ts";

/** Repaired lines, as many as before, and what was wrong. The lines of the warnings are indexes. */
export interface RepairedYaml {
  readonly lines: readonly string[];
  readonly warnings: readonly FrontMatterWarning[];
}

/** Repairs one kind of fault in YAML. Returns undefined if the lines have no fault of this kind. */
export type YamlRepair = (lines: readonly string[]) => RepairedYaml | undefined;
