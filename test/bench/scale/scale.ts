import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { JsonFeed } from "../contenders/json-feed.ts";
import { describeMachine, type Machine, packageVersion } from "../machine.ts";
import { workFolder } from "../project.ts";
import { type ColdStart, measureColdStarts } from "../serving/cold-start.ts";
import { bundleOther, bundleOurs, documentsOf } from "../serving/contenders.ts";
import { formats } from "../serving/own-documents.ts";
import { type LoadOptions, measureTargets, type Speed, summarizeRounds, type Target } from "../serving/throughput.ts";
import { verifyDocument } from "../serving/verify.ts";
import { summarize } from "../statistics.ts";
import { serverCore } from "../workerd/pinned.ts";
import type { WorkerBundle } from "../workerd/worker-bundle.ts";
import { startWorkerd } from "../workerd/workerd.ts";

/** The options of a measurement. */
export interface ScaleOptions extends LoadOptions {
  readonly sizes: readonly number[];
  readonly starts: number;
}

/** The results for sites of growing size. */
export interface ScaleResult {
  readonly machine: Machine;
  readonly generator: string;
  readonly rounds: number;
  readonly seconds: number;
  readonly starts: number;
  readonly articleLength: number;
  readonly limit: number;
  /** The start times of workerd itself and of a Worker with constant bytes, in milliseconds. */
  readonly empty: ColdStart;
  readonly bare: ColdStart;
  readonly sites: readonly (SiteResult | ImpossibleSite)[];
}

export interface SiteResult {
  readonly articles: number;
  /** Of the script. */
  readonly bytes: number;
  readonly gzipBytes: number;
  readonly assets: { readonly files: number; readonly bytes: number };
  readonly coldStart: ColdStart;
  /** Bytes of resident memory under load. */
  readonly memory: number;
  readonly full: Speed;
  readonly notModified: Speed;
}

/** A site that cannot be built. */
export interface ImpossibleSite {
  readonly articles: number;
  /** The last line of the output of the build. */
  readonly error: string;
}

interface BuiltSite {
  readonly articles: number;
  readonly name: string;
  readonly bundle: WorkerBundle;
}

const articleLength = 6000;
const limit = 10; // the smallest site has no more: all feeds are equally long

/** Builds sites of all sizes, and measures them in the same rounds. */
export async function measureScale(options: ScaleOptions): Promise<ScaleResult> {
  const { generator, rounds, say, seconds, sizes, starts } = options;
  const machine = describeMachine({ workerd: packageVersion("workerd"), wrangler: packageVersion("wrangler") });
  const built: BuiltSite[] = [];
  const impossible: ImpossibleSite[] = [];
  for (const articles of sizes) {
    say(`Compiling and bundling ${articles} articles`);
    const site = await buildSite(articles);
    if ("error" in site) impossible.push(site);
    else built.push(site);
  }
  const [smallest] = built;
  if (smallest === undefined) throw new Error(`Cannot build any site: ${impossible[0]?.error}`);
  const documents = await documentsOf(smallest);
  const others = new Map<string, WorkerBundle>();
  for (const name of ["empty", "bare"]) others.set(name, await bundleOther(name, documents, "{}", `scale-${name}`));

  say(`Starting each of them ${starts} times`);
  const starters = [...built.map(({ bundle, name }) => [name, bundle] as const), ...others];
  const coldStarts = await measureColdStarts(
    starters.map(([name, { config }]) => ({ name, config, path: formats.RSS })),
    starts,
  );
  const coldStartOf = (name: string) => coldStarts.get(name) as ColdStart;
  const speeds = await measureSpeeds(built, options);
  const sites = built.map(({ articles, bundle: { bytes, gzipBytes }, name }) => ({
    articles,
    bytes,
    gzipBytes,
    assets: assetsOf(name),
    coldStart: coldStartOf(name),
    ...(speeds.get(name) as Speeds),
  }));
  return {
    machine,
    generator: generator.name,
    ...{ rounds, seconds, starts, articleLength, limit },
    empty: coldStartOf("empty"),
    bare: coldStartOf("bare"),
    sites: [...sites, ...impossible].sort((a, b) => a.articles - b.articles),
  };
}

async function buildSite(articles: number): Promise<BuiltSite | ImpossibleSite> {
  const name = `scale-${articles}`;
  try {
    return { articles, name, bundle: await bundleOurs(name, articles, articleLength, { limit }) };
  } catch (error) {
    const { stdout = "", stderr = "", message } = error as Error & { readonly stdout?: string; readonly stderr?: string };
    const problem = /^.*\berror\b.*$/im.exec(stdout + stderr)?.[0]; // as the build words its problems
    return { articles, error: problem ?? message };
  }
}

type Speeds = Pick<SiteResult, "memory" | "full" | "notModified">;

async function measureSpeeds(sites: readonly BuiltSite[], options: ScaleOptions): Promise<ReadonlyMap<string, Speeds>> {
  const targets: Omit<Target, "kind">[] = [];
  for (const site of sites) targets.push(await targetOf(site));
  options.say("RSS, 200");
  const full = await measureTargets(
    targets.map((target) => ({ ...target, kind: "200" as const })),
    options,
  );
  options.say("RSS, 304");
  const notModified = await measureTargets(
    targets.map((target) => ({ ...target, kind: "304" as const })),
    options,
  );
  const smallest = sites[0]?.name ?? "";
  return new Map(
    targets.map(({ contender }) => [
      contender,
      {
        memory: summarize(full.of(contender).map(({ memory }) => memory)).median,
        full: summarizeRounds(full, contender, smallest),
        notModified: summarizeRounds(notModified, contender, smallest),
      },
    ]),
  );
}

async function targetOf({ bundle, name }: BuiltSite): Promise<Omit<Target, "kind">> {
  const workerd = await startWorkerd(bundle.config, serverCore);
  try {
    const document = await verifyDocument(workerd.port, name, "RSS", await feedOf({ bundle }));
    return { contender: name, config: bundle.config, document };
  } finally {
    await workerd.stop();
  }
}

async function feedOf(site: Pick<BuiltSite, "bundle">): Promise<JsonFeed> {
  const json = (await documentsOf(site)).find(({ path }) => path === formats.JSON);
  return JSON.parse(json?.body ?? "") as JsonFeed;
}

function assetsOf(name: string): SiteResult["assets"] {
  const files = readdirSync(join(workFolder, name, "build/public"), { recursive: true, withFileTypes: true }).filter((file) =>
    file.isFile(),
  );
  return { files: files.length, bytes: files.reduce((sum, { name: file, parentPath }) => sum + statSync(join(parentPath, file)).size, 0) };
}
