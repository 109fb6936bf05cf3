import type { RedirectChain } from "../../network/redirect-chain.ts";
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

/** A server that does not answer in time. */
export interface Delay {
  /** As {@link hostOf} returns it. */
  readonly host: string;
  /** A clause. */
  readonly reason: string;
}

/** Returns the host that a URL leads to; the same one with and without www. */
export function hostOf(url: string): string {
  return new URL(url).host.replace(/^www\./, "");
}

/** Returns the delay of the server at the end of a redirect chain; nothing if it is quick. */
export function delayIn({ failure, redirects, response, url }: RedirectChain, milliseconds: number): { readonly delay?: Delay } {
  if (milliseconds < slowResponse) return {};
  const last = response?.url ?? redirects.at(-1)?.to ?? url;
  const reason = failure?.reason ?? `a response took ${secondsText(milliseconds)}`;
  return { delay: { host: hostOf(URL.canParse(last) ? last : url), reason } };
}

/** Returns the finding for a feed that was not requested because another one of its host shows that the server is slow. */
export function notExaminedSlow({ host, reason }: Delay): Finding {
  return {
    check: "response time",
    severity: "warning",
    message: `Not checked: ${host} is slow (${reason}), so this feed was not requested`,
    advice: "Make the server answer in time, and check again; or give the address of this feed alone",
  };
}

/** Formats a time: `8.1 s`. */
export function secondsText(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
