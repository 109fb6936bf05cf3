import type { Redirects } from "../../model/compiled-content.ts";
import type { Diagnostic, SourceLocation } from "../../model/diagnostic.ts";
import type { Entry } from "../../model/entry.ts";
import { createRouteMatcher } from "../../routing/match-route.ts";
import { isFixedPath } from "../../routing/path-registry.ts";
import { redirectKey } from "../../routing/redirects.ts";
import type { Site } from "../../settings/site-settings.ts";
import { snapshotOfAll } from "../../store/snapshot-of-all.ts";

/**
 * Reports redirects to addresses of the site that do not exist, even when everything is published.
 * @param settings `SITE.redirects`
 * @param locationOf returns the location of a setting, such as `["redirects", "/old"]`
 */
export function verifyRedirects(
  site: Site,
  redirects: Redirects,
  entries: readonly Entry[],
  settings: Readonly<Record<string, string>>,
  locationOf: (path: readonly string[]) => SourceLocation,
): readonly Diagnostic[] {
  const everything = snapshotOfAll(entries, site);
  const find = createRouteMatcher(site, { moved: {}, gone: [] });
  return Object.keys(settings).flatMap((from): Diagnostic[] => {
    const path = redirects.moved[redirectKey(from) ?? from]?.replace(/[?#].*$/s, "");
    if (path === undefined || !path.startsWith("/") || isFixedPath(path) || find(path, everything) !== undefined) return [];
    const message = `Cannot find ${path}, to which ${from} redirects: there is no such article, feed or page`;
    return [{ ...locationOf(["redirects", from]), severity: "warning", message }];
  });
}
