import { UsageError } from "../../../src/terminal/command-error.ts";
import { exitCodes } from "../../../src/terminal/exit-codes.ts";
import { errorLines } from "../../../src/terminal/exit-on-failure.ts";

/** Runs a part of a command. Returns the exit code with which the command ends, and the error that it prints. */
export async function exitOf(run: () => Promise<number>): Promise<{ readonly status: number; readonly stderr: string }> {
  try {
    return { status: await run(), stderr: "" };
  } catch (error) {
    return { status: error instanceof UsageError ? exitCodes.usage : exitCodes.problems, stderr: errorLines(error).join("\n") };
  }
}
