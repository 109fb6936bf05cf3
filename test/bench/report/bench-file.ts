import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { CompileResult } from "../compile/compile.ts";
import { root } from "../project.ts";
import type { ScaleResult } from "../scale/scale.ts";
import type { ServingResult } from "../serving/serving.ts";

/** What docs/bench.json holds: the last full run of each mode. */
export interface Bench {
  readonly serving?: ServingResult;
  readonly compile?: CompileResult;
  readonly scale?: ScaleResult;
}

const file = join(root, "docs/bench.json");

export function readBench(): Bench {
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Bench) : {};
}

/** Replaces what was measured before in these modes, and keeps the others; gives all of it as the file has it. */
export function saveBench(bench: Bench): Bench {
  const { compile, scale, serving } = { ...readBench(), ...bench };
  const saved = { ...(serving && { serving }), ...(compile && { compile }), ...(scale && { scale }) };
  writeFileSync(file, `${JSON.stringify(saved, rounded, 2)}\n`);
  return readBench();
}

// Five digits are more than any of this is good for.
function rounded(_key: string, value: unknown): unknown {
  return typeof value === "number" && !Number.isInteger(value) ? Number(value.toPrecision(5)) : value;
}
