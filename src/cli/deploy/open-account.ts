import { apiUrlOf } from "../wrangler/api-url.ts";
import type { WranglerRun } from "../wrangler/run-wrangler.ts";
import { type CloudflareAccount, createApiAccount, createTemporaryAccount } from "./cloudflare-account.ts";
import { createCloudflareApi } from "./cloudflare-api.ts";
import { type CredentialSources, findAccount, findCredentials } from "./credentials.ts";
import type { NamedWorker } from "./worker-config.ts";

/** The Worker, and the sources of the credentials of its account. */
export interface OpenOptions extends CredentialSources {
  readonly worker: NamedWorker;
  readonly isTemporary: boolean;
  readonly fetch: typeof globalThis.fetch;
  readonly wait: (milliseconds: number) => Promise<void>;
  /** Receives the runs of wrangler that create a temporary account. */
  readonly onTemporaryRun: (run: WranglerRun) => void;
}

/** An account, and its id, which only wrangler has if the account is temporary. */
export interface OpenedAccount {
  readonly account: CloudflareAccount;
  readonly id: string | undefined;
}

/** Opens the account into which the Worker is deployed. @throws DeploymentError or CloudflareError */
export async function openAccount(options: OpenOptions): Promise<OpenedAccount> {
  const { config, env, fetch, isTemporary, onTemporaryRun, runWrangler, wait, worker } = options;
  if (isTemporary) return { account: createTemporaryAccount(worker, config, runWrangler, onTemporaryRun), id: undefined };
  const credentials = await findCredentials(options);
  const api = createCloudflareApi({ credentials, baseUrl: apiUrlOf(env), fetch, wait });
  const id = worker.accountId ?? (await findAccount(api));
  return { account: createApiAccount(api, id, worker, runWrangler), id };
}
