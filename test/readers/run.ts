import { execFile } from "node:child_process";
import { promisify } from "node:util";

const execute = promisify(execFile);

/** Debian's Python, which finds Debian's packages: another one may come first in PATH. */
export const PYTHON = "/usr/bin/python3";

/** Runs an installed reader and returns its output. Throws if it fails. */
export async function run(command: string, args: readonly string[], options: { input?: string; home?: string } = {}): Promise<string> {
  const env = {
    ...process.env,
    PATH: "/usr/bin:/bin",
    LANG: "C.UTF-8",
    LC_ALL: "C.UTF-8",
    no_proxy: "*",
    HOME: options.home ?? "/nonexistent",
  };
  const running = execute(command, [...args], { env, maxBuffer: 1e8, timeout: 30_000 });
  // Some readers do not read all of their input. Their exit code reports success.
  running.child.stdin?.on("error", () => {}).end(options.input ?? "");
  return (await running).stdout;
}
