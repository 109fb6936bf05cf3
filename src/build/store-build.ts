import { dirname, join, resolve } from "node:path";
import type { CompiledContent } from "../model/compiled-content.ts";
import type { Print } from "../terminal/terminal.ts";
import type { BuildResult } from "./build.ts";
import type { BuildOptions } from "./build-options.ts";
import { cacheFile } from "./cache/cache-file.ts";
import type { KnownChunks } from "./cache/chunk-cache.ts";
import { keepCache } from "./cache/compile-cache.ts";
import type { MediaFolder } from "./source/media-folder.ts";
import { writeBuild } from "./write-build.ts";

/**
 * Writes the results of a build into `build/`, next to wrangler.toml; after errors only the cache.
 * @throws Failure if they cannot be written
 */
export async function storeBuild(result: BuildResult, options: BuildOptions, print: Print): Promise<void> {
  const { cache, content, hasCacheChanges, media } = result;
  const folder = join(dirname(resolve(options.config)), "build");
  const chunks = content && media ? await write(folder, content, media, options.now, cache?.chunks) : cache?.chunks;
  if (cache === undefined || chunks === undefined || !hasCacheChanges) return;
  const fault = keepCache(cacheFile(options), { ...cache, chunks });
  if (fault !== undefined) print(fault);
}

// `npm start` serves the articles to the Worker by itself. The bundle contains neither them nor their pictures: it might be deployed.
function write(
  folder: string,
  content: CompiledContent,
  media: MediaFolder,
  now: number,
  known: KnownChunks | undefined,
): Promise<KnownChunks> {
  if (!content.development) return writeBuild(folder, content, media, now, known);
  const empty: CompiledContent = { ...content, entries: [], recordings: {}, redirects: { moved: {}, gone: [] } };
  return writeBuild(folder, empty, { ...media, published: new Map() }, now, known);
}
