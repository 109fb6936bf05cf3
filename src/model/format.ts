/** A format of feed documents. */
export interface Format {
  readonly id: "rss" | "atom" | "json";
  /** The name that people use. */
  readonly name: string;
  /** The end of its paths. */
  readonly path: string;
  readonly mediaType: string;
  /** The value of the Content-Type header. */
  readonly contentType: string;
}

export const rss: Format = {
  id: "rss",
  name: "RSS",
  path: "/rss.xml",
  mediaType: "application/rss+xml",
  contentType: "application/rss+xml; charset=utf-8",
};

export const atom: Format = {
  id: "atom",
  name: "Atom",
  path: "/atom.xml",
  mediaType: "application/atom+xml",
  contentType: "application/atom+xml; charset=utf-8",
};

/** JSON is UTF-8 by definition (RFC 8259 §8.1) and its media type has no charset. */
export const jsonFeed: Format = {
  id: "json",
  name: "JSON Feed",
  path: "/feed.json",
  mediaType: "application/feed+json",
  contentType: "application/feed+json",
};

/** All formats; the one that most readers support is first. */
export const formats: readonly Format[] = [rss, atom, jsonFeed];
