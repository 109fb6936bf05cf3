import robotsParser from "robots-parser";
import { NetworkFailure } from "../network/network-failure.ts";
import { type Check, notChecked } from "./check-context.ts";
import { requestApart } from "./request-variation.ts";

/** Checks that robots.txt (RFC 9309) allows crawlers to read the feed. */
export const checkRobots: Check = async (context) => {
  const { network, response } = context;
  const check = "robots.txt";
  const url = new URL("/robots.txt", response.url).href;
  const seen = await requestApart(url, {}, context);
  if (network.limitOf?.(response.url) !== undefined) return [notChecked(check, seen, response.url, network)];
  if (network.slowHosts?.find(url) && seen instanceof NetworkFailure) return [notChecked(check, seen, url, network)];
  if (seen instanceof NetworkFailure && network.slowHosts?.hasWaited(url)) {
    const message = `It gets no complete response: ${seen.message}; some services then read nothing from this server (RFC 9309 §2.3.1.4)`;
    return [{ check, severity: "note", message, evidence: url, advice: "Answer with the file, or with 404" }];
  }
  if (seen instanceof NetworkFailure || seen.status !== 200) return [];
  const text = new TextDecoder().decode(seen.bytes.subarray(0, 500_000)); // RFC 9309 §2.5
  if (robotsParser(url, text).isDisallowed(response.url, "FeedDoctor") !== true)
    return [{ check, severity: "ok", message: "It allows the feed" }];
  const message = "It forbids the feed: most readers ignore robots.txt, but services that search and show feeds respect it";
  return [{ check, severity: "note", message, evidence: url, advice: `Add Allow: ${new URL(response.url).pathname}` }];
};
