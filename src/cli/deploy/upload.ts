import { settingsTable } from "../../build/wrangler/edit-settings.ts";
import { exitCodes } from "../../terminal/exit-codes.ts";
import type { Print } from "../../terminal/terminal.ts";
import { describeFailedRun, type RunPurpose } from "../wrangler/describe-failed-run.ts";
import { forwardRecords, nameOwnFile, type RunWrangler, type WranglerRun } from "../wrangler/run-wrangler.ts";
import { wranglerArguments } from "../wrangler/wrangler-arguments.ts";
import { CloudflareError } from "./cloudflare-api.ts";
import { deploymentOf, describeDeployment, describePreview, isAmongTargets } from "./describe-run.ts";

/** A deployment by wrangler. */
export interface UploadOptions {
  /** The arguments of `npm run deploy`. */
  readonly args: readonly string[];
  /** Path of the wrangler.toml with the complete settings. */
  readonly config: string;
  /** Path of the wrangler.toml that the user has, which messages name. */
  readonly ownConfig: string;
  readonly environment: string;
  readonly accountId: string | undefined;
  /** The address for which the site was compiled. */
  readonly url: string;
  readonly isDryRun: boolean;
  /** True to upload a version that does not become the site. */
  readonly isPreview: boolean;
  readonly isTemporary: boolean;
  /** Asks what is live after a failure, and describes it in one sentence. Undefined for a dry run. */
  readonly describeOutcome?: (() => Promise<string>) | undefined;
  /** Returns the Worker that has a custom domain. Undefined for a dry run. */
  readonly domainOwner?: ((host: string) => Promise<string | undefined>) | undefined;
  /** The variables of the process, for the file in which a CI system wants to see the result. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Variables for the build that wrangler runs. */
  readonly buildEnv: Readonly<Record<string, string>>;
  readonly runWrangler: RunWrangler;
  readonly onRun: (run: WranglerRun) => void;
  readonly print: Print;
  readonly complain: Print;
}

/** Deploys the compiled site with wrangler, and prints the result. Returns the exit code. */
export async function upload(options: UploadOptions): Promise<number> {
  const { accountId, args, buildEnv, complain, config, env, environment, isDryRun, isPreview, onRun, ownConfig, print, runWrangler, url } =
    options;
  const command = isPreview ? ["versions", "upload"] : ["deploy"];
  const run = await runWrangler([...command, ...wranglerArguments(args), "--config", config, `--env=${environment}`], {
    ...buildEnv,
    ...(accountId !== undefined && { CLOUDFLARE_ACCOUNT_ID: accountId }),
  });
  onRun(run);
  const result = nameOwnFile(run, config, ownConfig);
  forwardRecords(result.records, env);
  if (result.exitCode !== 0) complain(...describeFailedRun(result, purposeOf(options)), await outcomeOf(result, options));
  else if (isDryRun) print("Built everything; nothing was deployed");
  else if (isPreview) print(...describePreview(result));
  else print(...describeDeployment(result, { url, isDomain: await isDomain(result, options), table: settingsTable(environment) }));
  return result.exitCode === 0 ? exitCodes.ok : exitCodes.problems;
}

// A domain may be connected in the dashboard, or still be connected after its lines were removed from wrangler.toml.
async function isDomain(run: WranglerRun, { domainOwner, url }: UploadOptions): Promise<boolean> {
  if (domainOwner === undefined || isAmongTargets(url, run)) return false;
  const name = deploymentOf(run)?.worker_name;
  try {
    return (await domainOwner(new URL(url).host)) === name;
  } catch (error) {
    if (error instanceof CloudflareError) return true; // it cannot be seen, so that nothing is wrong as far as is known
    throw error;
  }
}

function purposeOf({ isPreview, isTemporary }: UploadOptions): RunPurpose {
  if (isPreview) return "upload a preview";
  return isTemporary ? "deploy temporarily" : "deploy";
}

async function outcomeOf({ stdout }: WranglerRun, { describeOutcome, isPreview }: UploadOptions): Promise<string> {
  if (describeOutcome === undefined) return "Nothing was deployed";
  if (!isPreview) return describeOutcome();
  const isUploaded = /^Uploaded \S+ \(/m.test(stdout); // the address comes last
  return isUploaded ? "The preview was uploaded before that; the site is unchanged" : "The site is unchanged";
}
