import { canonicalPath, pathOf } from "../base/canonical-url.ts";
import { httpUrl } from "../feed-parser/entry-url.ts";
import type { ParsedEntry } from "../feed-parser/parsed-entry.ts";
import { wordpressNumber } from "../routing/wordpress-query.ts";

/** The addresses of an entry in the form of front matter: paths, percent-encoded. */
export interface Addresses {
  readonly permalink?: string | undefined;
  readonly aliases: readonly string[];
  readonly notes: readonly string[];
}

/**
 * Returns the addresses that an entry can keep. An address such as `/?p=12` cannot be kept, and redirects only if it is also the id, as in
 * WordPress.
 */
export function addressesOf({ aliases, draft, id, link, path }: ParsedEntry): Addresses {
  const url = httpUrl(link);
  const linked = url === undefined || url.search !== "" || url.pathname === "/" ? undefined : pathOf(url.href);
  const permalink = linked ?? (path === undefined ? undefined : pathOf(path));
  const number = wordpressNumber(link ?? "");
  const redirects = number !== undefined && number === wordpressNumber(id ?? "");
  const isLost = url !== undefined && url.search !== "" && !redirects && !draft; // no one links to a draft yet
  return {
    permalink,
    aliases: [...new Set(aliases.map((alias) => aliasPath(alias, url)))].filter((path) => path !== undefined && !isSame(path, permalink)),
    notes: isLost ? [`Cannot keep its address ${link}: addresses cannot depend on a query; it gets a new one`] : [],
  } as Addresses;
}

function aliasPath(alias: string, link: URL | undefined): string | undefined {
  if (alias.startsWith("/")) return canonicalPath(alias);
  const url = httpUrl(alias);
  const isOwn = url !== undefined && (link === undefined || url.host === link.host);
  return isOwn && url.search === "" && url.pathname !== "/" ? pathOf(url.href) : undefined;
}

function isSame(path: string, permalink: string | undefined): boolean {
  return path.replace(/\/$/, "") === permalink?.replace(/\/$/, "");
}
