import { type SlowRequest, secondsText } from "../../network/slow-hosts.ts";
import type { Finding } from "./finding.ts";

const noticeable = 2000; // milliseconds

const check = "response time";

/**
 * Reports that a server is slow, or not quick; nothing for a quick one.
 * @param slow the slow request, after which no other was made
 * @param milliseconds the time of the feed
 * @param skipped the names of the checks that were not made
 */
export function reportSlow(slow: SlowRequest | undefined, milliseconds: number, skipped: readonly string[]): Finding[] {
  const advice = "Cache the feed on the server, or write it as a file, and check again";
  if (slow === undefined) {
    const message = `The server is not quick: a response took ${secondsText(milliseconds)}`;
    return milliseconds < noticeable ? [] : [{ check, severity: "note", message, advice }];
  }
  const message = `The server is slow: ${slow.reason}; some readers wait only a few seconds`;
  const evidence = `not checked, because each request may take as long: ${skipped.join(", ")}`;
  return [{ check, severity: "warning", message, ...(skipped.length > 0 && { evidence }), advice }];
}

/** Returns the finding for a feed that was not requested because its server is slow. */
export function notExaminedSlow({ host, reason }: SlowRequest): Finding {
  return {
    check,
    severity: "warning",
    message: `Not checked: ${host} is slow (${reason}), so this feed was not requested`,
    advice: "Make the server answer in time, and check again; or give the address of this feed alone",
  };
}
