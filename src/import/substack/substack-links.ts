import type { ParsedEntry } from "../../feed-parser/parsed-entry.ts";
import { readableEntry } from "../../feed-parser/readable-entry.ts";
import { leadToPosts } from "../links/own-post-links.ts";

/** The public posts of an export, and the links to them. */
export class SubstackLinks {
  readonly #paths = new Set<string>();
  readonly #name: string | undefined;
  readonly #hosts: ReadonlySet<string>;

  /**
   * @param name the name of the site on substack.com
   * @param hosts the hosts of its posts
   */
  constructor(name: string | undefined, hosts: ReadonlySet<string>) {
    this.#name = name;
    this.#hosts = hosts;
  }

  /** Adds a post. A draft has no address that a link can lead to. */
  add({ draft, path, refusal }: ParsedEntry): void {
    if (path !== undefined && !draft && refusal === undefined) this.#paths.add(path);
  }

  /** Leads the links of a post to the posts of the export. */
  leadTo(entry: ParsedEntry): ParsedEntry {
    const { content, link, title } = entry;
    return readableEntry(title, () => ({ ...entry, content: leadToPosts(content, link, (url) => this.#pathAt(url)), isResolved: true }));
  }

  // `https://lighthouse.substack.com/p/moon`, `https://open.substack.com/pub/lighthouse/p/moon`
  #pathAt({ host, pathname }: URL): string | undefined {
    const start = `/pub/${this.#name}/`;
    const isShared = host === "open.substack.com" && pathname.startsWith(start);
    const path = isShared ? pathname.slice(start.length - 1) : this.#hosts.has(host) ? pathname : "";
    return this.#paths.has(path) ? path : undefined;
  }
}
