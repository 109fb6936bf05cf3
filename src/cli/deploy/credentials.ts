import { DeploymentError } from "../wrangler/deployment-error.ts";
import type { RunWrangler } from "../wrangler/run-wrangler.ts";
import { accountsAnswer, loginAnswer } from "./answer-schemas.ts";
import { type CloudflareApi, CloudflareError, type Credentials } from "./cloudflare-api.ts";

/** The environment, and wrangler, which has the credentials of `wrangler login`. */
export interface CredentialSources {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Path of wrangler.toml. */
  readonly config: string;
  readonly runWrangler: RunWrangler;
  /** Lets a person log in; undefined without a terminal. */
  readonly login?: (() => Promise<unknown>) | undefined;
}

const notLoggedIn =
  "Cannot deploy: you are not logged in to Cloudflare; run npx wrangler login, or set CLOUDFLARE_API_TOKEN; npm run deploy -- --temporary needs no account";

const loginAgain = "run npx wrangler login, or set CLOUDFLARE_API_TOKEN";

/** Returns the credentials that wrangler would use. @throws DeploymentError */
export async function findCredentials(sources: CredentialSources): Promise<Credentials> {
  const { CLOUDFLARE_API_TOKEN: token } = sources.env;
  if (token) return { token };
  const found = await askWrangler(sources);
  if (found !== undefined) return found;
  await sources.login?.();
  const fresh = sources.login === undefined ? undefined : await askWrangler(sources);
  if (fresh === undefined) throw new DeploymentError(notLoggedIn);
  return fresh;
}

// Wrangler refreshes a token that has expired.
async function askWrangler({ config, runWrangler }: CredentialSources): Promise<Credentials | undefined> {
  const { exitCode, records, stdout } = await runWrangler(["auth", "token", "--json", "--config", config]);
  if (exitCode === 0) {
    const { data: found } = loginAnswer.safeParse(stdout);
    if (found === undefined) throw new DeploymentError(`Cannot read the login of wrangler: its output has an unknown form; ${loginAgain}`);
    return found.type === "api_key" ? { email: found.email, key: found.key } : { token: found.token };
  }
  const message = records.find(({ type }) => type === "command-failed")?.message ?? "";
  if (/^Not logged in/.test(message)) return undefined;
  throw new DeploymentError(`Cannot read the login of wrangler: ${message}; ${loginAgain}`);
}

const shown = 5;

/** Returns the only account of the credentials. @throws DeploymentError if there are several */
export async function findAccount(api: CloudflareApi): Promise<string> {
  const accounts = await api.get("/accounts?per_page=50", accountsAnswer).catch((error: unknown) => {
    if (error instanceof CloudflareError && error.isRefusal)
      throw new DeploymentError(
        `Cannot find your account: ${error.message}; the token may be invalid or expired; create another one, or set CLOUDFLARE_ACCOUNT_ID`,
      );
    throw error;
  });
  const [account, ...others] = accounts;
  if (account === undefined) throw new DeploymentError("Cannot find your account: the token belongs to none; set CLOUDFLARE_ACCOUNT_ID");
  if (others.length === 0) return account.id;
  const list = accounts.slice(0, shown).map(({ id, name }) => `${id} (${name})`);
  const more = accounts.length > shown ? `, and ${accounts.length - shown} more` : "";
  throw new DeploymentError(
    `Cannot choose an account: add account_id = "…" at the top of wrangler.toml, with one of ${list.join(", ")}${more}`,
  );
}
