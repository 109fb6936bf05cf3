import { isFixed } from "../../routing/path-registry.ts";
import { createFindDestination } from "../../routing/match-route.ts";
import { moveKey } from "../../routing/redirects.ts";
import type { Moves } from "../../model/compiled-content.ts";
import type { Entry } from "../../model/entry.ts";
import type { Place, Problem } from "../../model/diagnostic.ts";
import type { Site } from "../../settings/site-settings.ts";
import { snapshotOfAll } from "../../store/snapshot-of-all.ts";

/**
 * Tells of redirects that lead to nothing on the site, now or when everything is published.
 * @param redirects as the settings have them
 * @param placeOf the place of a setting, such as `["redirects", "/old"]`
 */
export function verifyMoves(
  site: Site,
  moves: Moves,
  entries: readonly Entry[],
  redirects: Readonly<Record<string, string>>,
  placeOf: (path: readonly string[]) => Place,
): readonly Problem[] {
  const everything = snapshotOfAll(entries, site);
  const find = createFindDestination(site, { redirects: {}, removed: [] });
  return Object.keys(redirects).flatMap((from): Problem[] => {
    const path = moves.redirects[moveKey(from) ?? from]?.replace(/[?#].*$/s, "");
    if (path === undefined || !path.startsWith("/") || isFixed(path) || find(path, everything) !== undefined) return [];
    const message = `Cannot find ${path}, to which ${from} redirects: there is no such article, feed or page`;
    return [{ ...placeOf(["redirects", from]), severity: "warning", message }];
  });
}
