import { atom, type Format, jsonFeed, rss } from "../../model/format.ts";

/** An old address of a list of posts, or of a feed. */
export interface OldList {
  /** Its path on the old site. `{category}`, `{author}` and `{language}` mean any of the site: `/feeds/{author}.atom.xml`. */
  readonly path: string;
  /** Makes the part of the path for a term of its name; without it, as all systems do: in lower case, with hyphens. */
  readonly slugOf?: ((name: string) => string) | undefined;
  /** Returns whether the old site had the list of a term; without it, it had those of all terms of the site. */
  readonly hasTerm?: ((name: string) => boolean) | undefined;
  /** The format of a feed; undefined for a page. If a page redirects, the feeds below it do, too. */
  readonly format?: Format | undefined;
  /** The page with these posts here, such as `/languages/fr`; by default that of the term in the path, or the front page. */
  readonly page?: string | undefined;
  /** The folder of its texts; without posts in it, the list is ignored. */
  readonly folder?: string | undefined;
}

/** A redirect of the old site. */
export interface OldRedirect {
  readonly from: string;
  /** A path, or a URL of another site. */
  readonly to: string;
}

/** Returns the format of a feed by its path: RSS unless the path names another one. */
export function formatOfPath(path: string): Format {
  if (/json(?:\/|$)/i.test(path)) return jsonFeed;
  return /atom/i.test(path) ? atom : rss;
}
