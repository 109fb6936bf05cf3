import { textIn } from "../../../base/table-values.ts";
import { differingId } from "../../site-rules/readable-path.ts";
import type { AstroCode } from "./astro-code.ts";
import { type AstroFeed, idOfLink, linkOfCollection } from "./astro-feeds.ts";
import { isKnownLink, type LinkedEntry, linkOfEntry } from "./astro-links.ts";
import type { CodeEntry } from "./code-entry.ts";

/** The ids of the entries in the feeds of a site. */
export class AstroIds {
  readonly #feeds: readonly AstroFeed[];
  readonly #base: string;
  readonly #origin: string | undefined;
  readonly #ownIds: readonly string[];
  readonly #code: AstroCode;
  /** The feeds in which the link of an entry is computed. */
  readonly #computed = new Set<AstroFeed>();
  /** The feeds in which the link of an entry is unknown. */
  readonly #unknown = new Set<AstroFeed>();
  /** The entries that have an id, by the id: several entries may link to one page of another site. */
  readonly #taken = new Map<string, string>();

  /**
   * @param base the path below which the site is
   * @param origin the origin of the site, if it is known
   * @param ownIds the names of the collections whose entries have ids that their configuration computes
   * @param code computes links that only the code of a feed makes
   */
  constructor(feeds: readonly AstroFeed[], base: string, origin: string | undefined, ownIds: readonly string[], code: AstroCode) {
    this.#feeds = feeds;
    this.#base = base;
    this.#origin = origin;
    this.#ownIds = ownIds;
    this.#code = code;
  }

  /**
   * Returns the id of an entry of a collection in its feed if it is known, and is not its address.
   * @param address the decoded path, if it is known
   */
  ofEntry(entry: LinkedEntry & { readonly code: CodeEntry }, address: string | undefined): string | undefined {
    const feed = this.#feeds.find(({ collections }) => collections.includes(entry.collection));
    const link = feed && linkOfCollection(feed, entry.collection);
    if (feed === undefined || link === null) return undefined;
    const value = (link && linkOfEntry(link, entry, { base: this.#base, origin: this.#origin })) ?? this.#computedLink(feed, entry.code);
    const written = feed.hasOwnIds && !URL.canParse(value ?? "") ? undefined : value; // an id is a URL here
    if (written === undefined) this.#unknown.add(feed);
    const id = written && this.#differing(written, feed, address);
    const owner = `${entry.collection}/${entry.id}`;
    if (id === undefined || (this.#taken.get(id) ?? owner) !== owner) return undefined;
    this.#taken.set(id, owner);
    return id;
  }

  /** Returns the id of a page if it is not its address. @param address the decoded path */
  ofPage(address: string): string | undefined {
    const feed = this.#feeds.find(({ hasPages }) => hasPages);
    return feed && this.#differing(address.replace(/\.html$/, ""), feed, address);
  }

  /**
   * Returns a note for each feed whose ids are unknown, and may differ from the addresses.
   * @param endWithSlash true if the addresses of the site end with a slash
   */
  notes(endWithSlash: boolean): string[] {
    const differing = this.#feeds.filter(
      (feed) =>
        !feed.hasPages &&
        (feed.hasOwnIds || hasSlash(feed) !== endWithSlash) &&
        (this.#unknown.has(feed) || (!this.#computed.has(feed) && this.#hasUnknownLinks(feed))),
    );
    return differing.map((feed) => {
      if (feed.hasOwnIds)
        return `Cannot compute the ids that ${feed.path} gives to the feed: compare one with its address, and write id into the posts if it differs`;
      const ending = hasSlash(feed) ? "end with a slash" : "do not end with a slash";
      return `Cannot compute the links in ${feed.path}, from which the old feed has ids that ${ending}, unlike the addresses: compare one, and write id into the posts if it differs`;
    });
  }

  #hasUnknownLinks(feed: AstroFeed): boolean {
    return feed.collections.some((name) => {
      const link = linkOfCollection(feed, name);
      const isKnown = link && !this.#ownIds.includes(name) && isKnownLink(link, { base: this.#base, origin: this.#origin });
      return link !== null && !isKnown;
    });
  }

  #computedLink(feed: AstroFeed, entry: CodeEntry): string | undefined {
    const item = this.#code.itemOf(feed.path, entry);
    const link = feed.hasOwnIds ? item?.guid : item?.link;
    if (link !== undefined) this.#computed.add(feed);
    return link;
  }

  #differing(link: string, feed: AstroFeed, address: string | undefined): string | undefined {
    const origin = originOf(textIn(feed.options["site"])) ?? this.#origin;
    const id = origin === undefined ? undefined : idOfLink(link, feed, origin);
    return origin === undefined || id === undefined ? undefined : differingId(id, origin, address);
  }
}

function originOf(url: string | undefined): string | undefined {
  return URL.parse(url ?? "")?.origin;
}

function hasSlash({ options }: AstroFeed): boolean {
  return options["trailingSlash"] !== false;
}
