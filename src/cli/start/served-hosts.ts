/**
 * Returns the names of the site that the options of `npm start` or `[dev]` in wrangler.toml contain, `*` if a tunnel makes the site public.
 * With `--host` and `--local-upstream`, wrangler gives each request that name.
 */
export function servedHosts(options: Readonly<Record<string, unknown>>): string[] {
  if (options["tunnel"] === true || options["tunnel-name"] !== undefined) return ["*"];
  return ["host", "local-upstream", "ip"].flatMap((name) => {
    const value = options[name];
    if (typeof value !== "string") return [];
    return URL.parse(/^https?:/i.test(value) ? value : `http://${value}`)?.hostname ?? [];
  });
}
