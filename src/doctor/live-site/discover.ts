import { isPrivateHost, isThisMachine, reasonNotToRequest } from "../../network/private-host.ts";
import { followRedirects, type RedirectChain } from "../../network/redirect-chain.ts";
import type { HttpResponse, Network } from "../../network/request.ts";
import { SlowHosts } from "../../network/slow-hosts.ts";
import { advertisedFeeds } from "./advertised-feeds.ts";
import { findBotProtection } from "./bot-protection.ts";
import { isPage } from "./feed-view.ts";
import type { Finding } from "./finding.ts";
import { hintedFeeds } from "./hinted-feeds.ts";
import { errorPageAdvice, loginAdvice, loginKind, quoteTitle, resemblesErrorPage } from "./page-title.ts";
import { type FoundFeed, findUsualFeeds, type UsualFeeds } from "./usual-feeds.ts";

/** The feeds that a reader finds at an address, by autodiscovery. */
export interface Discovery {
  /** Absolute URLs. Contains the address itself if it is a feed, or a document that cannot name feeds. */
  readonly feeds: readonly string[];
  /** The findings about the discovery itself. */
  readonly findings: readonly Finding[];
  /** The answer at the address, which may be a feed itself. */
  readonly answer: RedirectChain;
}

const check = "discovery";
const maxFeeds = 10;

/** Finds the feeds of a page or a site. The address of a feed gives that feed alone. */
export async function discover(url: string, network: Network): Promise<Discovery> {
  const patient = { slowHosts: new SlowHosts(), ...network };
  const answer = await followRedirects(url, {}, patient);
  return { answer, ...(await discoverIn(answer, patient)) };
}

async function discoverIn({ url, response, failure }: RedirectChain, network: Network): Promise<Omit<Discovery, "answer">> {
  if (response === undefined || failure !== undefined) return { feeds: [url], findings: [] };
  // Only a page can link to feeds. Examining another document reports what is wrong with it.
  if (response.status === 200 && !isPage(response.bytes, response.headers.get("content-type") ?? "")) return { feeds: [url], findings: [] };

  const linked = response.status === 200 ? advertisedFeeds(decode(response), response.url) : [];
  const advertised = [...new Set(linked.map((feed) => asRequested(feed, url)))];
  const [hidden = [], open = []] = [true, false].map((wanted) => advertised.filter((feed) => isUnreachable(feed, url) === wanted));
  const feeds = open.slice(0, maxFeeds);
  const unreachable = describeUnreachable(hidden, url, feeds.length > 0 ? "warning" : "error");
  if (feeds.length > 0) {
    const found: Finding = { check, severity: "ok", message: `The page links to ${counted(open.length)}`, evidence: response.url };
    return { feeds, findings: [...unreachable, found] };
  }

  const isFeedAddress = response.status !== 200 && new URL(response.url).pathname !== "/";
  const usual = isFeedAddress ? { feeds: [], outcome: "" } : await findUsualFeeds(response.url, hintsOf(response), network);
  const [first] = usual.feeds;
  if (first !== undefined) {
    const found = usual.feeds.map((feed) => feed.url);
    return { feeds: found, findings: unreachable.length > 0 ? unreachable : [notAdvertised(response, first)] };
  }
  if (unreachable.length > 0) return { feeds: [], findings: unreachable };
  return isFeedAddress || namesFeed(url) || findBotProtection(response) !== undefined || response.status !== 200
    ? { feeds: [url], findings: [] } // examining it reports what is wrong
    : explainNothing(response, usual);
}

function hintsOf(response: HttpResponse): string[] {
  return response.status === 200 ? hintedFeeds(decode(response), response.url, response.headers.get("link") ?? "") : [];
}

/** Returns true for an address at which a feed is expected, and not a page. */
function namesFeed(url: string): boolean {
  const { pathname, search } = new URL(url);
  return /(?:\.(?:xml|json|rss|atom|rdf)|\/(?:feed|rss2?|atom)(?:\.\w+)?\/?)$/i.test(pathname) || /[?&]feed=/.test(search);
}

