import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { CompileResult } from "../compile/compile.ts";
import { root } from "../project.ts";
import type { ScaleResult } from "../scale/scale.ts";
import type { ServingResult } from "../serving/serving.ts";

/** The contents of docs/bench.json: the last full run of each mode. */
export interface Bench {
  readonly serving?: ServingResult;
  readonly compile?: CompileResult;
  readonly scale?: ScaleResult;
}

const file = join(root, "docs/bench.json");

export function readBench(): Bench {
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Bench) : {};
}

/** Replaces the results of these modes, keeps those of the others, and returns the contents of the file. */
export function saveBench(bench: Bench): Bench {
  const { compile, scale, serving } = { ...readBench(), ...bench };
  const saved = { ...(serving && { serving }), ...(compile && { compile }), ...(scale && { scale }) };
  writeFileSync(file, `${JSON.stringify(saved, rounded, 2)}\n`);
  return readBench();
}

// Five digits are more precise than any measurement.
function rounded(_key: string, value: unknown): unknown {
  return typeof value === "number" && !Number.isInteger(value) ? Number(value.toPrecision(5)) : value;
}
