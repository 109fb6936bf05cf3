import { pathKey } from "../base/canonical-url.ts";
import type { Redirects } from "../model/compiled-content.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { createRouteMatcher } from "../routing/match-route.ts";
import type { Site } from "../settings/site-settings.ts";

/** A line of `_redirects`. */
export interface RedirectRule {
  /** A path, percent-encoded. */
  readonly from: string;
  /** A path, or a URL elsewhere. */
  readonly to: string;
}

/** As many rules as Cloudflare reads. */
export const maxRules = 2000;
const maxRuleLength = 2000; // Cloudflare ignores longer lines

/** Lists the redirects of a snapshot: its aliases and the settings' redirects, each to where the Worker sends people. */
export function redirectRules(site: Site, redirects: Redirects, snapshot: Snapshot): RedirectRule[] {
  const find = createRouteMatcher(site, redirects);
  const aliases = snapshot.entries.flatMap((entry) => entry.aliases);
  return [...aliases, ...Object.keys(redirects.moved).map(encodePath)].flatMap((from) => {
    const destination = find(from, snapshot);
    return destination?.kind === "moved" ? [{ from, to: targetOf(destination.url, site.url) }] : [];
  });
}

/** Writes a decoded path as a rule has it. */
export function encodePath(path: string): string {
  return encodeURI(path).replace(/[?#]/g, encodeURIComponent);
}

// On the site a path: it may be looked at under another host first. A colon is escaped, as Cloudflare does it in its own redirects, so that
// no host takes it for the beginning of a placeholder.
function targetOf(url: string, origin: string): string {
  if (!url.startsWith(`${origin}/`)) return url;
  return url.slice(origin.length).replaceAll(":", "%3A");
}

/**
 * The reason why a static host would not take a rule as it is meant; undefined where there is none.
 *
 * `*` matches everything, `:x` a part of a path, and there is no way to escape them: a host that does not decode `%2A` never finds it in
 * a request, and one that does may take it for `*`.
 */
export function faultOfRule({ from, to }: RedirectRule): string | undefined {
  const path = pathKey(from);
  if (path === undefined || !/^(?:\/[^/\\\p{Cc}]+)+\/?$/u.test(path)) return "it is no path that static hosts understand";
  if (/[*:]/.test(path)) return "in _redirects * and : match other addresses, too";
  if (renderRule({ from, to }).length > maxRuleLength) return `its line in _redirects is longer than ${maxRuleLength} characters`;
  // Both may only have what is visible, without a space: neither ends the line nor begins another part of it.
  if (![from, to].every((part) => /^[!-~]+$/.test(part)) || /^\/\//.test(to)) return "it cannot be written into _redirects";
  return undefined;
}

/** Writes a `_redirects` file. @throws for a rule with a fault */
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
