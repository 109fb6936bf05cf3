/** A link to another resource: its relation, its URL and, if known, its media type. */
export interface Link {
  readonly rel: string;
  readonly href: string;
  readonly type?: string;
}

/** Formats the value of a Link header (RFC 8288 §3). URLs contain no `>`, since they are percent-encoded. */
export function formatLinks(links: readonly Link[]): string {
  return links.map(({ href, rel, type }) => `<${href}>; rel="${rel}"${type === undefined ? "" : `; type="${type}"`}`).join(", ");
}
