import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { stripVTControlCharacters } from "node:util";
import { quietly, wranglerProgram } from "../../build/wrangler-program.ts";
import { complain } from "../../terminal/terminal.ts";
import type { LiveBuild } from "./live-build.ts";

/** The options of {@link runWranglerDev}. */
export interface WranglerDevOptions {
  readonly site: LiveBuild;
  /** The arguments of `wrangler dev`. */
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  /** Called each time that the Worker runs, with the URL of the site. */
  readonly onReady: (origin: string) => void;
}

const ready = /Ready on (?<origin>http:\/\/\S+)/;

/**
 * Runs `wrangler dev` until it ends or the process gets a signal, and ends the process with its exit code. Wrangler ends if wrangler.toml
 * is broken while it starts: then it is started again as soon as the file is fixed.
 */
export function runWranglerDev(options: WranglerDevOptions): void {
  const { site } = options;
  let child: ChildProcess;
  let isEnding = false;
  let isWaiting = false;
  const run = () => {
    isWaiting = false;
    child = start(options).on("exit", (code) => {
      if (isEnding || site.isReadable) process.exit(isEnding ? 0 : (code ?? 1)); // the watcher would keep the process alive
      isWaiting = true;
    });
  };
  run();
  site.onBuild(() => isWaiting && site.isReadable && run());
  process.on("exit", () => child.kill()); // also if the watcher fails
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      isEnding = true;
      if (!child.kill(signal)) process.exit(0);
    });
  }
}

function start({ args, env, onReady }: WranglerDevOptions): ChildProcess {
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
  const isShown = messageFilter();
  createInterface({ input: child.stderr }).on("line", (line) => {
    const text = stripVTControlCharacters(line);
    if (isShown(text)) complain(text);
  });
  return child;
}

// A message of wrangler has a line with a mark, and indented lines. The build has already reported in one line that wrangler.toml is broken.
function messageFilter(): (line: string) => boolean {
  let isDropped = false;
  return (line) => {
    if (/^\S/.test(line)) isDropped = /Invalid TOML document|^🪵/.test(line);
    return !isDropped && line.trim() !== "";
  };
}
