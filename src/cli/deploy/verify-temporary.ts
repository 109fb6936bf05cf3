import { DeploymentError } from "../wrangler/deployment-error.ts";
import type { WorkerConfig } from "./worker-config.ts";

const instead = "--preview shows a change of a deployed site";

/**
 * Refuses a temporary deployment of a site that has an address: its links would lead to the real site, and a temporary account has no
 * domains.
 * @param url `url` of the settings, which may be empty
 * @throws DeploymentError
 */
export function verifyTemporary(url: string, { hasRoutes, settingsTable }: Pick<WorkerConfig, "hasRoutes" | "settingsTable">): void {
  if (url !== "")
    throw new DeploymentError(
      `Cannot deploy temporarily for ${url}, which is url in ${settingsTable}: every link would lead there; ${instead}, or use an environment without url`,
    );
  if (hasRoutes)
    throw new DeploymentError(
      `Cannot deploy temporarily to the routes in wrangler.toml: a temporary account has no domains; ${instead}, or use an environment with routes = []`,
    );
}
