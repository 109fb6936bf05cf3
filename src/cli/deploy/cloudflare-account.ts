import type * as z from "zod";
import { canonicalHost } from "../../base/canonical-url.ts";
import { DeploymentError } from "../wrangler/deployment-error.ts";
import { describeFailedRun } from "../wrangler/describe-failed-run.ts";
import { jsonText } from "../wrangler/json-text.ts";
import type { RunWrangler, WranglerRun } from "../wrangler/run-wrangler.ts";
import { deploymentAnswer, domainsAnswer, subdomainAnswer, versionAnswer, workersDevAnswer } from "./answer-schemas.ts";
import { type CloudflareApi, CloudflareError } from "./cloudflare-api.ts";
import { createApiReader, type DeployedWorker, notFoundCode, readDeployedWorker, versionsOf } from "./deployed-worker.ts";
import { findZone, type ZoneState } from "./find-zone.ts";
import { deployPlaceholder, type PlaceholderOptions } from "./placeholder.ts";

/** The account into which a Worker is deployed. All methods throw a CloudflareError or a DeploymentError if they cannot answer. */
export interface CloudflareAccount {
  readWorker(): Promise<DeployedWorker>;
  /** Returns the workers.dev subdomain. */
  subdomain(): Promise<Subdomain>;
  /** Returns the name of the Worker that has the custom domain; undefined if no Worker has it. */
  domainOwner(host: string): Promise<string | undefined>;
  /** Returns whether the account has the zone of the host. */
  zoneOf(host: string): Promise<ZoneState>;
  /** Returns whether the Worker, which exists, is served below workers.dev. */
  hasWorkersDev(): Promise<boolean>;
  /** Deploys a placeholder, and returns its address. */
  reserveName(): Promise<string>;
}

/** The workers.dev subdomain of an account. It is unknown if the credentials do not allow to read it. */
export type Subdomain = { readonly name: string } | "missing" | "unknown";

/** Creates an account that is read through Cloudflare's API. */
export function createApiAccount(
  api: CloudflareApi,
  accountId: string,
  worker: PlaceholderOptions["worker"],
  runWrangler: RunWrangler,
): CloudflareAccount {
  const account = `/accounts/${encodeURIComponent(accountId)}`;
  return {
    readWorker: () => readDeployedWorker(createApiReader(api, accountId, worker.name)),
    async subdomain() {
      try {
        const { subdomain } = await api.get(`${account}/workers/subdomain`, subdomainAnswer);
        return subdomain === undefined ? "missing" : { name: subdomain };
      } catch (error) {
        if (!(error instanceof CloudflareError)) throw error;
        if (error.codes.includes(notFoundCode)) return "missing";
        if (error.isRefusal) return "unknown";
        throw error;
      }
    },
    async domainOwner(host) {
      const domains = await api.get(`${account}/workers/domains?hostname=${encodeURIComponent(host)}`, domainsAnswer);
      return domains.find(({ hostname }) => canonicalHost(hostname) === host)?.service;
    },
    zoneOf: (host) => findZone(api, accountId, host),
    async hasWorkersDev() {
      const { enabled } = await api.get(`${account}/workers/scripts/${encodeURIComponent(worker.name)}/subdomain`, workersDevAnswer);
      return enabled;
    },
    async reserveName() {
      const { url } = await deployPlaceholder({ worker, accountId, isTemporary: false, runWrangler });
      return url;
    },
  };
}

/**
 * Creates the temporary account of `wrangler deploy --temporary`. Only wrangler has its credentials.
 * @param onRun receives each run, whose output contains the address at which the account can be claimed
 */
export function createTemporaryAccount(
  worker: PlaceholderOptions["worker"],
  config: string,
  run: RunWrangler,
  onRun: (run: WranglerRun) => void,
): CloudflareAccount {
  const runWrangler: RunWrangler = async (args, env) => {
    const result = await run(args, env);
    onRun(result);
    return result;
  };
  const read = async <Result>(schema: z.ZodType<Result>, ...args: readonly string[]): Promise<Result | undefined> => {
    const result = await runWrangler([...args, "--json", "--temporary", "--name", worker.name, "--config", config, "--env="]);
    if (result.exitCode === 0) {
      const { data, success } = jsonText.pipe(schema).safeParse(result.stdout);
      if (success) return data;
      throw new DeploymentError(`Cannot see what is deployed: cannot read the output of wrangler ${args.join(" ")}`);
    }
    if (result.records.some(({ code }) => code === notFoundCode)) return undefined;
    throw new DeploymentError(describeFailedRun(result, "deploy temporarily").join(". "));
  };
  return {
    readWorker: () =>
      readDeployedWorker({
        async liveVersions() {
          const deployment = await read(deploymentAnswer, "deployments", "status");
          return deployment && versionsOf(deployment);
        },
        async bindings(version) {
          const found = await read(versionAnswer, "versions", "view", version);
          return found?.resources.bindings ?? [];
        },
      }),
    subdomain: async () => "unknown",
    domainOwner: async () => undefined,
    zoneOf: async () => "unknown",
    hasWorkersDev: async () => false, // a temporary deployment has no routes, which would switch it off
    async reserveName() {
      const { url } = await deployPlaceholder({ worker, accountId: undefined, isTemporary: true, runWrangler });
      return url;
    },
  };
}
