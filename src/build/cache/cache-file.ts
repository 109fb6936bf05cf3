import { dirname, join, resolve } from "node:path";

/** The site and the purpose of a build. */
export interface CachedBuild {
  /** Path of wrangler.toml. */
  readonly config: string;
  /** The wrangler environment; empty for the top level. */
  readonly environment: string;
  readonly development: boolean;
}

/** Returns the path of the cache file. A deployment and a preview have one each, since all their addresses differ. */
export function cacheFile({ config, development, environment }: CachedBuild): string {
  const name = `${encodeURIComponent(environment) || "site"}${development ? "-preview" : ""}`;
  return join(dirname(resolve(config)), "build", "cache", name);
}
