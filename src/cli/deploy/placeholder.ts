import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stringify } from "smol-toml";
import { sampleCompatibilityDate } from "../../build/wrangler/configuration.ts";
import { DeploymentError } from "../wrangler/deployment-error.ts";
import { describeFailedRun } from "../wrangler/describe-failed-run.ts";
import type { RunWrangler, WranglerRun } from "../wrangler/run-wrangler.ts";
import { placeholderVariable } from "./deployed-worker.ts";
import { deploymentOf } from "./describe-run.ts";
import type { NamedWorker } from "./worker-config.ts";

/** The Worker that a placeholder reserves the name of. */
export interface PlaceholderOptions {
  readonly worker: Pick<NamedWorker, "name" | "settingsTable">;
  readonly accountId: string | undefined;
  readonly isTemporary: boolean;
  readonly runWrangler: RunWrangler;
}

// Caches do not store it, and readers ask again.
const program = `export default {
  fetch: () => new Response("This site will be here soon.\\n", {
    status: 503,
    headers: { "cache-control": "no-store", "content-type": "text/plain", "retry-after": "300" },
  }),
};
`;

/**
 * Deploys a Worker that answers 503, to learn the address that Cloudflare gives to the name. The caller makes sure that no other
 * Worker has the name.
 * @throws DeploymentError
 */
export async function deployPlaceholder(options: PlaceholderOptions): Promise<{ readonly url: string; readonly run: WranglerRun }> {
  const { accountId, isTemporary, runWrangler, worker } = options;
  const folder = mkdtempSync(join(tmpdir(), "broadsheet-"));
  try {
    const config = join(folder, "wrangler.toml");
    writeFileSync(join(folder, "placeholder.js"), program);
    writeFileSync(
      config,
      stringify({
        ...{
          name: worker.name,
          main: "placeholder.js",
          compatibility_date: sampleCompatibilityDate,
          workers_dev: true,
          send_metrics: false,
        },
        ...(accountId !== undefined && { account_id: accountId }),
        vars: { [placeholderVariable]: "true" },
      }),
    );
    const run = await runWrangler(["deploy", "--config", config, "--env=", ...(isTemporary ? ["--temporary"] : [])]);
    if (run.exitCode !== 0) throw new DeploymentError(describeFailedRun(run, isTemporary ? "deploy temporarily" : "deploy").join(". "));
    return { url: addressOf(run, worker), run };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function addressOf(run: WranglerRun, { settingsTable }: PlaceholderOptions["worker"]): string {
  const targets = deploymentOf(run)?.targets ?? [];
  const address = targets.map((target) => URL.parse(target)).find((url) => url?.protocol === "https:");
  if (address === undefined || address === null)
    throw new DeploymentError(
      `Cannot find the address of the placeholder: wrangler reported none; write url = "https://…" in ${settingsTable}`,
    );
  return address.origin;
}

/** The outcome of a deployment that failed after the placeholder, and before the site. */
export const placeholderOutcome = "Only a placeholder was deployed: it answers 503 until you deploy the site";
