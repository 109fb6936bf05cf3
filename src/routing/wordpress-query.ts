import { pathKey } from "../base/canonical-url.ts";
import type { Entry } from "../model/entry.ts";
import type { Snapshot } from "../model/snapshot.ts";
import type { MatchRoute } from "./match-route.ts";
import { withQuery } from "./with-query.ts";

/** The meaning of a query URL of WordPress. */
export type WordpressMatch = { readonly kind: "gone" } | { readonly kind: "moved"; readonly url: string };

// The variables of WordPress's queries that have a meaning here.
const knownVariables = ["p", "page_id", "category_name", "tag", "author_name", "feed"];

// Others that choose what is shown. The site does not know the numbers of categories and authors, and has no months, searches or comments.
const unknownVariables =
  "attachment attachment_id author cat day m monthnum name order orderby paged page pagename post_type s static w withcomments year".split(
    " ",
  );

const folders = { category_name: "category", tag: "tag", author_name: "author" };
const feeds = /^(?:atom|feed|json|rdf|rss2?)$/;
const commentFeeds = /^comments-(?:atom|rss2)$/;

// A guid of WordPress, such as https://old.example/?p=12 or https://old.example/blog/?post_type=note&#038;p=7.
const guid = /^https?:\/\/[^/?#]+(?<folder>\/[^?#]*)?\?(?:.*[&;])?(?:p|page_id)=(?<number>\d+)$/;

/** Returns whether a URL has a query that WordPress may have made. */
export function isWordpressQuery({ search, searchParams }: URL): boolean {
  return search !== "" && knownVariables.some((name) => searchParams.has(name));
}

/**
 * Matches a query URL of the WordPress site from which entries come: their ids are those that WordPress gave them. Returns undefined for
 * all other sites, and for what the site does not know: there, a query changes nothing.
 */
export type MatchWordpressQuery = (url: URL, snapshot: Snapshot) => WordpressMatch | undefined;

/** Creates the matcher of WordPress's query URLs. It reads the ids of a snapshot once. */
export function createWordpressMatcher(matchRoute: MatchRoute): MatchWordpressQuery {
  let known: { readonly snapshot: Snapshot; readonly posts: readonly Post[] } | undefined;
  return (url, snapshot) => {
    if (known?.snapshot !== snapshot) known = { snapshot, posts: postsOf(snapshot.entries) };
    return matchQuery(url, snapshot, known.posts, matchRoute);
  };
}

function matchQuery(url: URL, snapshot: Snapshot, posts: readonly Post[], matchRoute: MatchRoute): WordpressMatch | undefined {
  const { pathname, searchParams } = url;
  if (unknownVariables.some((name) => searchParams.has(name))) return undefined;
  const address = pathKey(pathname)?.replace(/\/index\.php$/, "/");
  const isFrontPage = isFrontPageOf(posts, address);
  if ((isFrontPage || address === "/") && isExpired(searchParams, posts, snapshot, matchRoute)) return { kind: "gone" };
  if (!isFrontPage) return undefined;
  if (commentFeeds.test(searchParams.get("feed") ?? "")) return { kind: "gone" };
  const path = meantPath(searchParams, posts);
  const match = path === undefined ? undefined : matchRoute(path, snapshot);
  const target = match?.kind === "entry" ? match.entry.url : match?.kind === "moved" ? match.url : undefined;
  return target === undefined ? undefined : { kind: "moved", url: withQuery(target, otherParameters(searchParams)) };
}

/** Returns the number of a post or page in its id or address from WordPress. */
export function wordpressNumber(url: string): string | undefined {
  return guid.exec(url)?.groups?.["number"];
}

/** Returns the key of the query URL of an entry from WordPress, `/?p=12`, under which routes report that it has expired. */
export function wordpressKey(id: string): string | undefined {
  const number = wordpressNumber(id);
  return number === undefined ? undefined : keyOfNumber(number);
}

function keyOfNumber(number: string): string {
  return `/?p=${number}`;
}

// An article that is public and has the same number takes precedence.
function isExpired(parameters: URLSearchParams, posts: readonly Post[], snapshot: Snapshot, matchRoute: MatchRoute): boolean {
  const number = parameters.get("p") ?? parameters.get("page_id");
  if (number === null || !/^\d+$/.test(number) || parameters.has("feed") || posts.some((post) => post.number === number)) return false;
  return matchRoute(keyOfNumber(number), snapshot)?.kind === "gone";
}

interface Post {
  readonly folder: string;
  readonly number: string;
  readonly path: string;
}

function postsOf(entries: readonly Entry[]): readonly Post[] {
  return entries.flatMap(({ id, path }) => {
    const { folder = "/", number } = guid.exec(id)?.groups ?? {};
    return number === undefined ? [] : [{ folder: pathKey(folder) ?? folder, number, path }];
  });
}

// WordPress may have been in a folder, such as /blog/.
function isFrontPageOf(posts: readonly Post[], path: string | undefined): boolean {
  return posts.some(({ folder }) => path === "/" || path === folder);
}

// The path of an article, or a path of WordPress that means the same, such as /tag/sea/feed/atom.
function meantPath(parameters: URLSearchParams, posts: readonly Post[]): string | undefined {
  const number = parameters.get("p") ?? parameters.get("page_id");
  const feed = parameters.get("feed");
  if (number !== null) return feed === null ? pathOfPost(posts, number) : undefined; // the feed of its comments
  const [list = "", ...others] = Object.entries(folders).flatMap(([variable, folder]) => {
    const name = parameters.get(variable);
    return name === null ? [] : [`/${folder}/${encodeURIComponent(name)}`];
  });
  if (others.length > 0 || list.endsWith("/")) return undefined;
  if (feed === null) return list === "" ? undefined : list;
  return feeds.test(feed) ? `${list}/feed/${feed.replace("feed", "rss2")}` : undefined;
}

// Articles of two WordPress sites may have the same number.
function pathOfPost(posts: readonly Post[], number: string): string | undefined {
  const [post, ...others] = posts.filter((each) => each.number === number);
  return others.length === 0 ? post?.path : undefined;
}

function otherParameters(parameters: URLSearchParams): string {
  return `?${new URLSearchParams([...parameters].filter(([name]) => !knownVariables.includes(name)))}`;
}
