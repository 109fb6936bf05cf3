import { plural } from "../base/plural.ts";
import type { RedirectChain } from "../network/redirect-chain.ts";
import { browserAgent, type HttpResponse, type Network, tryRequest } from "../network/request.ts";
import { describeRetryAfter, findInvalidRetryAfter, isLimit } from "../network/request-limits.ts";
import { type Check, haveEqualBytes, sizeText } from "./check-context.ts";
import { chainText } from "./check-redirects.ts";
import { describeRefusal, findBotProtection } from "./live-site/bot-protection.ts";
import { formatName, kindNames } from "./live-site/document-kind.ts";
import { type FeedView, type NoFeed, readFeed } from "./live-site/feed-view.ts";
import type { Finding } from "./live-site/finding.ts";
import { errorPageAdvice, isLoginReason, loginAdvice } from "./live-site/page-title.ts";
import { reportSlow } from "./live-site/response-time.ts";
import { quoteWordPressError, wordPressErrorAdvice } from "./live-site/wordpress-error.ts";
import { countOf } from "./location/locate-entries.ts";
import { requestVariation } from "./request-variation.ts";

/**
 * Returns the reason why an address gives no feed: no response, bot protection, or a document that is not a feed.
 * @param view the document of the response; undefined if it has another status than 200 and no feed
 */
export async function explainAbsence(
  redirectChain: RedirectChain,
  network: Network,
  view: FeedView | NoFeed | undefined,
): Promise<Finding[]> {
  const { response, failure } = redirectChain;
  if (failure !== undefined || response === undefined) {
    const check = failure?.isRedirect ? "redirects" : "reachable";
    const verb = failure?.isIncomplete ? "read it to its end" : "reach it";
    return [
      { check, severity: "error", message: `Cannot ${verb}: ${failure?.reason}`, ...chainOf(redirectChain), advice: failure?.advice ?? "" },
    ];
  }
  const protection = findBotProtection(response);
  const wall = { check: "bot wall", severity: "error" } as const;
  if (protection !== undefined) return [{ ...wall, message: "Bot protection blocks feed readers", ...protection }];
  const slowRequest = () => network.slowHosts?.find(response.url);
  if (slowRequest() === undefined && (await isForBrowsers(response, network))) {
    return [{ ...wall, message: "Browsers get the feed, but feed readers do not", ...describeRefusal(response) }];
  }
  const slow = slowRequest() === undefined ? [] : reportSlow(slowRequest(), response.milliseconds, ["bot wall"]);
  const finding = statusFinding(response, network.now(), view);
  return [{ ...finding, ...(finding.check === "reachable" ? chainOf(redirectChain) : {}) }, ...slow];
}

// The addresses through which redirects lead.
function chainOf(redirectChain: RedirectChain): Pick<Finding, "evidence"> {
  return redirectChain.redirects.length === 0 ? {} : { evidence: chainText(redirectChain) };
}

/** Describes a document that has the beginning of a feed but cannot be parsed. */
export function describeUnreadable({ advice, isUndecodable, kind, location, reason, rule, text = "" }: NoFeed): Finding {
  const format = formatName(kind, text);
  if (rule !== undefined)
    return {
      check: rule,
      severity: "error",
      message: `It is ${format}, but ${reason}`,
      ...(advice !== undefined && { advice }),
      ...(location && { location }),
    };
  const usual = kind === "json" ? "Correct its syntax: write it with a JSON library" : "Close every tag, and escape & and < in every text";
  const message = `It is ${format} that cannot be ${isUndecodable ? "decoded" : "parsed"}`;
  const finding: Finding = {
    check: isUndecodable ? "charset" : "well-formed",
    severity: "error",
    message,
    evidence: reason,
    advice: advice ?? usual,
  };
  return location === undefined ? finding : { ...finding, location };
}

async function isForBrowsers({ url }: HttpResponse, network: Network): Promise<boolean> {
  const seen = await tryRequest(url, { headers: { "user-agent": browserAgent } }, network);
  return seen?.status === 200 && "document" in readFeed(seen.bytes, seen.headers.get("content-type") ?? "", url);
}

/** Returns the feed of a response with another status than 200; undefined if it contains no feed, or limits requests. */
export function feedDespiteStatus(response: HttpResponse): FeedView | undefined {
  const { bytes, headers, status, url } = response;
  if (status === 200 || isLimit(response)) return undefined;
  const view = readFeed(bytes, headers.get("content-type") ?? "", url);
  return "document" in view ? view : undefined;
}

/** The remedy for an address without a document, a sentence without its full stop. */
export const notFoundAdvice = "Check the address for typing errors; redirect it if the feed has moved";

