/** Returns a URL without its scheme and `www.`, as people write it: `example.com/a`. A text without a scheme is returned as it is. */
export function shortAddress(url: string): string {
  return url.replace(/^https?:\/\/(?:www\.)?/, "");
}

/** Returns a host without `www.`: most sites answer under both names. */
export function withoutWww(host: string): string {
  return host.replace(/^www\./, "");
}
