import type { Hop, Journey } from "../network/redirect-chain.ts";
import type { Check } from "./check-context.ts";
import type { Finding } from "./finding.ts";

const check = "redirects";
const maxHops = 2; // http → https, and to where it is

/** Judges the way to the feed. */
export const checkRedirects: Check = ({ journey }) => describeRedirects(journey);

function describeRedirects({ hops, url }: Journey): Finding[] {
  const [first] = hops;
  const last = hops.at(-1);
  if (first === undefined || last === undefined) return [{ check, verdict: "ok", what: "None" }];
  const evidence = [`${url}`, ...hops.map(({ status, to }) => `${status} ${to}`)].join(" → ");
  const finding = (verdict: Finding["verdict"], what: string, advice: string): Finding[] => [{ check, verdict, what, evidence, advice }];

  if (hops.some(isDowngrade))
    return finding("error", "It leads from https to http, where anybody can change what readers get", "Stay with https");
  if (hops.length > maxHops) return finding("warning", `It takes ${hops.length} redirects`, "Redirect to the last address at once");
  if (!hops.every(isPermanent)) {
    const advice = "Where it has moved for good, answer 301 or 308, so that readers keep the new address";
    return finding("note", `It redirects for the time being (${hops.map(({ status }) => status).join(", ")})`, advice);
  }
  return finding("note", "It has moved for good", `Give the new address where you link to it: ${last.to}`);
}

function isPermanent({ status }: Hop): boolean {
  return status === 301 || status === 308;
}

function isDowngrade({ from, to }: Hop): boolean {
  return from.startsWith("https:") && to.startsWith("http:");
}
