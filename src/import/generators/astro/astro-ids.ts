import { textIn } from "../../../base/table-values.ts";
import { differingId } from "../../site-rules/readable-path.ts";
import { type AstroFeed, idOfLink, linkOfItem } from "./astro-feeds.ts";

/** The ids of the entries in the feeds of a site. */
export class AstroIds {
  readonly #feeds: readonly AstroFeed[];
  readonly #base: string;
  readonly #origin: string | undefined;
  readonly #computed: readonly string[];

  /**
   * @param base the path below which the site is
   * @param origin the origin of the site, if it is known
   * @param computed the names of the collections whose entries have ids that code computes, from which the feeds make their links
   */
  constructor(feeds: readonly AstroFeed[], base: string, origin: string | undefined, computed: readonly string[]) {
    this.#feeds = feeds;
    this.#base = base;
    this.#origin = origin;
    this.#computed = computed;
  }

  /**
   * Returns the id of an entry of a collection in its feed if it is known, and is not its address.
   * @param id the id that Astro makes of the path
   * @param address the decoded path, if it is known
   */
  ofEntry(collection: string, id: string, address: string | undefined): string | undefined {
    if (this.#computed.includes(collection)) return undefined;
    const feed = this.#feeds.find(({ collections }) => collections.includes(collection));
    const link = feed?.link && linkOfItem(feed.link, id, this.#base);
    return feed && link && this.#differing(link, feed, address);
  }

  /** Returns the id of a page if it is not its address. @param address the decoded path */
  ofPage(address: string): string | undefined {
    const feed = this.#feeds.find(({ hasPages }) => hasPages);
    return feed && this.#differing(address.replace(/\.html$/, ""), feed, address);
  }

  /** Returns a note for each feed whose ids are unknown, and may differ from the addresses. */
  get notes(): string[] {
    return this.#feeds
      .filter((feed) => !feed.hasPages && feed.options["trailingSlash"] !== false && this.#hasUnknownLinks(feed))
      .map(
        ({ path }) =>
          `Cannot compute the links in ${path}, from which the old feed has ids that end with a slash, unlike the addresses: compare one, and write id into the posts if it differs`,
      );
  }

  #hasUnknownLinks({ collections, link }: AstroFeed): boolean {
    const isComputed = collections.some((name) => this.#computed.includes(name));
    return isComputed || link === undefined || linkOfItem(link, "a", this.#base) === undefined;
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
