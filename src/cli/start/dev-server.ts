import type { Print } from "../../terminal/terminal.ts";
import type { DevConfiguration } from "./dev-configuration.ts";
import type { LiveBuild } from "./live-build.ts";
import { describeRestart, describeReturn, welcome } from "./welcome.ts";
import { WranglerCopy } from "./wrangler-copy.ts";
import type { WranglerDev, WranglerDevOptions } from "./wrangler-dev.ts";

/** The site, and the configuration with which it is served. */
export interface DevServerOptions {
  /** Path of wrangler.toml. */
  readonly config: string;
  readonly configuration: DevConfiguration;
  readonly site: Pick<LiveBuild, "onBuild" | "rebuild">;
  /** The port in the arguments or in `[dev]`; undefined if neither has one. */
  readonly port: unknown;
  readonly print: Print;
}

/** Starts wrangler with the configuration at a path. */
export type StartWrangler = (config: string, events: Pick<WranglerDevOptions, "onReady" | "onRefusal">) => Pick<WranglerDev, "restart">;

/**
 * Serves the site of `npm start`. It starts wrangler again after each change of its configuration. The state is "starting" until wrangler
 * runs for the first time, and "restarting" from a change until wrangler runs with it.
 */
export class DevServer {
  #state: "starting" | "running" | "restarting" = "starting";
  /** Identifies the configuration of the copy, which wrangler reads. */
  #key: string;
  #wrangler: ReturnType<StartWrangler> | undefined;
  readonly #copy: WranglerCopy;
  readonly #options: DevServerOptions;

  constructor(options: DevServerOptions) {
    this.#options = options;
    this.#copy = new WranglerCopy(options.config);
    this.#copy.update(options.configuration.current);
    this.#key = options.configuration.key;
  }

  /** False while wrangler starts again, and as soon as it has to. */
  get isReachable(): boolean {
    return this.#state !== "restarting" && this.#key === this.#options.configuration.key;
  }

  /** Runs wrangler until it ends, which ends the process. */
  run(startWrangler: StartWrangler): void {
    this.#wrangler = startWrangler(this.#copy.path, {
      onReady: (origin) => this.#confirm(origin),
      onRefusal: (reason) => this.#refuse(reason),
    });
    this.#options.site.onBuild(() => this.#follow());
  }

  // Wrangler runs, for the first time or again.
  #confirm(origin: string): void {
    const { configuration, port, print, site } = this.#options;
    if (this.#state === "starting") print(...welcome(origin, port));
    if (this.#state === "restarting") print(describeReturn(origin));
    this.#state = "running";
    if (configuration.confirm()) site.rebuild(); // reports the problem
  }

  // Wrangler cannot run with the configuration. Returns whether another one can replace it.
  #refuse(reason: string): boolean {
    const isReplaced = this.#options.configuration.refuse(reason);
    this.#take();
    return isReplaced;
  }

  // After a build: the settings are in the content, and some other lines are for deployments.
  #follow(): void {
    const { config, configuration, print } = this.#options;
    if (this.#key === configuration.key) return;
    this.#take();
    if (this.#state === "running") {
      print(describeRestart(config));
      this.#state = "restarting";
    }
    this.#wrangler?.restart();
  }

  #take(): void {
    const { configuration } = this.#options;
    this.#key = configuration.key;
    this.#copy.update(configuration.current);
  }
}
