import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { stripVTControlCharacters } from "node:util";
import { quietly, wranglerProgram } from "../../build/wrangler/wrangler-program.ts";
import { exitCodes } from "../../terminal/exit-codes.ts";
import { complain } from "../../terminal/terminal.ts";
import { withoutConfigurationWarnings } from "./configuration-warnings.ts";
import { describeStartError } from "./describe-start-error.ts";

/** The options of {@link WranglerDev}. */
export interface WranglerDevOptions {
  /** The arguments of `wrangler dev`. */
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  /** Called each time that the Worker runs, with the URL of the site. */
  readonly onReady: (origin: string) => void;
  /** Called if wrangler cannot start, with its reason. Returns true to start it again, with another configuration. */
  readonly onRefusal: (reason: string) => boolean;
  /** The arguments with which Node runs wrangler; a test has its own program. */
  readonly program?: readonly string[];
}

const ready = /Ready on (?<origin>http:\/\/\S+)/;
const busy = /Address already in use \((?<address>[^()]{1,100})\)/;
// A socket within wrangler, whose port another program took between the choice and its use.
const inner = /^socket "/;
const maxRetries = 3;
const mark = /^✘ \[ERROR\] /;
const lastWords = 1000; // milliseconds in which wrangler describes an error, or ends

/** Runs `wrangler dev` until it ends or the process gets a signal, and ends the process with its exit code. */
export class WranglerDev {
  readonly #options: WranglerDevOptions;
  #child: ChildProcess | undefined;
  #origin: string | undefined;
  #isEnding = false;
  #retries = 0;

  constructor(options: WranglerDevOptions) {
    this.#options = options;
    process.on("exit", () => this.#child?.kill()); // also if the watcher fails
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      process.on(signal, () => {
        this.#isEnding = true;
        this.#child?.kill(signal);
      });
    }
    this.#start();
  }

  /** Starts wrangler again, at the same address, with a configuration that has changed. */
  restart(): void {
    const child = this.#child;
    child?.stdout?.removeAllListeners("data").resume();
    child?.stderr?.removeAllListeners("data").resume();
    child?.removeAllListeners("exit");
    const hasEnded = child === undefined || child.exitCode !== null || child.signalCode !== null;
    if (hasEnded) this.#start();
    else child.once("exit", () => this.#start()).kill("SIGINT");
  }

  #start(): void {
    if (this.#isEnding) process.exit(exitCodes.ok);
    const { args, env, onReady, onRefusal, program = wranglerProgram } = this.#options;
    const child = spawn(process.execPath, [...program, "dev", ...this.#sameAddress(args)], {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...env, ...quietly, FORCE_COLOR: "0", X_LOCAL_EXPLORER: "false", X_LOCAL_OBSERVABILITY: "false" }, // slow, and of no use here
    });
    this.#child = child;
    const errors: string[] = []; // of the start, which are printed if another configuration does not help
    let state: "starting" | "failed" | "running" = "starting";
    const isRefused = () => !this.#isEnding && errors.length > 0 && onRefusal(describeStartError(errors));

    onLine(child.stdout, (line) => {
      const origin = ready.exec(line)?.groups?.["origin"];
      if (origin !== undefined) {
        state = "running";
        this.#origin = origin;
        onReady(origin);
      } else if (state !== "starting" && /\berror\b|✘/i.test(line) && !line.startsWith("[custom build]")) complain(line);
    });
    const isNews = withoutConfigurationWarnings();
    onLine(child.stderr, (line) => {
      const address = busy.exec(line)?.groups?.["address"];
      if (this.#child !== child) return;
      if (address !== undefined && inner.test(address) && this.#retries++ < maxRetries) return this.restart();
      if (address !== undefined) {
        complain(`Cannot listen on ${address}: another program uses it; choose another port, such as npm start -- --port 8080`);
        process.exit(exitCodes.problems);
      }
      if (!isNews(line) || line.trim() === "" || line.startsWith("🪵")) return;
      if (state !== "starting") complain(line);
      else if (errors.length > 0 || mark.test(line)) errors.push(line);
      if (errors.length === 1) setTimeout(() => this.#child === child && onError(), lastWords);
    });
    // After some errors wrangler ends. After others it waits for a change of a file.
    const onError = () => {
      if (state !== "starting" || child.exitCode !== null || child.signalCode !== null) return;
      if (isRefused()) return this.restart();
      state = "failed";
      complain(...errors);
    };
    child.once("exit", (code) => {
      if (this.#isEnding) process.exit(exitCodes.ok); // the watcher would keep the process alive
      if (state === "starting" && isRefused()) return this.#start();
      if (state === "starting" && errors.length > 0) complain(`Cannot start: ${describeStartError(errors)}`);
      process.exit(code ?? exitCodes.problems);
    });
  }

  // A browser shows the address of the first start.
  #sameAddress(args: readonly string[]): string[] {
    if (this.#origin === undefined) return [...args];
    const others = args.filter((argument, index) => !/^--port(?:=|$)/.test(argument) && args[index - 1] !== "--port");
    return [...others, "--port", new URL(this.#origin).port || "80"];
  }
}

function onLine(stream: NodeJS.ReadableStream, listener: (line: string) => void): void {
  createInterface({ input: stream }).on("line", (line) => listener(stripVTControlCharacters(line)));
}
