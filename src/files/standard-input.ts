import { readFileSync } from "node:fs";
import { attempt } from "./failure.ts";

/** Reads the standard input to its end. @throws Failure */
export function readStandardInput(): Buffer {
  return attempt("read", "the standard input", () => readFileSync(0));
}
