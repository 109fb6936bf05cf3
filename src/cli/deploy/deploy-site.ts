import { articlesFolder } from "../../build/source/articles-folder.ts";
import { readWranglerFile } from "../../build/source/wrangler-file.ts";
import { verifyCacheSetting } from "../../build/verify/verify-cache-setting.ts";
import type { CompiledContent } from "../../model/compiled-content.ts";
import { formatDiagnostic } from "../../model/diagnostic.ts";
import { clearProgress, type Print, showProgress } from "../../terminal/terminal.ts";
import { compareLiveIds } from "./compare-live-ids.ts";
import { deployAndPing } from "./deploy-and-ping.ts";
import type { WaitOptions } from "./live-version.ts";
import { watchedFeeds } from "./watched-feeds.ts";

/** A deployment, and everything that it depends on. */
export interface DeploySiteOptions extends WaitOptions {
  /** Path of wrangler.toml. */
  readonly config: string;
  /** True to deploy although ids of known entries would change. */
  readonly allowNewIds: boolean;
  readonly isDryRun: boolean;
  /** Compiles for a deployment; undefined if there are errors. */
  readonly compile: () => Promise<CompiledContent | undefined>;
  /** Runs `wrangler deploy`; resolves with its exit code. */
  readonly deploy: () => Promise<number>;
  /** Allows the host of a URL, which the owner gave, to be in a private network. */
  readonly trust?: (url: string) => void;
  readonly print: Print;
}

/**
 * Deploys, unless entries that subscribers know would get other ids, or the cache would answer with older documents.
 * @returns the exit code
 */
export async function deploySite(options: DeploySiteOptions): Promise<number> {
  const { allowNewIds, clock, compile, config, deploy, isDryRun, print, ...network } = options;
  const refused = verifyCacheSetting(readWranglerFile(config));
  if (refused.length > 0) {
    print(...refused.map(formatDiagnostic), "Nothing was deployed");
    return 1;
  }
  const content = isDryRun ? undefined : await compile();
  if (content === undefined) return deploy();

  const areUnchanged = await compareLiveIds({
    content,
    now: clock(),
    network: { ...network, now: clock },
    folder: articlesFolder(config, content),
    onProgress: showProgress,
    print,
  });
  clearProgress();
  if (!areUnchanged && !allowNewIds) {
    print("Nothing was deployed: subscribers would see old entries as new. Keep their ids, or run npm run deploy -- --allow-new-ids");
    return 1;
  }
  const watched = watchedFeeds(content, clock());
  if (watched === undefined) return deploy();
  network.trust?.(watched.hub);
  return deployAndPing({ ...watched, ...network, clock, deploy, print });
}
