import { isPrivateHost, reasonNotToRequest } from "../../network/private-host.ts";
import { followRedirects, type RedirectChain } from "../../network/redirect-chain.ts";
import { type HttpResponse, type Network, tryRequest } from "../../network/request.ts";
import { SlowHosts, type SlowRequest } from "../../network/slow-hosts.ts";
import { advertisedFeeds } from "./advertised-feeds.ts";
import { findBotProtection } from "./bot-protection.ts";
import { isPage, readFeed } from "./feed-view.ts";
import type { Finding } from "./finding.ts";
import { errorPageAdvice, loginAdvice, loginKind, quoteTitle, resemblesErrorPage } from "./page-title.ts";

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
// Common addresses of feeds, relative to the page and to the root; readers try them, too.
const usualNames = ["feed/", "rss.xml", "atom.xml", "feed.json", "feed.xml", "index.xml", "rss/", "feed", "atom", "feeds/posts/default"];
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

  const advertised = response.status === 200 ? advertisedFeeds(decode(response), response.url) : [];
  const [hidden = [], open = []] = [true, false].map((wanted) => advertised.filter((feed) => isUnreachable(feed, url) === wanted));
  const feeds = open.slice(0, maxFeeds);
  const unreachable = describeUnreachable(hidden, url, feeds.length > 0 ? "warning" : "error");
  if (feeds.length > 0) {
    const found: Finding = { check, severity: "ok", message: `The page links to ${counted(open.length)}`, evidence: response.url };
    return { feeds, findings: [...unreachable, found] };
  }

  const isFeedAddress = response.status !== 200 && new URL(response.url).pathname !== "/";
  const found = isFeedAddress ? [] : await usualFeeds(response.url, network);
  const [first] = found;
  if (first !== undefined) return { feeds: found, findings: unreachable.length > 0 ? unreachable : [notAdvertised(response, first)] };
  if (unreachable.length > 0) return { feeds: [], findings: unreachable };
  return isFeedAddress || namesFeed(url) || findBotProtection(response) !== undefined || response.status !== 200
    ? { feeds: [url], findings: [] } // examining it reports what is wrong
    : { feeds: [], findings: [nothingFound(response, network.slowHosts?.find(response.url))] };
}

/** Returns true for an address at which a feed is expected, and not a page. */
function namesFeed(url: string): boolean {
  const { pathname, search } = new URL(url);
  return /(?:\.(?:xml|json|rss|atom|rdf)|\/(?:feed|rss2?|atom)(?:\.\w+)?\/?)$/i.test(pathname) || /[?&]feed=/.test(search);
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

function notAdvertised({ status, url }: HttpResponse, feed: string): Finding {
  if (status !== 200) {
    const message = `The page answers ${status}: readers find no feed there`;
    return { check, severity: "warning", message, evidence: url, advice: "Make the page available, too" };
  }
  const advice = `Put <link rel="alternate" type="application/rss+xml" href="${feed}"> into its head`;
  return { check, severity: "warning", message: "The page does not link to its feed: some readers cannot find it", evidence: url, advice };
}

function nothingFound(response: HttpResponse, slow: SlowRequest | undefined): Finding {
  const { url } = response;
  const html = decode(response);
  const title = quoteTitle(html);
  const fail = (found: string, advice: string): Finding => ({
    check,
    severity: "error",
    message: `Cannot find a feed: ${found}`,
    evidence: url,
    advice,
  });
  if (title !== undefined && resemblesErrorPage(html))
    return fail(`the server answers 200 with an error page, ${title}`, errorPageAdvice(title));
  const login = loginKind(html, url);
  if (login !== undefined) return fail(`the server answers 200 with ${login}${title === undefined ? "" : `, ${title}`}`, loginAdvice);
  const usual =
    slow === undefined ? "the usual addresses have none" : `the usual addresses were not tried, because the server is slow: ${slow.reason}`;
  const page = title === undefined ? "the page" : `the page ${title}`;
  const advice = 'Give the address of the feed; or put <link rel="alternate" type="application/rss+xml" href="…"> into the page';
  return fail(`${page} links to no feed, and ${usual}`, advice);
}

/** Returns whether a response is a feed. */
export function isFeed({ bytes, headers, status, url }: HttpResponse): boolean {
  return status === 200 && "document" in readFeed(bytes, headers.get("content-type") ?? "", url);
}

function decode({ bytes }: HttpResponse): string {
  return new TextDecoder().decode(bytes.subarray(0, 2_000_000)); // addresses are ASCII in every encoding of the page
}

// Counts addresses that redirect to the same feed once. A server that is slow is asked no more.
async function usualFeeds(pageUrl: string, network: Network): Promise<string[]> {
  const found = new Map<string, string>();
  const folders = [new URL("./", pageUrl), new URL("/", pageUrl)];
  for (const url of new Set(folders.flatMap((folder) => usualNames.map((name) => new URL(name, folder).href)))) {
    if (network.slowHosts?.find(pageUrl) !== undefined) break;
    const { response } = await followRedirects(url, {}, network);
    if (response !== undefined && isFeed(response) && !found.has(response.url)) found.set(response.url, url);
    if (response === undefined && (await tryRequest(pageUrl, { method: "HEAD" }, network)) === undefined) break; // the server is down
  }
  return [...found.values()];
}
