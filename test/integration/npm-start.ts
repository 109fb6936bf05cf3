import { spawn } from "node:child_process";
import { resolve } from "node:path";
import { expect, vi } from "vitest";

const program = resolve(import.meta.dirname, "../../src/cli/run.js");

/** A running `npm start`. */
export interface StartedSite {
  readonly origin: string;
  /** The output so far. */
  output(): string;
  /** Stops it like Ctrl+C. Resolves with the exit code. */
  end(): Promise<number | null>;
}

/** Runs `npm start` in a folder, and waits until it prints the URL of the site. */
export async function npmStart(folder: string): Promise<StartedSite> {
  const child = spawn(process.execPath, [program, "start", "--port", "0"], { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  const ended = new Promise<number | null>((done) => child.on("exit", done));
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  const failed = ended.then((code) => {
    throw new Error(`npm start ended with ${code}:\n${output}`);
  });
  failed.catch(() => {}); // it also ends after a test
  await Promise.race([failed, vi.waitFor(() => expect(output).toContain("JSON Feed "), { timeout: 120_000, interval: 50 })]);
  return {
    origin: /Preview +(http:\/\/\S+)\//.exec(output)?.[1] ?? "",
    output: () => output,
    end() {
      child.kill("SIGINT");
      return ended;
    },
  };
}
