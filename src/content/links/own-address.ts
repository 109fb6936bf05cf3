import { withoutWww } from "../../base/short-address.ts";
import { fixedPaths } from "../../routing/path-registry.ts";
import { redirectKey } from "../../routing/redirects.ts";
import { parseBase } from "./parse-base.ts";

/** The URLs of a site. */
export interface OwnUrls {
  /** Any absolute URL of the site. */
  readonly base: string;
  /** The URL that ids begin with: that of the site before it moved. */
  readonly idBase?: string;
  /** The addresses that the settings redirect, as `redirectKey` returns them. */
  readonly redirected?: ReadonlySet<string>;
}

/** An address of the site itself. */
export interface OwnAddress {
  /** The path from the root, with the query and the fragment. */
  readonly path: string;
  /** True if its host is that of the site now: `www.`, or the host of ids, may be another site. */
  readonly isSameHost: boolean;
}

/**
 * Recognizes an address of the site itself, such as `https://example.com/images/moon.png`, by its host. Returns undefined for any other
 * reference, and for media files that the site has published already.
 */
export function ownAddress(reference: string, { base, idBase = base }: OwnUrls): OwnAddress | undefined {
  if (!/^(?:https?:)?\/\//i.test(reference)) return undefined;
  const [url, current] = [URL.parse(reference, base), parseBase(base)];
  if (url === null || current === null || url.pathname.startsWith("/media/")) return undefined;
  const isOwn = [base, idBase].some((own) => withoutWww(parseBase(own)?.host ?? "") === withoutWww(url.host));
  return isOwn ? { path: url.pathname + url.search + url.hash, isSameHost: url.host === current.host } : undefined;
}

/**
 * Returns the URL of a reference to a document that the site has without a file in articles/: one that every site has, such as `/icon.png`,
 * or a redirect of the settings. Returns undefined for any other reference.
 */
export function ownDocument(reference: string, { base, redirected }: OwnUrls): string | undefined {
  const url = URL.parse(reference, base);
  if (url === null || url.origin !== parseBase(base)?.origin) return undefined;
  return fixedPaths.has(url.pathname) || redirected?.has(redirectKey(url.pathname) ?? "") ? url.href : undefined;
}
