import { resolve } from "node:path";
import { Readable } from "node:stream";
import { vi } from "vitest";

/** The exit code and the output of a command. */
export interface FinishedCommand {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

class Exit extends Error {
  readonly code: number;

  constructor(code: number) {
    super(`The command ended with ${code}`);
    this.code = code;
  }
}

let runs = 0;

/**
 * Runs a command in this process, where its modules are loaded already: a process of its own takes a second each time. Its handlers of
 * signals and errors are left out.
 */
export async function runHere(command: string, args: readonly string[]): Promise<FinishedCommand> {
  const written = { stdout: "", stderr: "" };
  const { argv, exitCode } = process;
  const spies = [
    ...(["stdout", "stderr"] as const).map((name) =>
      vi.spyOn(process[name], "write").mockImplementation((text) => {
        written[name] += text;
        return true;
      }),
    ),
    vi.spyOn(process, "stdin", "get").mockReturnValue(Readable.from([]) as typeof process.stdin), // that of a command without input
    vi.spyOn(process, "on").mockReturnThis(), // handlers would outlive the run
    vi.spyOn(process, "exit").mockImplementation((code) => {
      throw new Exit(Number(code));
    }),
  ];
  process.argv = [process.execPath, command, ...args];
  const module = command === "compile" ? "compile-command" : command; // compile.ts only imports the other, which would run once
  try {
    await import(`${resolve(import.meta.dirname, `../../../src/cli/${module}.ts`)}?run=${++runs}`); // each run is another module
    return { status: Number(process.exitCode ?? 0), ...written };
  } catch (error) {
    if (!(error instanceof Exit)) throw error;
    return { status: error.code, ...written };
  } finally {
    for (const spy of spies) spy.mockRestore();
    process.argv = argv;
    process.exitCode = exitCode;
  }
}
