import { compareLive } from "../../doctor/compare-live.ts";
import { type ArticlesFolder, describeComparison } from "../../doctor/describe-comparison.ts";
import { localEntries } from "../../doctor/local-entry.ts";
import type { CompiledContent } from "../../model/compiled-content.ts";
import type { Network } from "../../network/request.ts";
import { brief } from "../../terminal/brief.ts";
import type { Print } from "../../terminal/terminal.ts";
import { describeSections } from "../report/describe-report.ts";

/** The compiled content, and the network. */
export interface KeepOptions {
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
 * Compares the ids of the live site, whatever generator it has, and prints what would change. Returns false if an entry that both have
 * would get another id; vanished entries do not count, and neither does a site that does not answer.
 */
export async function idsAreUnchanged({ content, folder, network, now, onProgress, print }: KeepOptions): Promise<boolean> {
  const { url } = content.site;
  const result = await compareLive(url, localEntries(content, now), network, onProgress);
  if ("reason" in result) {
    print(`No ids to compare with at ${url}: ${brief(result.reason)}`);
    return true;
  }
  const told = describeComparison(result, folder).filter(({ verdict }) => verdict === "error" || verdict === "warning");
  if (told.length > 0) print(...describeSections([{ title: `Ids at ${result.feed}`, findings: told }]));
  return result.comparison.changed.length === 0;
}
