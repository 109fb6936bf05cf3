import robotsParser from "robots-parser";
import { tryRequest } from "../network/request.ts";
import type { Check } from "./check-context.ts";

/** Checks that robots.txt (RFC 9309) allows crawlers to read the feed. */
export const checkRobots: Check = async ({ response, network }) => {
  const check = "robots.txt";
  const url = new URL("/robots.txt", response.url).href;
  const seen = await tryRequest(url, {}, network);
  if (seen?.status !== 200) return [];
  const text = new TextDecoder().decode(seen.bytes.subarray(0, 500_000)); // RFC 9309 §2.5
  if (robotsParser(url, text).isDisallowed(response.url, "FeedDoctor") !== true)
    return [{ check, severity: "ok", message: "It allows the feed" }];
  const message = "It forbids the feed: most readers ignore robots.txt, but services that search and show feeds respect it";
  return [{ check, severity: "note", message, evidence: url, advice: `Add Allow: ${new URL(response.url).pathname}` }];
};
