import { dirname, join, resolve } from "node:path";
import type { BuildPurpose } from "../../model/build-purpose.ts";

/** The site and the purpose of a build. */
export interface CachedBuild {
  /** Path of wrangler.toml. */
  readonly config: string;
  /** The wrangler environment; empty for the top level. */
  readonly environment: string;
  readonly purpose: BuildPurpose;
}

/** Returns the path of the cache file. A deployment and a preview have one each, since all their addresses differ. */
export function cacheFile({ config, environment, purpose }: CachedBuild): string {
  const name = `${encodeURIComponent(environment) || "site"}${purpose === "start" ? "-preview" : ""}`;
  return join(dirname(resolve(config)), "build", "cache", name);
}
