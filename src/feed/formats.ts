import { renderAtom } from "./atom.ts";
import type { FeedDocument } from "./feed-document.ts";
import { renderJsonFeed } from "./json-feed.ts";
import { renderRss } from "./rss.ts";

/** One of the ways in which a feed can be written. */
export interface Format {
  /** What people call it. */
  readonly name: string;
  /** The end of its addresses. */
  readonly path: string;
  readonly mediaType: string;
  /** The media type as the header has it. */
  readonly contentType: string;
  render(feed: FeedDocument): string;
}

export const rss: Format = {
  name: "RSS",
  path: "/rss.xml",
  mediaType: "application/rss+xml",
  contentType: "application/rss+xml; charset=utf-8",
  render: renderRss,
};

export const atom: Format = {
  name: "Atom",
  path: "/atom.xml",
  mediaType: "application/atom+xml",
  contentType: "application/atom+xml; charset=utf-8",
  render: renderAtom,
};

/** JSON is UTF-8 by definition (RFC 8259 §8.1) and its media type has no charset. */
export const jsonFeed: Format = {
  name: "JSON Feed",
  path: "/feed.json",
  mediaType: "application/feed+json",
  contentType: "application/feed+json",
  render: renderJsonFeed,
};

/** All of them, the one that most readers know first. */
export const formats: readonly Format[] = [rss, atom, jsonFeed];
