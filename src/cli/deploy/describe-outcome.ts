import { retry } from "../../network/retry.ts";
import { DeploymentError } from "../wrangler/deployment-error.ts";
import type { CloudflareAccount } from "./cloudflare-account.ts";
import { CloudflareError } from "./cloudflare-api.ts";
import type { DeployedWorker } from "./deployed-worker.ts";
import { placeholderOutcome } from "./placeholder.ts";

/** The account, and what was live in it before. */
export interface OutcomeOptions {
  readonly account: Pick<CloudflareAccount, "readWorker">;
  /** The version before the deployment; undefined if there was none, or a placeholder. */
  readonly formerVersion: string | undefined;
  /** Resolves after the milliseconds. */
  readonly wait: (milliseconds: number) => Promise<void>;
}

const attempts = 2;
const pause = 3000; // Cloudflare may still be at work for a request whose connection has broken

/** Asks Cloudflare what is live after a deployment that failed, and describes it in one sentence. */
export async function describeOutcome({ account, formerVersion, wait }: OutcomeOptions): Promise<string> {
  try {
    const delayOf = (worker: DeployedWorker) => (isNew(worker, formerVersion) ? undefined : 0);
    const { result } = await retry(() => account.readWorker(), { attempts, pause, wait, delayOf });
    return isNew(result, formerVersion) ? newOutcome : describeFormer(result);
  } catch (error) {
    if (error instanceof CloudflareError) return `Cannot find out whether the new version is live: ${error.message}; ${again}`;
    if (error instanceof DeploymentError) return `Cannot find out whether the new version is live; ${again}`; // with the same reason
    throw error;
  }
}

// Wrangler configures them last.
const newOutcome = "The new version is live, as Cloudflare reports: its addresses and schedules may be incomplete until you deploy again";
const again = "run the command again later, which deploys it in any case";

function isNew(worker: DeployedWorker, formerVersion: string | undefined): boolean {
  return (worker.state === "site" || worker.state === "foreign") && worker.version !== formerVersion;
}

function describeFormer({ state }: DeployedWorker): string {
  if (state === "empty") return placeholderOutcome;
  if (state === "missing") return "Nothing was deployed: Cloudflare reports no Worker of this name";
  return "Nothing was deployed: Cloudflare reports that the version before is still live";
}