// The server of Jekyll prints 127.0.0.1, and its pages link to localhost: only the host that the user gave may be requested.
function asRequested(feed: string, page: string): string {
  if (!isThisMachine(feed) || !isThisMachine(page)) return feed;
  const url = new URL(feed);
  url.hostname = new URL(page).hostname;
  return url.href;
}

function isUnreachable(feed: string, page: string): boolean {
  return reasonNotToRequest(feed, page) !== undefined;
}

/** Reports the feeds of a page that others cannot request, such as those of the server on which the page was developed. */
function describeUnreachable(feeds: readonly string[], page: string, severity: "error" | "warning"): Finding[] {
  const [first] = feeds;
  if (first === undefined) return [];
  const links = feeds.length === 1 ? "a feed that others cannot request" : `${feeds.length} feeds that others cannot request`;
  const message = `The page links to ${links}: ${reasonNotToRequest(first, page)}`;
  const evidence = feeds.slice(0, 3).map((feed) => feed.slice(0, maxAddress));
  const advice = isPrivateHost(first)
    ? "Build the site with its public address, which is baseURL in Hugo and url in Jekyll, and publish nothing that a development server wrote"
    : "Write the http(s) address of the feed into the link, or remove the link";
  return [{ check, severity, message, evidence: evidence.join(", "), advice }];
}

const maxAddress = 200; // UTF-16 units that are shown

function counted(feeds: number): string {
  return feeds === 1 ? "one feed" : feeds > maxFeeds ? `${feeds} feeds, of which the first ${maxFeeds} were examined` : `${feeds} feeds`;
}

function notAdvertised({ status, url }: HttpResponse, { finalUrl, type, url: requested }: FoundFeed): Finding {
  if (status !== 200) {
    const message = `The page answers ${status}: readers find no feed there`;
    return { check, severity: "warning", message, evidence: url, advice: "Make the page available, too" };
  }
  // A redirect to a service may change, one within the site is a detour.
  const address = new URL(finalUrl).origin === new URL(requested).origin ? finalUrl : requested;
  const advice = `Put <link rel="alternate" type="${type}" href="${address}"> into its head`;
  return { check, severity: "warning", message: "The page does not link to its feed: some readers cannot find it", evidence: url, advice };
}

/** Explains why a page leads to no feed: by the page, or by the answers at the usual addresses. */
function explainNothing(response: HttpResponse, usual: UsualFeeds): Omit<Discovery, "answer"> {
  const html = decode(response);
  const title = quoteTitle(html);
  const wrongPage = describeWrongPage(html, response.url);
  if (wrongPage !== undefined) return { feeds: [], findings: [wrongPage] };
  if (usual.suspect !== undefined) return { feeds: [usual.suspect], findings: [describeSuspect(response.url, usual.suspect)] };
  const page = title === undefined ? "the page" : `the page ${title}`;
  return {
    feeds: [],
    findings: [nothingFound(`${page} has no ${link} to a feed, and ${usual.outcome}`, response.url, usual.advice ?? usualAdvice)],
  };
}

const link = '<link rel="alternate">';
const usualAdvice = 'Give the address of the feed; or put <link rel="alternate" type="application/rss+xml" href="…"> into the page';

function describeSuspect(page: string, suspect: string): Finding {
  const message = `The page has no ${link} to a feed. ${new URL(suspect).pathname} may be the address of one`;
  return { check, severity: "warning", message, evidence: page, advice: usualAdvice };
}

function nothingFound(reason: string, evidence: string, advice: string): Finding {
  return { check, severity: "error", message: `Cannot find a feed: ${reason}`, evidence, advice };
}

/** Reports a page with the status 200 that is not the page that visitors expect. */
function describeWrongPage(html: string, url: string): Finding | undefined {
  const title = quoteTitle(html);
  if (title !== undefined && resemblesErrorPage(html))
    return nothingFound(`the server answers 200 with an error page, ${title}`, url, errorPageAdvice(title));
  const login = loginKind(html, url);
  if (login === undefined) return undefined;
  return nothingFound(`the server answers 200 with ${login}${title === undefined ? "" : `, ${title}`}`, url, loginAdvice);
}

function decode({ bytes }: HttpResponse): string {
  return new TextDecoder().decode(bytes.subarray(0, 2_000_000)); // addresses are ASCII in every encoding of the page
}
