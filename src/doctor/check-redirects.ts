import { adviceForRepeated } from "../network/header-values.ts";
import type { Redirect, RedirectChain } from "../network/redirect-chain.ts";
import type { Check } from "./check-context.ts";
import type { Finding } from "./live-site/finding.ts";
import { movedPermanently } from "./publishing-system/topics.ts";

const check = "redirects";
const maxHops = 2; // http → https, and to the final address

/** Checks the redirects between the address and the feed. */
export const checkRedirects: Check = ({ redirectChain }) => describeRedirects(redirectChain);

/** Writes the addresses of a chain: `https://a.example/ → 301 https://b.example/`. */
export function chainText({ redirects, url }: RedirectChain): string {
  return [url, ...redirects.map(({ status, to }) => `${status} ${to}`)].join(" → ");
}

/** Judges the redirects between the address and the feed. */
export function describeRedirects(chain: RedirectChain): Finding[] {
  const { redirects } = chain;
  const [first] = redirects;
  const last = redirects.at(-1);
  if (first === undefined || last === undefined) return [{ check, severity: "ok", message: "None" }];
  const evidence = chainText(chain);
  const finding = (severity: Finding["severity"], message: string, advice: string): Finding[] => [
    { check, severity, message, evidence, advice },
  ];

  if (redirects.some(isDowngrade))
    return finding("error", "It redirects from https to http, where anyone on the way can change the feed", "Redirect to https only");
  if (redirects.some(({ isRepeated }) => isRepeated))
    return finding(
      "warning",
      "It redirects with several headers Location: many clients join them, and get lost",
      adviceForRepeated("Location"),
    );
  if (redirects.length > maxHops)
    return finding("warning", `It takes ${redirects.length} redirects`, "Redirect directly to the final address");
  if (!redirects.every(isPermanent)) {
    const advice = "If the move is permanent, answer 301 or 308, so that readers store the new address";
    return finding("note", `It redirects temporarily (${redirects.map(({ status }) => status).join(", ")})`, advice);
  }
  return finding("note", movedPermanently, `Link to the new address: ${last.to}`);
}

function isPermanent({ status }: Redirect): boolean {
  return status === 301 || status === 308;
}

function isDowngrade({ from, to }: Redirect): boolean {
  return from.startsWith("https:") && to.startsWith("http:");
}
