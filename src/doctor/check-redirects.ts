import type { Redirect, RedirectChain } from "../network/redirect-chain.ts";
import type { Check } from "./check-context.ts";
import type { Finding } from "./finding.ts";

const check = "redirects";
const maxHops = 2; // http → https, and to where it is

/** Judges the way to the feed. */
export const checkRedirects: Check = ({ redirectChain }) => describeRedirects(redirectChain);

function describeRedirects({ redirects, url }: RedirectChain): Finding[] {
  const [first] = redirects;
  const last = redirects.at(-1);
  if (first === undefined || last === undefined) return [{ check, verdict: "ok", what: "None" }];
  const evidence = [`${url}`, ...redirects.map(({ status, to }) => `${status} ${to}`)].join(" → ");
  const finding = (verdict: Finding["verdict"], what: string, advice: string): Finding[] => [{ check, verdict, what, evidence, advice }];

  if (redirects.some(isDowngrade))
    return finding("error", "It leads from https to http, where anybody can change what readers get", "Stay with https");
  if (redirects.length > maxHops)
    return finding("warning", `It takes ${redirects.length} redirects`, "Redirect to the last address at once");
  if (!redirects.every(isPermanent)) {
    const advice = "Where it has moved for good, answer 301 or 308, so that readers keep the new address";
    return finding("note", `It redirects for the time being (${redirects.map(({ status }) => status).join(", ")})`, advice);
  }
  return finding("note", "It has moved for good", `Give the new address where you link to it: ${last.to}`);
}

function isPermanent({ status }: Redirect): boolean {
  return status === 301 || status === 308;
}

function isDowngrade({ from, to }: Redirect): boolean {
  return from.startsWith("https:") && to.startsWith("http:");
}
