import { encodePath, pathKey } from "../base/canonical-url.ts";
import type { Redirects } from "../model/compiled-content.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { createRouteMatcher } from "../routing/match-route.ts";
import type { Site } from "../settings/site-settings.ts";

/** A line of `_redirects`. */
export interface RedirectRule {
  /** A path, percent-encoded. */
  readonly from: string;
  /** A path, or a URL of another site. */
  readonly to: string;
}

/** The number of rules that Cloudflare reads. */
export const maxRules = 2000;
const maxRuleLength = 2000; // Cloudflare ignores longer lines

/** Lists the redirects of a snapshot: its aliases and the redirects of the settings, with the targets that the Worker would send. */
export function redirectRules(site: Site, redirects: Redirects, snapshot: Snapshot): RedirectRule[] {
  const find = createRouteMatcher(site, redirects);
  const aliases = snapshot.entries.flatMap((entry) => entry.aliases);
  return [...aliases, ...Object.keys(redirects.moved).map(encodePath)].flatMap((from) => {
    const destination = find(from, snapshot);
    return destination?.kind === "moved" ? [{ from, to: targetOf(destination.url, site.url) }] : [];
  });
}

// Targets on the site are paths, since an export may be tried under another host. A colon is escaped, as in Cloudflare's own redirects, so
// that hosts do not treat it as the start of a placeholder.
function targetOf(url: string, origin: string): string {
  if (!url.startsWith(`${origin}/`)) return url;
  return url.slice(origin.length).replaceAll(":", "%3A");
}

/**
 * Returns the reason why a static host would misread a rule; undefined if the rule is fine.
 *
 * `*` matches everything and `:x` a part of a path, and they cannot be escaped: a host that does not decode `%2A` never finds it in
 * a request, and one that does may treat it as `*`.
 */
export function faultOfRule({ from, to }: RedirectRule): string | undefined {
  const path = pathKey(from);
  if (path === undefined || !/^(?:\/[^/\\\p{Cc}]+)+\/?$/u.test(path)) return "static hosts do not support this path";
  if (/[*:]/.test(path)) return "in _redirects * and : match other addresses, too";
  if (renderRule({ from, to }).length > maxRuleLength) return `its line in _redirects is longer than ${maxRuleLength} characters`;
  // Only visible ASCII without spaces, since a space or a line break would split the line.
  if (![from, to].every((part) => /^[!-~]+$/.test(part)) || /^\/\//.test(to)) return "it cannot be written into _redirects";
  return undefined;
}

/** Writes a `_redirects` file. @throws Error for a rule with a fault */
export function renderRedirects(rules: readonly RedirectRule[]): string {
  for (const rule of rules) {
    const fault = faultOfRule(rule);
    if (fault !== undefined) throw new Error(`Cannot export the redirect of ${rule.from}: ${fault}`);
  }
  return rules.map((rule) => `${renderRule(rule)}\n`).join("");
}

function renderRule({ from, to }: RedirectRule): string {
  return `${from} ${to} 301`;
}
