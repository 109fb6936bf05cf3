import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { stripVTControlCharacters } from "node:util";
import { quietly, wranglerProgram } from "../../build/wrangler-program.ts";
import { complain } from "../../terminal/terminal.ts";

/** The options of {@link runWranglerDev}. */
export interface WranglerDevOptions {
  /** The arguments of `wrangler dev`. */
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  /** Called each time that the Worker runs, with the URL of the site. */
  readonly onReady: (origin: string) => void;
}

const ready = /Ready on (?<origin>http:\/\/\S+)/;
const busy = /Address already in use \((?<address>[^()]{1,100})\)/;

/** Runs `wrangler dev` until it ends or the process gets a signal, and ends the process with its exit code. */
export function runWranglerDev({ args, env, onReady }: WranglerDevOptions): void {
  const child = spawn(process.execPath, [wranglerProgram, "dev", ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...env, ...quietly, X_LOCAL_EXPLORER: "false", X_LOCAL_OBSERVABILITY: "false" }, // slow, and of no use here
  });
  createInterface({ input: child.stdout }).on("line", (line) => {
    const text = stripVTControlCharacters(line);
    const origin = ready.exec(text)?.groups?.["origin"];
    if (origin !== undefined) onReady(origin);
    else if (/\berror\b|✘/i.test(text) && !text.startsWith("[custom build]")) complain(text);
  });
  createInterface({ input: child.stderr }).on("line", (line) => {
    const text = stripVTControlCharacters(line);
    const address = busy.exec(text)?.groups?.["address"];
    if (address !== undefined)
      complain(`Cannot listen on ${address}: another program uses it; choose another port, such as npm start -- --port 8080`);
    else if (text.trim() !== "" && !text.startsWith("🪵")) complain(text);
  });
  let isEnding = false;
  process.on("exit", () => child.kill()); // also if the watcher fails
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      isEnding = true;
      child.kill(signal);
    });
  }
  child.on("exit", (code) => process.exit(isEnding ? 0 : (code ?? 1))); // the watcher would keep the process alive
}
