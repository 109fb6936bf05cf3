import { NetworkFailure } from "../network/network-failure.ts";
import { pathOf } from "../network/path-of.ts";
import { adviceForRobots, forbiddenAmong, listed } from "./advice/robots-advice.ts";
import { type Check, type CheckContext, notChecked } from "./check-context.ts";
import type { Finding } from "./live-site/finding.ts";
import { requestApart } from "./request-variation.ts";

const check = "robots.txt";
const readNothing = "some services then read nothing from this server (RFC 9309 §2.3.1.4)";
const answerAdvice = "Answer with the file, or with 404";

/** Checks that robots.txt (RFC 9309) allows crawlers to read the feed. */
export const checkRobots: Check = async (context) => {
  const { network, response } = context;
  const url = new URL("/robots.txt", response.url).href;
  const note = (message: string, advice: string): Finding[] => [{ check, severity: "note", message, evidence: url, advice }];
  const seen = await requestApart(url, {}, context);
  if (network.limitOf?.(response.url) !== undefined) return [notChecked(check, seen, response.url, network)];
  if (network.slowHosts?.find(url) && seen instanceof NetworkFailure) return [notChecked(check, seen, url, network)];
  if (seen instanceof NetworkFailure && network.slowHosts?.hasWaited(url))
    return note(`It gets no complete response: ${seen.message}; ${readNothing}`, answerAdvice);
  if (seen instanceof NetworkFailure) return [];
  if (seen.status >= 500) return note(`It is answered with ${seen.status}: ${readNothing}`, answerAdvice);
  if (seen.status !== 200) return [];
  const text = new TextDecoder().decode(seen.bytes.subarray(0, 500_000)); // RFC 9309 §2.5
  const feed = pathOf(response.url);
  const forbidden = forbiddenAmong([feed, ...redirectingPaths(context)], { url, text });
  if (forbidden.length === 0) return [{ check, severity: "ok", message: "It allows the feed" }];
  return note(`It forbids ${describePaths(forbidden, feed)}: ${effect}`, adviceForRobots(forbidden, { url, text }));
};

const effect = "most readers ignore robots.txt, but services that search and show feeds respect it";

function describePaths(forbidden: readonly string[], feed: string): string {
  const others = forbidden.filter((path) => path !== feed);
  if (others.length === 0) return "the feed";
  const isIncluded = others.length < forbidden.length;
  const relation = `which ${others.length === 1 ? "redirects" : "redirect"} to ${isIncluded ? "it" : "the feed"}`;
  return `${isIncluded ? "the feed, and " : ""}${listed(others)}, ${relation}`;
}

/** Returns the paths on the host of the feed that redirect to it, with http, too. Another host has its own robots.txt. */
function redirectingPaths({ redirectChain, response }: CheckContext): string[] {
  const { host } = new URL(response.url);
  return redirectChain.redirects.flatMap(({ from }) => {
    const url = URL.parse(from);
    return url?.host === host ? [pathOf(url.href)] : [];
  });
}
