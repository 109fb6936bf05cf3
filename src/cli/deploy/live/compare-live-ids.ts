import { compareLive } from "../../../doctor/comparison/compare-live.ts";
import { type ArticlesFolder, describeComparison } from "../../../doctor/comparison/describe-comparison.ts";
import { localEntries } from "../../../doctor/comparison/local-entry.ts";
import type { CompiledContent } from "../../../model/compiled-content.ts";
import type { Network } from "../../../network/request.ts";
import { brief } from "../../../terminal/brief.ts";
import type { Print } from "../../../terminal/terminal.ts";
import { describeSections } from "../../doctor/describe-sections.ts";

/** Options of {@link compareLiveIds}. */
export interface CompareLiveIdsOptions {
  /** The content that would be deployed. */
  readonly content: Pick<CompiledContent, "entries" | "redirects" | "site">;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly network: Network;
  readonly folder: ArticlesFolder;
  readonly print: Print;
  readonly onProgress?: (text: string) => void;
}

/**
 * Compares the ids of the live site, whatever generator it has, and prints what would change. Returns true if every entry of
 * both keeps its id. Vanished entries do not count, and neither does a site that does not answer.
 */
export async function compareLiveIds({ content, folder, network, now, onProgress, print }: CompareLiveIdsOptions): Promise<boolean> {
  const { url } = content.site;
  const result = await compareLive(url, localEntries(content, now), network, onProgress);
  if ("reason" in result) {
    print(`No ids to compare with at ${url}: ${brief(result.reason)}`);
    return true;
  }
  const findings = describeComparison(result, folder).filter(({ severity }) => severity === "error" || severity === "warning");
  if (findings.length > 0) print(...describeSections([{ title: `Ids at ${result.feed}`, findings }]));
  return result.comparison.changed.length === 0;
}
