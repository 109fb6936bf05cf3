import { parseArgs } from "node:util";
import { articlesFolder } from "../../build/source/articles-folder.ts";
import { verifyCacheSetting } from "../../build/verify/verify-cache-setting.ts";
import type { CompiledContent } from "../../model/compiled-content.ts";
import { formatDiagnostic } from "../../model/diagnostic.ts";
import { clearProgress, type Print, showProgress } from "../../terminal/terminal.ts";
import { deployAndPing } from "./deploy-and-ping.ts";
import { idsAreUnchanged } from "./keeps-ids.ts";
import type { WaitOptions } from "./live-version.ts";
import { watchedFeeds } from "./watched-feeds.ts";

/** What a deployment depends on. */
export interface DeploySiteOptions extends WaitOptions {
  /** The wrangler environment where the arguments name none; empty for the top level. */
  readonly environment: string;
  /** Compiles for a deployment; undefined where an error stands in the way. */
  readonly compile: (config: string, environment: string) => Promise<CompiledContent | undefined>;
  /** Runs `wrangler deploy` with these arguments; resolves with its exit code. */
  readonly deploy: (args: readonly string[]) => Promise<number>;
  /** Allows the host of a URL, which the owner gave, to be in a private network. */
  readonly trust?: (url: string) => void;
  readonly print: Print;
}

const allowNewIds = "--allow-new-ids"; // ours alone: wrangler does not know it

/**
 * Deploys, unless entries that subscribers know would get other ids, or the cache would show what was before.
 * @param args those of `wrangler deploy`, and `--allow-new-ids`
 * @returns the exit code
 */
export async function deploySite(args: readonly string[], options: DeploySiteOptions): Promise<number> {
  const { clock, compile, deploy, print, ...network } = options;
  const { values } = parseArgs({
    args: [...args],
    strict: false,
    options: { config: { type: "string", short: "c" }, "dry-run": { type: "boolean" }, env: { type: "string", short: "e" } },
  });
  const run = () => deploy(args.filter((argument) => argument !== allowNewIds));
  const config = String(values.config ?? "wrangler.toml");
  const refused = verifyCacheSetting(config);
  if (refused.length > 0) {
    print(...refused.map(formatDiagnostic), "Nothing was deployed");
    return 1;
  }
  const content = values["dry-run"] ? undefined : await compile(config, String(values.env ?? options.environment));
  if (content === undefined) return run();

  const areKept = await idsAreUnchanged({
    content,
    now: clock(),
    network: { ...network, now: clock },
    folder: articlesFolder(config, content),
    onProgress: showProgress,
    print,
  });
  clearProgress();
  if (!areKept && !args.includes(allowNewIds)) {
    print(`Nothing was deployed: subscribers would see old entries as new. Keep their ids, or run npm run deploy -- ${allowNewIds}`);
    return 1;
  }
  const watched = watchedFeeds(content, clock());
  if (watched === undefined) return run();
  network.trust?.(watched.hub);
  return deployAndPing({ ...watched, ...network, clock, deploy: run, print });
}
