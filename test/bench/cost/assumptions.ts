/** People who subscribe in one way. */
export interface Readers {
  /** What a table calls them. */
  readonly title: string;
  /** Their share of all subscribers. */
  readonly share: number;
  /** How often one of them asks, a day. */
  readonly pollsADay: number;
  /** How many of the polls carry a validator. */
  readonly conditional: number;
  /** Where a service asks once for all its subscribers: how many services there are at most. */
  readonly services?: number;
  /** Where the figures come from. */
  readonly reason: string;
}

/** What the model supposes of the world. */
export interface Assumptions {
  readonly readers: readonly Readers[];
  /** How many articles are published a day: each makes every poller's next poll a 200. */
  readonly articlesADay: number;
  /** Share of the whole feeds that are sent compressed. */
  readonly compressed: number;
  /** Seconds for which a cache need not ask the Worker again (`SITE.maxAge`). */
  readonly maxAge: number;
  /** Whether Workers Cache is on. */
  readonly isCached: boolean;
  /** In how many places the Worker runs: those where the edge cache misses. */
  readonly places: number;
  /** For how many seconds a Worker that nobody asks is kept before it has to be started again. */
  readonly keptSeconds: number;
  /** How many different answers the cache keeps: documents that are polled, times the ways in which readers accept compression. */
  readonly variants: number;
}

export const assumptions: Assumptions = {
  readers: [
    {
      title: "services (Feedly, Inoreader, …)",
      share: 0.6,
      pollsADay: 48,
      conditional: 0.95,
      services: 60,
      reason:
        "one poll serves all its subscribers; Inoreader polls every 30 to 60 minutes, Feedly hourly, Unread Cloud every 5 to 60 minutes",
    },
    {
      title: "readers on servers (FreshRSS, Miniflux, …)",
      share: 0.1,
      pollsADay: 24,
      conditional: 0.9,
      reason: "each polls all day; hourly is the default of both",
    },
    {
      title: "apps on phones and computers",
      share: 0.3,
      pollsADay: 12,
      conditional: 0.7,
      reason: "each polls hourly while it runs; some send no validator",
    },
  ],
  articlesADay: 1,
  compressed: 0.95,
  maxAge: 3600,
  isCached: true,
  places: 10,
  keptSeconds: 60,
  variants: 9,
};
