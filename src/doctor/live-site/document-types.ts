import type { DocumentKind } from "./document-kind.ts";

/**
 * The media types of each format. The first is the format's own (rssboard.org, RFC 4287 §7, jsonfeed.org); readers also accept the others.
 */
export const documentTypes: Readonly<Partial<Record<DocumentKind, readonly string[]>>> = {
  rss: ["application/rss+xml", "application/xml", "text/xml"],
  atom: ["application/atom+xml", "application/xml", "text/xml"],
  json: ["application/feed+json", "application/json"],
  rdf: ["application/rdf+xml", "application/rss+xml", "application/xml", "text/xml"],
};
