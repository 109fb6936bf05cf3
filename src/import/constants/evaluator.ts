import type { AnyNode } from "acorn";
import type { LocalNames } from "./local-names.ts";

/** Computes the expressions of statements. */
export interface Evaluator {
  value(node: AnyNode, names: LocalNames): unknown;
  /** Computes in one of the branches of a condition with an unknown value: a variable that is assigned in it has no known value. */
  inDoubt<T>(compute: () => T): T;
  /** The number of such conditions around. */
  readonly doubt: number;
  /** Ends the computation: its result is unknown. */
  stop(): never;
}
