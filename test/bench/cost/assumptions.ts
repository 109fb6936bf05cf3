/** A group of subscribers with the same kind of reader. */
export interface Readers {
  /** Their name in tables. */
  readonly title: string;
  /** Their share of all subscribers. */
  readonly share: number;
  /** The polls a day of each. */
  readonly pollsADay: number;
  /** The share of polls with a validator. */
  readonly conditional: number;
  /** The maximum number of services, if one poll of a service is for all its subscribers. */
  readonly services?: number;
  /** The source of the figures. */
  readonly reason: string;
}

/** The assumptions of the model. */
export interface Assumptions {
  readonly readers: readonly Readers[];
  /** Articles a day: after each, the next poll of every reader is a 200. */
  readonly articlesADay: number;
  /** Share of the whole feeds that are sent compressed. */
  readonly compressed: number;
  /** How long caches may keep a document, in seconds (`SITE.maxAge`). */
  readonly maxAge: number;
  /** True if Workers Cache is enabled. */
  readonly isCached: boolean;
  /** The number of places where the Worker runs: those with misses of the edge cache. */
  readonly places: number;
  /** Seconds until an idle Worker is evicted. */
  readonly keptSeconds: number;
  /** The number of responses in the cache: polled documents, times the values of Accept-Encoding. */
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
  variants: 11,
};
