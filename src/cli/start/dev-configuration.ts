import { isDeepStrictEqual } from "node:util";
import { stringify } from "smol-toml";
import { configurationOf, isOfSample, sampleConfiguration } from "../../build/wrangler/configuration.ts";
import { describeComplaint } from "../../build/wrangler/verify-configuration.ts";
import { parseWranglerFile, type WranglerFile } from "../../build/wrangler/wrangler-file.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";

// The lines of the project, instead of a wrangler.toml that is already broken when npm start begins. Most sites have no others, so that wrangler
// need not start again when the file is fixed. The build command would fail, because it reads the file.
const { build: _, ...lines } = sampleConfiguration;
const stopgap = stringify({ ...lines, vars: { SITE: {} } });

/** Returns a wrangler.toml with the lines of the project, and without settings. @param environment empty for the top level */
export function stopgapFile(config: string, environment: string): WranglerFile {
  const table = environment === "" ? "" : `\n[env.${JSON.stringify(environment)}.vars.SITE]\n`;
  return parseWranglerFile(stopgap + table, config);
}

/** Returns the errors and warnings of a wrangler.toml, as wrangler reports them. */
export type VerifyConfiguration = (file: WranglerFile) => Promise<readonly Diagnostic[]>;

/**
 * The wrangler.toml with which `wrangler dev` runs: the last one that wrangler accepts. With any other file wrangler would exit. It finds some
 * faults when it reads the file, and others only when it starts the Worker.
 */
export class DevConfiguration {
  #current: WranglerFile;
  #running: WranglerFile;
  readonly #environment: string;
  readonly #verify: VerifyConfiguration;
  #verified: { readonly file: WranglerFile; readonly problems: readonly Diagnostic[] } | undefined;
  #refused: { readonly key: string; readonly reason: string; isReported: boolean } | undefined;

  /** @param initial runs until another file is accepted */
  constructor(initial: WranglerFile, environment: string, verify: VerifyConfiguration) {
    this.#environment = environment;
    this.#current = initial;
    this.#running = initial;
    this.#verify = verify;
  }

  /** The file for wrangler. */
  get current(): WranglerFile {
    return this.#current;
  }

  /** Identifies the part of the current file that `wrangler dev` reads. */
  get key(): string {
    return this.#runKeyOf(this.#current);
  }

  #runKeyOf(file: WranglerFile): string {
    const { env, ...top } = configurationOf(file) as { readonly env?: Readonly<Record<string, object>> };
    return JSON.stringify([top, env?.[this.#environment] ?? {}].map(withoutDeployment));
  }

  /** Takes a file that could be parsed, unless wrangler refuses it. Returns its problems. */
  async offer(file: WranglerFile): Promise<readonly Diagnostic[]> {
    const problems = [...(await this.#verifyOnce(file)), ...this.#refusals(file)];
    if (problems.every(({ severity }) => severity === "warning")) this.#current = file;
    return problems;
  }

  // An edit of the settings changes nothing for wrangler, but the lines of its complaints.
  async #verifyOnce(file: WranglerFile): Promise<readonly Diagnostic[]> {
    const known = this.#verified;
    const isKnown = known !== undefined && isDeepStrictEqual(configurationOf(known.file), configurationOf(file));
    if (isKnown && (known.problems.length === 0 || known.file.text === file.text)) return known.problems;
    const problems = await this.#verify(file);
    this.#verified = { file, problems };
    return problems;
  }

  #refusals(file: WranglerFile): Diagnostic[] {
    if (this.#refused?.key !== this.#runKeyOf(file)) return [];
    this.#refused.isReported = true;
    return [describeComplaint(file, this.#environment, "error", `Cannot run wrangler with this file: ${this.#refused.reason}`)];
  }

  /** Remembers that wrangler runs with the current file. Returns true if it has refused another one, which no `offer` has reported yet. */
  confirm(): boolean {
    this.#running = this.#current;
    return this.#refused?.isReported === false;
  }

  /**
   * Returns to the last file with which wrangler ran, since it cannot start with the current one.
   * @param reason in the words of wrangler
   * @returns false if it ran with the current file before
   */
  refuse(reason: string): boolean {
    if (this.key === this.#runKeyOf(this.#running)) {
      this.#refused = undefined; // the cause is elsewhere, as in src/
      return false;
    }
    this.#refused = { key: this.key, reason, isReported: false };
    this.#current = this.#running;
    return true;
  }
}

// The lines that concern deployments alone. A change of them needs no restart.
const deploymentKeys: ReadonlySet<string> = new Set([
  ...["account_id", "logpush", "name", "observability", "placement", "preview_urls", "route", "routes"],
  ...["send_metrics", "tail_consumers", "triggers", "upload_source_maps", "workers_dev"],
]);

// `npm start` itself compiles the articles, so that the build command of the project changes nothing for wrangler.
function withoutDeployment(table: object): object {
  const isRead = (key: string, value: unknown) => !deploymentKeys.has(key) && !(key === "build" && isOfSample(key, value));
  return Object.fromEntries(Object.entries(table).filter(([key, value]) => isRead(key, value)));
}
