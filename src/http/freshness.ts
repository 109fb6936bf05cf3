const weekSeconds = 604_800;

/**
 * Returns the Cache-Control of responses whose bytes depend on the time (RFC 9111 §5.2, RFC 5861).
 *
 * Both the fresh and the stale-while-revalidate span end before the next publication, so that no cache shows the old version once a
 * scheduled entry is due. Only `stale-if-error` lasts longer, for a site that cannot be reached. `s-maxage` and `must-revalidate`
 * are never sent: the edge cache would then not serve stale responses.
 * @param maxAge seconds
 * @param now, until milliseconds since 1970; `until` is Infinity if nothing is scheduled
 */
export function cacheControl(maxAge: number, now: number, until: number): string {
  // Rounded down to end before the publication: some caches include the last second.
  const left = Math.max(0, Math.ceil((until - now) / 1000) - 1);
  const fresh = Math.min(maxAge, left);
  const stale = Math.min(maxAge, left - fresh);
  return `public, max-age=${fresh}, stale-while-revalidate=${stale}, stale-if-error=${weekSeconds}`;
}
