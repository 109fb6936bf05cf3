import { leadToPosts } from "../links/own-post-links.ts";

/** The parts of a post that its addresses consist of. */
export interface MediumAddress {
  /** Medium's hexadecimal number of the post. */
  readonly id: string;
  /** The canonical URL if the post is on a domain of its own. */
  readonly own: URL | undefined;
}

const ofMedium = /(?:^|\.)medium\.com$/;
const numbered = /^\/(?:[^/]+\/)?(?:[^/]*-)?([0-9a-f]{9,12})$/; // `/@ada/walking-abcdef123456`, `/p/abcdef123456`

/** Returns a URL if it is not on medium.com, whose addresses contain the name of an account. */
export function ownUrl(href: string | undefined): URL | undefined {
  const url = URL.parse(href ?? "");
  return url === null || ofMedium.test(url.hostname) ? undefined : url;
}

/** The published posts of an export, and the links between them. */
export class MediumPosts {
  readonly #posts = new Map<string, MediumAddress>();
  readonly #hosts = new Set<string>();
  readonly #linked = new Set<string>();

  add(post: MediumAddress): void {
    this.#posts.set(post.id, post);
    if (post.own !== undefined) this.#hosts.add(post.own.host);
  }

  /** Notes the posts that a text links to, once all posts are added. */
  readLinks(html: string): void {
    for (const [href] of html.matchAll(/(?<=\bhref=")https?:\/\/[^"<>\s]{1,2000}(?=")/g)) {
      const url = URL.parse(href);
      const id = url === null ? undefined : this.#postAt(url)?.id;
      if (id !== undefined) this.#linked.add(id);
    }
  }

  /** Returns the addresses that lead to a post in addition to its own: its short one, if other posts link to it. */
  aliasesOf({ id, own }: MediumAddress): string[] {
    return own === undefined && this.#linked.has(id) ? [shortPath(id)] : [];
  }

  /** Leads the links of a text to the posts of the export. */
  leadTo(html: string, page: string | undefined): string {
    return leadToPosts(html, page, (url) => {
      const post = this.#postAt(url);
      return post && (post.own?.pathname ?? shortPath(post.id));
    });
  }

  #postAt({ host, hostname, pathname }: URL): MediumAddress | undefined {
    const isPossible = ofMedium.test(hostname) || this.#hosts.has(host);
    return isPossible ? this.#posts.get(numbered.exec(pathname)?.[1] ?? "") : undefined;
  }
}

function shortPath(id: string): string {
  return `/p/${id}`;
}
