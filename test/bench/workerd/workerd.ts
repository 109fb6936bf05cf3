import { execFileSync, spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { pinned } from "./pinned.ts";

/** A running workerd. */
export interface Workerd {
  readonly pid: number;
  readonly port: number;
  /** Milliseconds from the start of the process until it listened. */
  readonly started: number;
  /** Ends it, and returns the errors that it and the Worker have printed. */
  stop(): Promise<string>;
}

// The package's main export is the path of the program.
const program = (createRequire(createRequire(import.meta.url).resolve("wrangler"))("workerd") as { default: string }).default;

/** Encodes a configuration: reading it and embedding its files is not part of the start of a Worker. */
export function encodeConfig(config: string): string {
  const encoded = config.replace(/\.capnp$/, ".bin");
  writeFileSync(encoded, execFileSync(program, ["compile", "--config-only", config, "config"], { maxBuffer: 2 ** 30 }));
  return encoded;
}

/**
 * Starts workerd with an encoded configuration and waits until it listens.
 * @param core the processor to run on; any if undefined
 * @throws with the output of workerd, if it ends instead
 */
export async function startWorkerd(config: string, core?: number): Promise<Workerd> {
  const begun = performance.now();
  const [command, args] = pinned(core, [program, "serve", "--binary", config, "--control-fd=3"]);
  const child = spawn(command, args, { stdio: ["ignore", "ignore", "pipe", "pipe"] });
  const [, , errors, control] = child.stdio as readonly Readable[];
  const complaint = errors === undefined ? Promise.resolve("") : text(errors);
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const port = await Promise.race([firstPort(control as Readable), ended.then(() => undefined)]);
  const started = performance.now() - begun;
  if (port === undefined || child.pid === undefined) throw new Error(`Cannot start workerd with ${config}: ${await complaint}`);
  return {
    pid: child.pid,
    port,
    started,
    async stop() {
      child.kill("SIGKILL");
      await ended;
      return complaint;
    },
  };
}

// workerd writes its ports to the control descriptor, one line of JSON per socket.
async function firstPort(control: Readable): Promise<number | undefined> {
  for await (const line of control) return (JSON.parse(String(line)) as { port: number }).port;
  return undefined;
}
