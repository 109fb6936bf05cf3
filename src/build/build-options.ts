import type { BuildPurpose } from "../model/build-purpose.ts";
import type { LiveDates } from "../model/compiled-content.ts";
import type { PoolSize } from "./build-compiler.ts";
import type { StoredCache } from "./cache/compile-cache.ts";
import type { WranglerFile } from "./wrangler/wrangler-file.ts";

/** The purpose and the inputs of a build. */
export interface BuildOptions {
  /** Path of wrangler.toml; articles/ and build/ are next to it. */
  readonly config: string;
  /** The wrangler environment; empty for the top level. */
  readonly environment: string;
  readonly purpose: BuildPurpose;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** The cache of the last build; by default the one in build/. */
  readonly cache?: StoredCache | undefined;
  /** The last wrangler.toml that could be read: during development, it is used while the file cannot be read. */
  readonly fallback?: WranglerFile;
  readonly liveDates?: LiveDates | undefined;
  readonly pool?: PoolSize;
}
