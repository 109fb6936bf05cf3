// Cloudflare, Vercel, SiteGround and AWS WAF send them with a challenge alone.
const names = ["cf-mitigated", "x-vercel-mitigated", "sg-captcha", "x-amzn-waf-action"];

/** Returns the header by which bot protection marks a challenge, such as `cf-mitigated: challenge`; undefined without one. */
export function findChallengeHeader(headers: Headers): string | undefined {
  const name = names.find((found) => headers.has(found));
  return name === undefined ? undefined : `${name}: ${headers.get(name)}`;
}
