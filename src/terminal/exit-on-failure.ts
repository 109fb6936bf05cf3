import { describeFailure } from "../files/failure.ts";
import { exitCodes } from "./exit-codes.ts";
import { withSourcePosition } from "./source-positions.ts";
import { complain } from "./terminal.ts";

/**
 * Ends the command with exit code 1 on the first error that is not handled, such as a full disk. The error is printed through the
 * terminal module, since Node would print foreign text unescaped.
 */
export function exitOnFailure(): void {
  process.on("uncaughtException", (error) => {
    const isReaderGone = "code" in error && error.code === "EPIPE"; // as in `npm run check | head -1`
    if (!isReaderGone) complain(...errorLines(error));
    process.exit(isReaderGone ? undefined : exitCodes.problems);
  });
}

/** Describes an error: one sentence for a failure of the machine; for a mistake of the program its message, its calls and its cause. */
export function errorLines(error: unknown): string[] {
  const sentence = describeFailure(error);
  if (sentence !== undefined) return [sentence];
  if (!(error instanceof Error)) return [String(error)];
  const calls = (error.stack ?? "").split("\n").filter((line) => /^ {4}at /.test(line));
  const cause = error.cause === undefined ? [] : errorLines(error.cause);
  return [
    `${error.name}: ${error.message}`,
    ...calls.map(withSourcePosition),
    ...cause.map((line, index) => (index === 0 ? `Cause: ${line}` : line)),
  ];
}