function statusFinding(response: HttpResponse, now: number, view: FeedView | NoFeed | undefined): Finding {
  const { bytes, headers, status, url } = response;
  const fail = (message: string, advice: string): Finding => ({ check: "reachable", severity: "error", message, evidence: url, advice });
  if (view !== undefined && "reason" in view) {
    if (view.kind !== "html" && view.kind !== "unknown") return nameCompression(describeUnreadable(view), headers);
    if (view.isCompressed) return describeCompressed(headers, url);
    const coding = headers.get("content-encoding") ?? "identity";
    if (view.kind === "unknown" && !/^(?:x-gzip|gzip|deflate|br|identity)$/i.test(coding))
      return fail(
        `It is not a feed: its Content-Encoding is ${coding}, which the request does not accept`,
        "Compress it as Accept-Encoding allows",
      );
    const isError = view.reason.startsWith("it is an error page");
    const usual = isLoginReason(view.reason) ? loginAdvice : "Answer with RSS, Atom or JSON Feed, or with 404 if there is no feed";
    const advice = view.advice ?? (isError ? errorPageAdvice(view.reason) : usual);
    return fail(`It is not a feed: ${view.reason}`, advice);
  }
  if (view !== undefined) {
    const advice = "Find the plugin, the route or the rule of the server that writes the feed, and make it set the status 200";
    return fail(`The feed is there, but the server sends it with the status ${status}: readers ignore it`, advice);
  }
  const dead = status >= 400 ? quoteWordPressError(new TextDecoder().decode(bytes.subarray(0, 50_000))) : undefined;
  if (dead !== undefined) return fail(`It answers ${status}, with an error of WordPress: ${dead}`, wordPressErrorAdvice);
  if (status === 404) return fail("It does not exist: 404", notFoundAdvice);
  if (status === 410) return fail("It is gone: 410, so readers unsubscribe", "Answer with the feed unless you removed it on purpose");
  if (status === 401) return fail("It asks for a password: 401", "Remove the password, or subscribe with readers that can log in");
  const retry = describeRetryAfter(headers, now);
  const invalid = findInvalidRetryAfter(headers);
  const asked = invalid === undefined ? "" : `, with a Retry-After that is neither seconds nor a date: ${JSON.stringify(invalid)}`;
  const later = retry === undefined ? asked : `, and asks to try again ${retry}`;
  if (status === 429) return fail(`It limits requests: 429${later}`, `Try again ${retry ?? "later"}, or allow more requests`);
  if (status === 403) return fail("It refuses feed readers: 403", describeRefusal(response).advice);
  if (status === 503 && retry !== undefined) return fail(`It is not available: 503${later}`, `Try again ${retry}`);
  if (status >= 500) return fail(`The server fails: ${status}${later}`, "Check the server's log");
  return fail(`It answers ${status}`, "Answer with 200 and the feed");
}

// The HTTP library decompresses data that is cut off as far as it goes.
function nameCompression(finding: Finding, headers: Headers): Finding {
  const encoding = headers.get("content-encoding") ?? "identity";
  if (encoding === "identity" || !finding.evidence?.includes("the document ends")) return finding;
  const evidence = `${finding.evidence}; the body was compressed (Content-Encoding: ${encoding}), and perhaps the compressed data is cut off`;
  const advice =
    "Look whether the uncompressed document is complete: if so, correct what compresses it, the server or a plugin, or its Content-Length";
  return { ...finding, evidence, advice };
}

// The HTTP library has decompressed the body once if the header says so.
function describeCompressed(headers: Headers, url: string): Finding {
  const isTwice = /gzip/i.test(headers.get("content-encoding") ?? "");
  const message = isTwice
    ? "It is not a feed: it is compressed twice: there is gzip within the gzip"
    : "It is not a feed: it is compressed by gzip, and no Content-Encoding says so";
  const advice = isTwice
    ? "Compress it once: in the program or in the server"
    : "Send Content-Encoding: gzip to clients that accept it, and the uncompressed feed to others";
  return { check: "reachable", severity: "error", message, evidence: url, advice };
}

/** Reports that the feed is available, with its format and size. */
export const checkReach: Check = ({ response, view }) => {
  const count = countOf(view);
  const message = `Answers 200: ${formatName(view.kind, view.text)}, ${plural(count, "entry", "entries")}, ${sizeText(response.bytes.length)}`;
  return [{ check: "reachable", severity: "ok", message, evidence: response.url }];
};

/** Checks that a client with the User-Agent of a browser gets the feed, too. Its Accept may ask for another document on purpose. */
export const checkAgents: Check = async (context) => {
  const check = "agents";
  const { response, view } = context;
  const different = (evidence: string): Finding[] => [
    {
      check,
      severity: "warning",
      message: "Browsers and feed readers get different documents",
      evidence,
      advice: "Send the same document to all clients: caches do not distinguish them",
    },
  ];
  const answer = await requestVariation(check, { headers: { "user-agent": browserAgent } }, context);
  if ("unchecked" in answer) return [answer.unchecked];
  if ("fault" in answer) return different(answer.fault.replace(/^It/, "the request of a browser"));
  const { seen } = answer;
  const isSame = seen.status === 200 && haveEqualBytes(seen, response);
  const asBrowser = isSame ? view : readFeed(seen.bytes, seen.headers.get("content-type") ?? "", response.url);
  if (seen.status === 200 && asBrowser.kind === view.kind)
    return [{ check, severity: "ok", message: `The User-Agent of a browser gets ${isSame ? "the same document" : "a feed, too"}` }];
  return different(`${seen.status}, ${kindNames[asBrowser.kind]}`);
};
