const weekSeconds = 604_800;

/**
 * The Cache-Control of everything whose bytes depend on the time (RFC 9111 §5.2, RFC 5861).
 *
 * Neither the fresh nor the stale-while-revalidate span reaches past the next publication: no cache shows the past once a
 * scheduled entry is due. Only a site that cannot be reached is shown as it last was. `s-maxage` and `must-revalidate`
 * are never sent: the edge cache takes both as an order not to serve stale.
 * @param maxAge seconds
 * @param now, until milliseconds since 1970; `until` is Infinity when nothing is scheduled
 */
export function cacheControl(maxAge: number, now: number, until: number): string {
  // Whole seconds that end before the publication: some caches count the last one in.
  const left = Math.max(0, Math.ceil((until - now) / 1000) - 1);
  const fresh = Math.min(maxAge, left);
  const stale = Math.min(maxAge, left - fresh);
  return `public, max-age=${fresh}, stale-while-revalidate=${stale}, stale-if-error=${weekSeconds}`;
}
