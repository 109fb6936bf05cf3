import { pathOf } from "../../network/path-of.ts";
import { followRedirects, type RedirectChain } from "../../network/redirect-chain.ts";
import { type HttpResponse, type Network, tryRequest } from "../../network/request.ts";
import { describeRetryAfter, isLimit } from "../../network/request-limits.ts";
import { findBotProtection } from "./bot-protection.ts";
import { documentTypes } from "./document-types.ts";
import { readFeed } from "./feed-view.ts";

/** The result of requesting addresses at which a feed may be. */
export interface UsualFeeds {
  /** The addresses of feeds, also of broken ones, which are last. */
  readonly feeds: readonly FoundFeed[];
  /** The address without a feed that should be examined, because its answer is another one than that of most addresses. */
  readonly suspect?: string;
  /** A clause about all addresses, for the case that none has a feed. */
  readonly outcome: string;
  /** The remedy if it is a special one, a sentence without its full stop. */
  readonly advice?: string;
}

/** A feed at such an address. */
export interface FoundFeed {
  /** As requested. */
  readonly url: string;
  /** The address to which its redirects lead. */
  readonly finalUrl: string;
  /** The media type of its format. */
  readonly type: string;
}

// Common addresses of feeds, relative to the page and to the root; readers try them, too.
const usualNames = ["feed/", "rss.xml", "atom.xml", "feed.json", "feed.xml", "index.xml", "rss/", "feed", "atom", "feeds/posts/default"];

/**
 * Requests the addresses that a page names in an unusual way, and the usual ones.
 * A server that is slow, limits requests or no longer responds is asked no more.
 */
export async function findUsualFeeds(pageUrl: string, named: readonly string[], network: Network): Promise<UsualFeeds> {
  const folders = [new URL("./", pageUrl), new URL("/", pageUrl)];
  const usual = folders.flatMap((folder) => usualNames.map((name) => new URL(name, folder).href));
  const answers: Answer[] = [];
  for (const url of new Set([...named, ...usual])) {
    const chain = isSlow(pageUrl, network) ? undefined : await followRedirects(url, {}, network);
    if (chain?.response !== undefined && isLimit(chain.response)) return concludeLimit(answers, url, chain.response, network.now());
    const silence = chain?.response === undefined ? await describeSilence(pageUrl, url, network) : undefined;
    if (silence !== undefined) return conclude(answers, silence);
    if (chain !== undefined) answers.push(judge(chain));
  }
  return { ...conclude(answers, describeAll(answers)), ...findSuspect(answers) };
}

function isSlow(url: string, { slowHosts }: Network): boolean {
  return slowHosts?.find(url) !== undefined;
}

/** Returns why the server is asked no more after a request without an answer; undefined if only that request fails. */
async function describeSilence(pageUrl: string, url: string, network: Network): Promise<string | undefined> {
  const slow = network.slowHosts?.find(pageUrl);
  if (slow !== undefined) return `the usual addresses were not tried, because the server is slow: ${slow.reason}`;
  const isDown = (await tryRequest(pageUrl, { method: "HEAD" }, network)) === undefined;
  return isDown ? `the server no longer answers: the usual addresses after ${pathOf(url)} were not tried` : undefined;
}

interface Answer {
  readonly url: string;
  readonly kind: "feed" | "broken" | "refused" | "nothing";
  /** The answer, such as `404` or `a web page`. */
  readonly label: string;
  /** Only of a feed. */
  readonly feed?: FoundFeed;
  /** The text of a broken feed: a server may send it at several addresses. */
  readonly text?: string;
  readonly isBlocked?: boolean;
}

function judge({ response, url }: RedirectChain): Answer {
  if (response === undefined) return { url, kind: "refused", label: "nothing" };
  const { bytes, headers, status } = response;
  const view = readFeed(bytes, headers.get("content-type") ?? "", response.url);
  const feed = { url, finalUrl: response.url, type: documentTypes[view.kind]?.[0] ?? "" };
  const isFeedLike = view.kind !== "html" && view.kind !== "unknown";
  if ("document" in view) return { url, kind: status === 200 ? "feed" : "broken", label: `${status}`, feed, text: view.text };
  if (status === 200 && isFeedLike) return { url, kind: "broken", label: view.reason, feed, text: view.text ?? response.url };
  const isBlocked = findBotProtection(response) !== undefined;
  if (status !== 200)
    return { url, kind: [404, 410].includes(status) && !isBlocked ? "nothing" : "refused", label: `${status}`, isBlocked };
  if (isBlocked) return { url, kind: "refused", label: "bot protection", isBlocked };
  if (view.kind === "html") return { url, kind: "nothing", label: "a web page" };
  return { url, kind: view.isCompressed || isSentAsFeed(response) ? "refused" : "nothing", label: "a document that is not a feed" };
}

// An empty document is no page that says that there is nothing.
function isSentAsFeed({ bytes, headers }: HttpResponse): boolean {
  const type = headers.get("content-type") ?? "";
  return /^application\/(?:(?:rss|atom|rdf)\+xml|feed\+json)\b/i.test(type) || (bytes.length === 0 && /\b(?:xml|json)\b/i.test(type));
}

function conclude(answers: readonly Answer[], outcome: string): UsualFeeds {
  // Several addresses may lead to the same feed, or have the same broken one.
  const found = new Map<string, FoundFeed>();
  for (const { feed, kind } of answers) if (feed && kind === "feed" && !found.has(feed.finalUrl)) found.set(feed.finalUrl, feed);
  const broken = new Map<string, FoundFeed>();
  for (const { feed, kind, text = "" } of answers) if (feed && kind === "broken" && !broken.has(text)) broken.set(text, feed);
  return { feeds: [...found.values(), ...broken.values()], outcome };
}

function concludeLimit(answers: readonly Answer[], url: string, { headers, status }: HttpResponse, now: number): UsualFeeds {
  const retry = describeRetryAfter(headers, now);
  const later = retry === undefined ? "" : `, and asks to try again ${retry}`;
  const outcome = `the server limits requests: ${pathOf(url)} answers ${status}${later}, so no further address was tried`;
  return { ...conclude(answers, outcome), advice: `Try again ${retry ?? "later"}, or give the address of the feed` };
}

/** Describes the answers of a site without a feed. Some sites answer every unknown address with the same page, or refuse it. */
function describeAll(answers: readonly Answer[]): string {
  const [first] = answers;
  const label = commonLabel(answers);
  if (label === undefined || label === "404" || first === undefined) return "the usual addresses have none";
  const every = answers.every((answer) => answer.label === label) ? "every usual address" : "most usual addresses";
  return `the usual addresses have none: ${every} answer${every.startsWith("every") ? "s" : ""} with ${label}`;
}

/** Returns the answer of at least half of the addresses: that of an address that does not exist. */
function commonLabel(answers: readonly Answer[]): string | undefined {
  return answers.find(({ label }) => answers.filter((other) => other.label === label).length * 2 >= answers.length)?.label;
}

// Bot protection blocks the feeds, too, if it blocks every address.
function findSuspect(answers: readonly Answer[]): Pick<UsualFeeds, "suspect"> {
  const usual = commonLabel(answers);
  const refused = answers.filter(({ kind }) => kind === "refused");
  const suspect = refused.find(({ isBlocked }) => isBlocked) ?? refused.find(({ label }) => label !== usual);
  return suspect === undefined ? {} : { suspect: suspect.url };
}
