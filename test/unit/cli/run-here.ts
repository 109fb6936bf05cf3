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
 * signals are left out.
 */
export async function runHere(command: string, args: readonly string[]): Promise<FinishedCommand> {
  const written = { stdout: "", stderr: "" };
  const { argv, exitCode } = process;
  const env = { ...process.env };
  let onError = (error: unknown): void => {
    throw error;
  };
  const spies = [
    ...(["stdout", "stderr"] as const).map((name) =>
      vi.spyOn(process[name], "write").mockImplementation((text) => {
        written[name] += text;
        return true;
      }),
    ),
    vi.spyOn(process, "stdin", "get").mockReturnValue(Readable.from([]) as typeof process.stdin), // that of a command without input
    // Handlers would outlive the run.
    vi.spyOn(process, "on").mockImplementation((event: string | symbol, handler: (error: unknown) => void) => {
      if (event === "uncaughtException") onError = handler;
      return process;
    }),
    vi.spyOn(process, "once").mockReturnThis(),
    vi.spyOn(process, "exit").mockImplementation((code) => {
      throw new Exit(Number(code));
    }),
  ];
  process.argv = [process.execPath, command, ...args];
  const module = command === "compile" ? "compile-command" : command; // compile.ts only imports the other, which would run once
  try {
    const path = resolve(import.meta.dirname, `../../../src/cli/${module}.ts`);
    const { finished } = await import(`${path}?run=${++runs}`); // each run is another module
    await finished;
    return { status: Number(process.exitCode ?? 0), ...written };
  } catch (error) {
    return { status: exitCodeOf(error, onError), ...written };
  } finally {
    for (const spy of spies) spy.mockRestore();
    process.argv = argv;
    // Commands set variables for the programs that they start.
    for (const name of Object.keys(process.env)) if (!Object.hasOwn(env, name)) delete process.env[name];
    Object.assign(process.env, env);
    process.exitCode = exitCode;
  }
}

function exitCodeOf(error: unknown, onError: (error: unknown) => void): number {
  if (error instanceof Exit) return error.code;
  try {
    onError(error);
  } catch (exit) {
    if (exit instanceof Exit) return exit.code;
  }
  throw error;
}
