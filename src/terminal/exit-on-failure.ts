import { describeFailure } from "../files/failure.ts";
import { CommandError, UsageError } from "./command-error.ts";
import { exitCodes } from "./exit-codes.ts";
import { withSourcePosition } from "./source-positions.ts";
import { complain } from "./terminal.ts";

let help: string | undefined;

/** Sets the line that follows a description of wrong arguments. */
export function nameHelp(line: string): void {
  help = line;
}

/**
 * Ends the command on the first error that is not handled: with exit code 2 and the line about its help on a {@link UsageError}, and with 1
 * on any other, such as a full disk. The error is printed through the terminal module, since Node would print foreign text unescaped.
 */
export function exitOnFailure(): void {
  process.on("uncaughtException", (error) => {
    const isReaderGone = "code" in error && error.code === "EPIPE"; // as in `npm run check | head -1`
    if (isReaderGone) process.exit();
    const isUsage = error instanceof UsageError;
    complain(...errorLines(error), ...(isUsage && help !== undefined ? [help] : []));
    process.exit(isUsage ? exitCodes.usage : exitCodes.problems);
  });
}

/** Describes an error: the lines of a {@link CommandError}; one sentence for a failure of the machine; for a mistake of the program its message, its calls and its cause. */
export function errorLines(error: unknown): string[] {
  if (error instanceof CommandError) return [...error.lines];
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
