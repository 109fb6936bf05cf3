import { expandPattern, isPattern } from "../../settings/permalink-pattern.ts";
import type { PlannedArticle } from "./plan-site.ts";

/** Returns the permalink pattern that makes the addresses of most posts; undefined if there is none that our settings accept. */
export function choosePermalink(articles: readonly PlannedArticle[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { plan } of articles) {
    if (plan.kind !== "post" || plan.address === undefined || !("pattern" in plan.address)) continue;
    const { pattern } = plan.address;
    if (isPattern(expandPattern(pattern))) counts.set(pattern, (counts.get(pattern) ?? 0) + 1);
  }
  return [...counts].reduce<readonly [string | undefined, number]>((best, each) => (each[1] > best[1] ? each : best), [undefined, 0])[0];
}
