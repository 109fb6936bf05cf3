// Links that open a feed reader: feed://example.com/rss.xml and feed:https://example.com/rss.xml.
const feedScheme = /^feed:(?:(?:\/\/)?(?=https?:))?/i;

/** Returns an address without the scheme `feed`; that of `feed://example.com/rss.xml` begins with `//`, without a scheme. */
export function withoutFeedScheme(address: string): string {
  return address.replace(feedScheme, "");
}
