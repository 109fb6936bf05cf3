import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { stripVTControlCharacters } from "node:util";
import { quietly, wranglerProgram } from "../../build/wrangler-program.ts";
import { complain } from "../../terminal/terminal.ts";
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
}

const ready = /Ready on (?<origin>http:\/\/\S+)/;
const busy = /Address already in use \((?<address>[^()]{1,100})\)/;
const mark = /^✘ \[ERROR\] /;
const lastWords = 1000; // milliseconds in which wrangler describes an error, or ends

/** Runs `wrangler dev` until it ends or the process gets a signal, and ends the process with its exit code. */
export class WranglerDev {
  readonly #options: WranglerDevOptions;
  #child: ChildProcess | undefined;
  #origin: string | undefined;
  #isEnding = false;

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
    child?.removeAllListeners("exit").once("exit", () => this.#start());
    child?.kill("SIGINT");
  }

  #start(): void {
    if (this.#isEnding) process.exit(0);
    const { args, env, onReady, onRefusal } = this.#options;
    const child = spawn(process.execPath, [wranglerProgram, "dev", ...this.#sameAddress(args)], {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...env, ...quietly, FORCE_COLOR: "0", X_LOCAL_EXPLORER: "false", X_LOCAL_OBSERVABILITY: "false" }, // slow, and of no use here
    });
    this.#child = child;
    let isReady = false;
    let isShown = false; // whether errors of the start are printed
    const errors: string[] = [];
    const isRefused = () => !this.#isEnding && child === this.#child && errors.length > 0 && onRefusal(describeStartError(errors));
    // After some errors wrangler ends. After others it waits for a change of a file.
    const onError = () =>
      setTimeout(() => {
        if (isReady || child.exitCode !== null || child.signalCode !== null) return;
        if (isRefused()) this.restart();
        else {
          isShown = true;
          complain(...errors);
        }
      }, lastWords);

    createInterface({ input: child.stdout }).on("line", (line) => {
      const text = stripVTControlCharacters(line);
      const origin = ready.exec(text)?.groups?.["origin"];
      if (origin !== undefined) {
        isReady = true;
        this.#origin = origin;
        onReady(origin);
      } else if ((isReady || isShown) && /\berror\b|✘/i.test(text) && !text.startsWith("[custom build]")) complain(text);
    });
    createInterface({ input: child.stderr }).on("line", (line) => {
      const text = stripVTControlCharacters(line);
      const address = busy.exec(text)?.groups?.["address"];
      if (address !== undefined) {
        complain(`Cannot listen on ${address}: another program uses it; choose another port, such as npm start -- --port 8080`);
        process.exit(1);
      }
      if (text.trim() === "" || text.startsWith("🪵")) return;
      if (isReady || isShown) complain(text);
      else {
        if (errors.length === 0 && mark.test(text)) onError();
        if (errors.length > 0 || mark.test(text)) errors.push(text);
      }
    });
    child.once("exit", (code) => {
      if (this.#isEnding) process.exit(0); // the watcher would keep the process alive
      if (!isReady && !isShown && isRefused()) this.#start();
      else {
        if (!isReady && !isShown && errors.length > 0) complain(`Cannot start: ${describeStartError(errors)}`);
        process.exit(code ?? 1);
      }
    });
  }

  // A browser shows the address of the first start.
  #sameAddress(args: readonly string[]): string[] {
    if (this.#origin === undefined) return [...args];
    const others = args.filter((argument, index) => !/^--port(?:=|$)/.test(argument) && args[index - 1] !== "--port");
    return [...others, "--port", new URL(this.#origin).port || "80"];
  }
}
