import type { CompiledContent } from "../../model/compiled-content.ts";
import type { Print } from "../../terminal/terminal.ts";
import { DeploymentError } from "../wrangler/deployment-error.ts";
import { type SettingsTarget, writeSettings } from "../wrangler/write-settings.ts";
import { CloudflareError } from "./cloudflare-api.ts";
import type { CompileSite } from "./compile-site.ts";
import { placeholderOutcome } from "./placeholder.ts";
import type { ResolvedSite, WrittenSettings } from "./resolve-site.ts";

/** A site before its address is known, and everything that finds it. */
export interface PrepareOptions extends SettingsTarget {
  readonly written: WrittenSettings;
  readonly compile: CompileSite;
  /** Finds the address. */
  readonly resolve: () => Promise<ResolvedSite>;
  readonly print: Print;
  readonly complain: Print;
}

/** A compiled site that can be deployed. */
export interface PreparedSite {
  /** Path of the wrangler.toml with the complete settings. */
  readonly config: string;
  readonly content: CompiledContent;
  readonly isNew: boolean;
  /** The version that is live, which the site replaces; undefined before the first deployment, and for a placeholder. */
  readonly liveVersion: string | undefined;
  /** Writes the address and the base of the ids to wrangler.toml, after the deployment. Returns lines for the user. */
  readonly keep: () => readonly string[];
  readonly dispose: () => void;
}

/**
 * Finds the address of a site and the base of its ids, and compiles the site for them. Returns undefined after errors,
 * which it prints. With errors in articles, it asks Cloudflare nothing.
 */
export async function prepareSite(options: PrepareOptions): Promise<PreparedSite | undefined> {
  const { compile, complain, config, resolve, written } = options;
  let outcome = "Nothing was deployed";
  try {
    const content = await compile(config, written.url === "" ? "compile" : "deploy");
    if (content !== undefined) {
      const resolved = await resolve();
      if (resolved.hasPlaceholder) outcome = placeholderOutcome;
      const prepared = await completeSite(content, resolved, options);
      if (prepared !== undefined) return prepared;
    }
  } catch (error) {
    complain(describeError(error));
    if (error instanceof DeploymentError) outcome = error.outcome ?? outcome;
  }
  complain(outcome);
  return undefined;
}

// Writes the address and the base of the ids to a copy of wrangler.toml, and compiles again.
async function completeSite(
  content: CompiledContent,
  { changes, isNew, keepsWorkersDev, liveVersion, source, url }: ResolvedSite,
  { compile, print, ...options }: PrepareOptions,
): Promise<PreparedSite | undefined> {
  const site = { content, isNew, liveVersion };
  const isComplete = Object.keys(changes).length === 0;
  if (isComplete && !keepsWorkersDev) return { ...site, config: options.config, keep: () => [], dispose: () => {} };
  if (source !== undefined) print(`The address of the site is ${url}: ${source}`);
  else if (!isComplete) print(`Ids of entries are made from ${changes.idBase}, as those of the deployed site`);
  if (keepsWorkersDev) print(describeWorkersDev(options.environment));
  const { config, dispose, keep } = writeSettings({ ...changes }, { ...options, keepsWorkersDev });
  if (isComplete) return { ...site, config, keep: () => [], dispose };
  const completed = await compile(config, "deploy");
  if (completed !== undefined) return { ...site, config, content: completed, keep: () => [keep()], dispose };
  dispose();
  return undefined;
}

function describeWorkersDev(environment: string): string {
  const place = environment === "" ? "at the top of wrangler.toml" : `in [env.${environment}]`;
  return `The address on workers.dev stays on, for those who use it: write workers_dev = true ${place} to keep it, or false to switch it off`;
}

function describeError(error: unknown): string {
  if (error instanceof DeploymentError) return error.message;
  if (error instanceof CloudflareError) return `Cannot see what is deployed: ${error.message}${adviceFor(error)}`;
  throw error;
}

const malformedCodes = [6003, 6111]; // of headers that no token can have

const unroutableCodes = [7000, 7003]; // of a path with an id that no account can have

function adviceFor({ codes, isRefusal, status }: CloudflareError): string {
  if (codes.some((code) => malformedCodes.includes(code))) return "; correct CLOUDFLARE_API_TOKEN, or unset it and run npx wrangler login";
  if (isRefusal)
    return "; the token is invalid, has expired, lacks the permission Workers Scripts: Edit, or is not for the account in CLOUDFLARE_ACCOUNT_ID or account_id: npx wrangler whoami shows its accounts; otherwise create another one, or unset CLOUDFLARE_API_TOKEN and run npx wrangler login";
  if (codes.some((code) => unroutableCodes.includes(code)))
    return "; correct CLOUDFLARE_ACCOUNT_ID, or account_id in wrangler.toml: npx wrangler whoami shows the ids of your accounts";
  if (status === undefined) return "; check the connection, and run the command again";
  if (status >= 500 || status === 429) return "; run the command again later";
  return "";
}
