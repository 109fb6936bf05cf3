import type { Selection } from "../content/selection.ts";
import { pathKey } from "../content/urls.ts";
import { parseFeedAddress } from "./feed-address.ts";

/** Addresses of the documents beside the feeds. */
export const fixedPaths: ReadonlySet<string> = new Set([
  "/favicon.ico",
  "/favicon.svg",
  "/feeds/",
  "/health",
  "/icon.png",
  "/opml.xml",
  "/robots.txt",
  "/sitemap.xml",
]);

/** Whether the site itself answers a path, whatever its articles are: not feeds and their pages, but the documents beside them. */
export function isFixed(path: string): boolean {
  return fixedPaths.has(path) || /^\/(?:media|sitemap)\//.test(path);
}

/** Who has which address on the site: none can have two holders. */
export class AddressBook {
  readonly #selections: ReadonlySet<string>;
  readonly #holders = new Map<string, string>();

  constructor(selections: readonly Selection[]) {
    this.#selections = new Set(["", ...selections.map(({ path }) => pathKey(path) ?? path)]);
  }

  /** Gives the decoded path to a holder, such as the file of an article; where it is taken, says by whom. */
  claim(key: string, holder: string): string | undefined {
    const other = this.holderOf(key);
    if (other === undefined) this.#holders.set(key, holder);
    return other;
  }

  /** Who has the decoded path. */
  holderOf(key: string): string | undefined {
    return this.#isOwn(key) ? "the site itself" : this.#holders.get(key);
  }

  #isOwn(key: string): boolean {
    if (isFixed(key) || isFixed(`${key}/`)) return true;
    const address = parseFeedAddress(key) ?? parseFeedAddress(`${key}/`);
    return address !== undefined && this.#selections.has(address.selection);
  }
}
