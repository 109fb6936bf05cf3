import { printable } from "../doctor/printable.ts";
import { describeFailure } from "../files/failure.ts";

/**
 * Ends the command with exit code 1 on the first error that nothing else handles, such as a full disk. A failure of the machine is one
 * sentence; a mistake of the program keeps its stack.
 */
export function exitOnFailure(): void {
  process.on("uncaughtException", (error) => {
    const isReaderGone = "code" in error && error.code === "EPIPE"; // as in `npm run check | head -1`
    if (!isReaderGone) console.error(tellError(error));
    process.exit(isReaderGone ? undefined : 1);
  });
}

/** The text about an error for a person: one sentence for a failure of the machine, the stack for a mistake of the program. */
export function tellError(error: unknown): string {
  const sentence = describeFailure(error);
  if (sentence !== undefined) return printable(sentence, longestSentence);
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

const longestSentence = 5000; // a path has 4096 bytes at most
