import { weighted } from "./random.ts";

/** A request, and the expected response. */
export interface Poll {
  /** The kind of poll, for the report. */
  readonly kind: string;
  readonly method: "GET" | "HEAD" | "POST";
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** 200 and 304 must be those of the document at the path; other responses must have no content. */
  readonly expected: readonly number[];
}

/** A poller's copy of a document. */
export interface Copy {
  readonly etag: string;
  readonly lastModified: string;
}

/** Returns the copy that a poller has of a path; undefined if it has none yet. */
export type FindCopy = (path: string) => Copy | undefined;

/** The paths of a site that pollers request. */
export interface Offer {
  readonly feeds: readonly string[];
  readonly pages: readonly string[];
}

type MakePoll = (path: string, copy: Copy, random: () => number) => Omit<Poll, "kind" | "path">;

const get = (headers: Record<string, string>, ...expected: number[]) => ({ method: "GET", headers, expected }) as const;
const oneOf = <T>(list: readonly T[], random: () => number): T =>
  weighted(
    list.map((choice) => [1, choice] as const),
    random,
  );

const staleTags = ['"00000000000000000000000000000000"', 'W/"0-gzip"', '""', '"x", "y"', "unquoted", '"'];
const wrongDates = ["yesterday", "0", "Wed, 32 Foo 2024 25:00:00 GMT", "2024-11-06T12:00:00Z", "Mon, 01 Jan 1990 00:00:00 GMT", "-1"];

// The share of each kind of poll among the requests for feeds: most readers send both validators back, many send one of them, and
// some send none.
const kinds: readonly (readonly [weight: number, kind: string, make: MakePoll])[] = [
  [42, "tag and date", (_path, { etag, lastModified }) => get({ "if-none-match": etag, "if-modified-since": lastModified }, 304)],
  [15, "tag", (_path, { etag }) => get({ "if-none-match": etag }, 304)],
  [3, "weakened tag", (_path, { etag }) => get({ "if-none-match": `W/${etag}` }, 304)],
  [9, "date", (_path, { lastModified }) => get({ "if-modified-since": lastModified }, 304)],
  [16, "nothing", () => get({}, 200)],
  [
    3,
    "stale tag",
    (_path, { lastModified }, random) =>
      get({ "if-none-match": oneOf(staleTags, random), ...(random() < 0.5 && { "if-modified-since": lastModified }) }, 200),
  ],
  [3, "wrong date", (_path, _copy, random) => get({ "if-modified-since": oneOf(wrongDates, random) }, 200)],
  [2, "date to come", () => get({ "if-modified-since": "Fri, 31 Dec 2999 23:59:59 GMT" }, 304)],
  [2, "HEAD", () => ({ method: "HEAD", headers: {}, expected: [200] })],
  [1, "HEAD with a tag", (_path, { etag }) => ({ method: "HEAD", headers: { "if-none-match": etag }, expected: [304] })],
];

const attacks: readonly Omit<Poll, "kind">[] = [
  { method: "GET", path: "/../../content/index.bin", headers: {}, expected: [404] },
  { method: "GET", path: "/_headers", headers: {}, expected: [404] },
  { method: "GET", path: "/wp-login.php", headers: {}, expected: [404] },
  { method: "GET", path: "/.env", headers: {}, expected: [404] },
  { method: "GET", path: "//evil.example/%2e%2e", headers: { "x-forwarded-host": "evil.example" }, expected: [301, 404] },
  { method: "GET", path: `/tag/${"a/".repeat(2000)}feed/`, headers: {}, expected: [404] },
  { method: "GET", path: "/rss.xml%00", headers: {}, expected: [404] },
  { method: "GET", path: "/%ff%fe", headers: { range: "bytes=0-0,1-1" }, expected: [404] },
  { method: "POST", path: "/rss.xml", headers: { "x-http-method-override": "PUT" }, expected: [405] },
  { method: "GET", path: "/rss.xml/", headers: { host: "evil.example" }, expected: [301] },
];

const agents = [
  "Feedly/1.0 (+http://www.feedly.com/fetcher.html; 24 subscribers; like FeedFetcher-Google)",
  "Mozilla/5.0 (compatible; Miniflux/2.2.3; +https://miniflux.app)",
  "FreshRSS/1.25.0 (Linux; https://freshrss.org)",
  "NetNewsWire (RSS Reader; https://netnewswire.com/)",
  "Tiny Tiny RSS/23.10 (https://tt-rss.org/)",
  "newsboat/2.36",
  "python-requests/2.31.0",
  "curl/8.5.0",
  "Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0",
  "",
  "-",
  "\u00e4gent/1 (\u00fc)",
  "x".repeat(2000),
];
const encodings = [
  [60, "gzip, deflate, br"],
  [15, "gzip"],
  [10, undefined],
  [5, "identity"],
  [4, "gzip;q=0"],
  [3, "*"],
  [3, "deflate, GZIP;q=0.5"],
] as const;

/** Returns the next poll. A poller without a copy requests the whole document first. */
export function nextPoll(offer: Offer, findCopy: FindCopy, random: () => number): Poll {
  const kind = weighted(
    [
      [94, "reader"],
      [4, "browser"],
      [2, "attacker"],
    ] as const,
    random,
  );
  const agent = { "user-agent": oneOf(agents, random) };
  if (kind === "attacker") {
    const attack = oneOf(attacks, random);
    return { ...attack, kind, headers: { ...agent, ...attack.headers } };
  }
  const encoding = weighted(encodings, random);
  const common = { ...agent, ...(encoding !== undefined && { "accept-encoding": encoding }) };
  if (kind === "browser")
    return {
      kind,
      method: "GET",
      path: oneOf(offer.pages, random),
      headers: { ...common, accept: "text/html,*/*;q=0.8" },
      expected: [200],
    };
  // Half of all polls are for the feed of the whole site, in one of its formats.
  const path = random() < 0.5 ? oneOf(offer.feeds.slice(0, 3), random) : oneOf(offer.feeds, random);
  const copy = findCopy(path);
  if (copy === undefined) return { kind: "first visit", method: "GET", path, headers: common, expected: [200] };
  const [name, make] = weighted(
    kinds.map(([weight, name, make]) => [weight, [name, make] as const] as const),
    random,
  );
  const poll = make(path, copy, random);
  return { ...poll, kind: name, path, headers: { ...common, ...poll.headers } };
}
