import type { RedirectChain } from "../network/redirect-chain.ts";
import { browserAgent, type HttpResponse, type Network, tryRequest } from "../network/request.ts";
import { findBotProtection } from "./bot-protection.ts";
import { type Check, haveEqualBytes, isInterrupted, notChecked, sizeText } from "./check-context.ts";
import { kindNames } from "./document-kind.ts";
import { readFeed } from "./feed-view.ts";
import type { Finding } from "./finding.ts";

const wallAdvice = "Let the addresses of feeds past the protection against bots; for Cloudflare, docs/deploying.md says how";

/** Says why an address gives no feed: nothing answers, something stands in front, or something else is there. */
export async function explainAbsence(journey: RedirectChain, network: Network): Promise<Finding[]> {
  const { response, failure } = journey;
  if (failure !== undefined || response === undefined) {
    const check = failure?.isRedirect ? "redirects" : "reachable";
    return [{ check, verdict: "error", what: `Cannot reach it: ${failure?.reason}`, advice: failure?.advice ?? "" }];
  }
  const sign = findBotProtection(response);
  const wall = { check: "bot wall", verdict: "error", advice: wallAdvice } as const;
  if (sign !== undefined) return [{ ...wall, what: "Something stops feed readers to see whether they are people", evidence: sign }];
  if (await isForBrowsers(response, network)) {
    return [{ ...wall, what: "Browsers get the feed, and feed readers do not", evidence: `${response.status} for a feed reader` }];
  }
  return [statusFinding(response)];
}

async function isForBrowsers({ url }: HttpResponse, network: Network): Promise<boolean> {
  const seen = await tryRequest(url, { headers: { "user-agent": browserAgent } }, network);
  return seen?.status === 200 && "document" in readFeed(seen.bytes, seen.headers.get("content-type") ?? "", url);
}

function statusFinding({ bytes, headers, status, url }: HttpResponse): Finding {
  const fail = (what: string, advice: string): Finding => ({ check: "reachable", verdict: "error", what, evidence: url, advice });
  if (status === 200) {
    const { kind, reason } = readFeed(bytes, headers.get("content-type") ?? "", url) as { kind: keyof typeof kindNames; reason: string };
    if (kind !== "html" && kind !== "unknown") {
      const advice = "Make it well-formed, every tag closed and & and < escaped";
      return { check: "well-formed", verdict: "error", what: `It is ${kindNames[kind]} that nobody can read`, evidence: reason, advice };
    }
    const advice = "Answer with RSS, Atom or JSON Feed, or with 404 where there is none";
    return fail(`What is there cannot be read as a feed: ${reason}`, advice);
  }
  if (status === 404) return fail("Nothing is there: 404", "Look for a misspelt address; redirect it where the feed has moved");
  if (status === 410) return fail("It is gone: 410, upon which readers unsubscribe", "Answer with the feed where it was not meant to go");
  if (status === 401) return fail("It asks for a password: 401", "Let readers in without one, or subscribe with readers that can log in");
  if (status === 429) return fail("It is asked too often: 429", "Let readers ask more often than that, or try again later");
  if (status === 403) return fail("It refuses feed readers: 403", wallAdvice);
  const retry = headers.get("retry-after");
  if (status >= 500)
    return fail(`The server fails: ${status}${retry === null ? "" : `, Retry-After ${retry}`}`, "Look into the server's log");
  return fail(`It answers ${status}`, "Answer with 200 and the feed");
}

/** Tells that the feed is there. */
export const checkReach: Check = ({ response, view }) => {
  const count = view.document.entries.length;
  const what = `Answers 200: ${kindNames[view.kind]}, ${count} ${count === 1 ? "entry" : "entries"}, ${sizeText(response.bytes.length)}`;
  return [{ check: "reachable", verdict: "ok", what, evidence: response.url }];
};

/** Looks whether a browser gets the same as a feed reader does. */
export const checkAgents: Check = async ({ response, network, view }) => {
  const check = "agents";
  const seen = await tryRequest(response.url, { headers: { "user-agent": browserAgent } }, network);
  if (isInterrupted(seen)) return [notChecked(check, seen)];
  const isSame = seen.status === 200 && haveEqualBytes(seen, response);
  const asBrowser = isSame ? view : readFeed(seen.bytes, seen.headers.get("content-type") ?? "", response.url);
  if (seen.status === 200 && asBrowser.kind === view.kind)
    return [{ check, verdict: "ok", what: "Browsers and feed readers get the same" }];
  return [
    {
      check,
      verdict: "warning",
      what: "Browsers get something else than feed readers do",
      evidence: `${seen.status}, ${kindNames[asBrowser.kind]}`,
      advice: "Give everybody the same: caches between you and your readers do not tell them apart",
    },
  ];
};
