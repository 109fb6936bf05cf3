/** A link in a header `Link` (RFC 8288 §3). */
export interface HeaderLink {
  /** As written. */
  readonly target: string;
  /** In lower case. */
  readonly relations: readonly string[];
  /** The media type, in lower case; empty without one. */
  readonly type: string;
}

/** Parses a header `Link`. */
export function parseLinkHeader(header: string): HeaderLink[] {
  const links = header.slice(0, 20_000).matchAll(/<([^<>]*)>((?:\s*;\s*[\w*-]+\s*(?:=\s*(?:"[^"]*"|[^",;\s<>]*))?)*)/g);
  return [...links].map(([, target = "", parameters = ""]) => ({
    target,
    relations: (/;\s*rel\s*=\s*"?([^";,]*)/i.exec(parameters)?.[1] ?? "").toLowerCase().split(/\s+/),
    type: (/;\s*type\s*=\s*"?([^";,]*)/i.exec(parameters)?.[1] ?? "").trim().toLowerCase(),
  }));
}
