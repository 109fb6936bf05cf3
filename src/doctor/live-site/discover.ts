import { type DefaultTreeAdapterMap, parse } from "parse5";
import { withoutFragment } from "../../base/without-fragment.ts";
import { LimitError } from "../../limits/limit-error.ts";
import { countingTreeAdapter } from "../../limits/limited-html.ts";
import { reasonNotToRequest } from "../../network/private-host.ts";
import { followRedirects, type RedirectChain } from "../../network/redirect-chain.ts";
import { type HttpResponse, type Network, tryRequest } from "../../network/request.ts";
import { SlowHosts, type SlowRequest } from "../../network/slow-hosts.ts";
import { findBotProtection } from "./bot-protection.ts";
import { isPage, readFeed } from "./feed-view.ts";
import type { Finding } from "./finding.ts";
import { errorPageAdvice, quoteTitle, resemblesErrorPage } from "./page-title.ts";

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
const feedTypes = ["application/rss+xml", "application/atom+xml", "application/feed+json", "application/json", "application/rdf+xml"];
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
  const feeds = advertised.filter((feed) => reasonNotToRequest(feed, url) === undefined).slice(0, maxFeeds);
  if (feeds.length > 0)
    return {
      feeds,
      findings: [{ check, severity: "ok", message: `The page links to ${counted(advertised.length)}`, evidence: response.url }],
    };

  const isFeedAddress = response.status !== 200 && new URL(response.url).pathname !== "/";
  const found = isFeedAddress ? [] : await usualFeeds(response.url, network);
  const [first] = found;
  if (first !== undefined) return { feeds: found, findings: [notAdvertised(response, first)] };
  return isFeedAddress || findBotProtection(response) !== undefined || response.status !== 200
    ? { feeds: [url], findings: [] } // examining it reports what is wrong
    : { feeds: [], findings: [nothingFound(response, network.slowHosts?.find(response.url))] };
}

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
  if (title !== undefined && resemblesErrorPage(html))
    return {
      check,
      severity: "error",
      message: `Cannot find a feed: the server answers 200 with an error page, ${title}`,
      evidence: url,
      advice: errorPageAdvice(title),
    };
  const usual =
    slow === undefined ? "the usual addresses have none" : `the usual addresses were not tried, because the server is slow: ${slow.reason}`;
  const page = title === undefined ? "the page" : `the page ${title}`;
  const advice = 'Give the address of the feed; or put <link rel="alternate" type="application/rss+xml" href="…"> into the page';
  return {
    check,
    severity: "error",
    message: `Cannot find a feed: ${page} links to no feed, and ${usual}`,
    evidence: url,
    advice,
  };
}

/** Returns whether a response is a feed. */
export function isFeed({ bytes, headers, status, url }: HttpResponse): boolean {
  return status === 200 && "document" in readFeed(bytes, headers.get("content-type") ?? "", url);
}

function decode({ bytes }: HttpResponse): string {
  return new TextDecoder().decode(bytes.subarray(0, 2_000_000)); // addresses are ASCII in every encoding of the page
}

/** Returns the feeds that a page names (HTML, `rel=alternate`), absolute, in the page's order; [] if the page has too many elements. */
export function advertisedFeeds(html: string, pageUrl: string): string[] {
  const elements = elementsIn(html);
  const attribute = (element: DefaultTreeAdapterMap["element"], name: string) => element.attrs.find((found) => found.name === name)?.value;
  const baseElement = elements.find((element) => element.tagName === "base" && attribute(element, "href") !== undefined);
  const base = URL.parse(baseElement === undefined ? pageUrl : (attribute(baseElement, "href") ?? ""), pageUrl)?.href ?? pageUrl;
  const urls = elements
    .filter(({ tagName }) => tagName === "link")
    .filter((link) => attribute(link, "rel")?.toLowerCase().split(/\s+/).includes("alternate"))
    .filter((link) => feedTypes.includes(attribute(link, "type")?.split(";")[0]?.trim().toLowerCase() ?? ""))
    // WordPress announces its API in the same way.
    .filter((link) => !/\/wp-json\//.test(attribute(link, "href") ?? ""))
    .map((link) => URL.parse(attribute(link, "href")?.trim() ?? "", base))
    .filter((url) => url !== null);
  return [...new Set(urls.map(({ href }) => withoutFragment(href)))];
}

function elementsIn(html: string): DefaultTreeAdapterMap["element"][] {
  try {
    return [...elementsOf(parse(html, { treeAdapter: countingTreeAdapter() }))];
  } catch (error) {
    if (error instanceof LimitError) return [];
    throw error;
  }
}

// Iterative, since a deeply nested page would overflow the stack.
function* elementsOf(root: DefaultTreeAdapterMap["document"]): Generator<DefaultTreeAdapterMap["element"]> {
  const open: DefaultTreeAdapterMap["node"][] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if ("tagName" in node) yield node;
    if ("childNodes" in node) open.push(...node.childNodes.toReversed());
  }
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
