import type { Finding } from "./finding.ts";

/** Milliseconds after which a server is slow: it is asked no more than necessary. */
export const slowResponse = 5000;

const noticeable = 2000; // milliseconds

/** Reports that a server is slow; nothing for a quick one. @param skipped the names of the checks that were not made */
export function reportSlow(milliseconds: number, skipped: readonly string[]): Finding[] {
  if (milliseconds < noticeable) return [];
  const time = `a response took ${secondsText(milliseconds)}`;
  return [
    {
      check: "response time",
      ...(milliseconds < slowResponse
        ? { severity: "note", message: `The server is not quick: ${time}` }
        : { severity: "warning", message: `The server is slow: ${time}, and some readers wait only a few seconds` }),
      ...(skipped.length > 0 && { evidence: `not checked, because each request takes as long: ${skipped.join(", ")}` }),
      advice: "Cache the feed on the server, or write it as a file, and check again",
    },
  ];
}

/** Formats a time: `8.1 s`. */
export function secondsText(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
