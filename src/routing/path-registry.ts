import { pathKey } from "../base/canonical-url.ts";
import { parseFeedPath } from "../model/feed-path.ts";
import type { Selection } from "../model/selection.ts";

/** The paths of the documents about the whole site. Their content depends on the articles; that they exist does not. */
export const siteDocumentPaths = ["/feeds/", "/opml.xml", "/robots.txt", "/sitemap.xml"] as const;

/** The fixed paths other than those of feeds and pages. */
export const fixedPaths: ReadonlySet<string> = new Set([...siteDocumentPaths, "/favicon.ico", "/favicon.svg", "/health", "/icon.png"]);

/** Returns whether a path belongs to a fixed document of the site, which exists regardless of its articles. */
export function isFixedPath(path: string): boolean {
  return fixedPaths.has(path) || /^\/(?:_contents|media|sitemap)\//.test(path);
}

/** Removes the trailing slash of a decoded path, so that both spellings are one address. */
export function withoutTrailingSlash(key: string): string {
  return key === "/" ? key : key.replace(/\/$/, "");
}

/** The owners of all addresses of the site. An address has one owner; with and without a trailing slash it is the same address. */
export class PathRegistry {
  readonly #selections: ReadonlySet<string>;
  readonly #owners = new Map<string, string>();

  constructor(selections: readonly Selection[]) {
    this.#selections = new Set(["", ...selections.map(({ path }) => pathKey(path) ?? path)]);
  }

  /** Reserves a decoded path for an owner, such as the file of an article. Returns the other owner if it is already reserved. */
  reserve(key: string, owner: string): string | undefined {
    const other = this.ownerOf(key);
    if (other === undefined) this.#owners.set(withoutTrailingSlash(key), owner);
    return other === owner ? undefined : other;
  }

  /** Returns the owner of a decoded path. */
  ownerOf(key: string): string | undefined {
    return this.#isOwn(key) ? "the site itself" : this.#owners.get(withoutTrailingSlash(key));
  }

  #isOwn(key: string): boolean {
    if (isFixedPath(key) || isFixedPath(`${key}/`)) return true;
    const address = parseFeedPath(key) ?? parseFeedPath(`${key}/`);
    return address !== undefined && this.#selections.has(address.selection);
  }
}
