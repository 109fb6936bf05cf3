import type { Print } from "../../terminal/terminal.ts";
import { describeDeployment, describeFailedRun, describePreview } from "./describe-run.ts";
import { forwardRecords, type RunWrangler, type WranglerRun } from "./run-wrangler.ts";
import { wranglerArguments } from "./wrangler-arguments.ts";

/** A deployment by wrangler. */
export interface UploadOptions {
  /** The arguments of `npm run deploy`. */
  readonly args: readonly string[];
  /** Path of the wrangler.toml with the complete settings. */
  readonly config: string;
  readonly environment: string;
  readonly accountId: string | undefined;
  /** The address for which the site was compiled. */
  readonly url: string;
  readonly isDryRun: boolean;
  /** True to upload a version that does not become the site. */
  readonly isPreview: boolean;
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
  const { accountId, args, buildEnv, complain, config, env, environment, isDryRun, isPreview, onRun, print, runWrangler, url } = options;
  const command = isPreview ? ["versions", "upload"] : ["deploy"];
  const result = await runWrangler([...command, ...wranglerArguments(args), "--config", config, `--env=${environment}`], {
    ...buildEnv,
    ...(accountId !== undefined && { CLOUDFLARE_ACCOUNT_ID: accountId }),
  });
  onRun(result);
  forwardRecords(result.records, env);
  if (result.exitCode !== 0) complain(...describeFailedRun(result));
  else if (isDryRun) print("Built everything; nothing was deployed");
  else print(...(isPreview ? describePreview(result) : describeDeployment(result, url)));
  return result.exitCode === 0 ? 0 : 1;
}
