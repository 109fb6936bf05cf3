import type { CompiledContent, LiveDates } from "../../model/compiled-content.ts";
import { exitCodes } from "../../terminal/exit-codes.ts";
import { clearProgress, type Line, type Print, showProgress } from "../../terminal/terminal.ts";
import { articlesFolder } from "../doctor/articles-folder.ts";
import { briefLines } from "../report/brief-problems.ts";
import { deployAndPing } from "./deploy-and-ping.ts";
import { compareLiveIds } from "./live/compare-live-ids.ts";
import { readLiveDates } from "./live/live-dates.ts";
import type { WaitOptions } from "./live/live-version.ts";
import { feedsAt, watchedFeeds } from "./live/watched-feeds.ts";

/** A deployment, and everything that it depends on. */
export interface DeploySiteOptions extends WaitOptions {
  /** Path of wrangler.toml. */
  readonly config: string;
  /** The content that is deployed. */
  readonly content: CompiledContent;
  /** True to deploy although ids of known entries would change. */
  readonly allowNewIds: boolean;
  /** True if there is no site to compare with at this address. */
  readonly isNew: boolean;
  /** Runs `wrangler deploy` for the documents that are live; resolves with its exit code. */
  readonly deploy: (liveDates: LiveDates) => Promise<number>;
  /** Allows the host of a URL, which the owner gave, to be in a private network. */
  readonly trust?: (url: string) => void;
  readonly print: Print;
}

const screen = 18; // lines that leave room for the outcome
const maxLines = 8;
const maxPings = 3;

/**
 * Deploys, unless entries that subscribers know would get other ids.
 * @returns the exit code
 */
export async function deploySite(options: DeploySiteOptions): Promise<number> {
  const { allowNewIds, clock, config, content, deploy, isNew, print, ...network } = options;
  const findings: Line[] = [];
  const areUnchanged =
    isNew ||
    (await compareLiveIds({
      content,
      now: clock(),
      network: { ...network, now: clock },
      folder: articlesFolder(config, content),
      onProgress: showProgress,
      print: (...lines) => findings.push(...lines),
    }));
  clearProgress();
  const isRefused = !areUnchanged && !allowNewIds;
  if (findings.length > 0) print(...briefLines(findings, "npm run doctor", isRefused ? screen : maxLines));
  if (isRefused) {
    print("Nothing was deployed: subscribers would see old entries as new. Keep their ids, or run npm run deploy -- --allow-new-ids");
    return exitCodes.problems;
  }
  const liveDates = isNew ? {} : await readLiveDates(feedsAt(content, clock()), { ...network, now: clock });
  const watched = watchedFeeds(content, clock());
  if (watched === undefined) return deploy(liveDates);
  network.trust?.(watched.hub);
  const printBriefly: Print = (...lines) => print(...briefLines(lines, "npm run doctor", maxPings));
  return deployAndPing({ ...watched, ...network, clock, deploy: () => deploy(liveDates), print: printBriefly });
}
